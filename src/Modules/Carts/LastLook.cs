using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Data;

namespace Tradepost.Carts;

/// <summary>
/// The comparison of what the buyer was shown last with what they are about to pay. Nobody pays more than they saw: where to and how it is
/// sent the buyer may say with the order itself, and then its price is the one they were offered; all else must be as it was shown.
/// </summary>
internal static class LastLook
{
    private static readonly string[] AboutThePerson =
    [
        PromotionReasons.PaymentMethod, PromotionReasons.FirstOrder, PromotionReasons.CustomerGroup, PromotionReasons.PerCustomerLimit,
        PromotionReasons.UsageLimit,
    ];

    /// <summary>The cart as it would be ordered.</summary>
    public static Cart Under(CheckoutTerms terms, Cart cart) => cart with
    {
        Destination = terms.Destination,
        ShippingOption = terms.ShippingOption,
        PaymentMethod = terms.PaymentMethod,
        Contact = cart.Contact with { Email = terms.Email },
    };

    /// <summary>Whether the buyer has not seen this: other prices, less taken off, or more to pay for the same delivery.</summary>
    /// <param name="cart">As it is stored.</param>
    /// <param name="ordered">As it would be ordered.</param>
    /// <param name="quote">What it would cost.</param>
    /// <param name="version">The version the buyer has before them, when they told.</param>
    public static bool IsOutdated(Cart cart, Cart ordered, Quote quote, long? version) =>
        (version is { } before && before != cart.Version)
        || CartReader.Moved(cart, quote).Count > 0
        || Seen.DiscountOf(quote) < cart.Seen.DiscountMinor
        || (IsSentAsShown(cart, ordered) && quote.Totals.Total.Minor > cart.Seen.TotalMinor);

    /// <summary>
    /// Whether who buys and how they pay may have raised the price: something in it depends on that, and the cart has not been shown for
    /// it.
    /// </summary>
    public static bool DependsOnWhoPaysHow(Cart cart, Cart ordered, Quote quote) =>
        (cart.PaymentMethod != ordered.PaymentMethod || cart.Contact.Email != ordered.Contact.Email)
        && (quote.Rejected.Any(one => AboutThePerson.Contains(one.Reason)) || quote.Trace.Any(step => step.Step == "fee"));

    /// <summary>The cart to show instead. It will have been stored as it is shown, so its version is the next.</summary>
    public static CartView Anew(Cart ordered, IReadOnlyDictionary<VariantId, VariantInfo> variants, Quote quote) =>
        CartView.Of(ordered with { Version = ordered.Version + 1 }, variants, null, quote).Saying(Notice.OfDiscount(ordered, quote));

    /// <summary>Stores that the buyer was shown this cart, and the terms it was shown for: reading it again shows the same.</summary>
    public static SqlText Note(CartView shown, UserId? user, DateTimeOffset now)
    {
        var place = shown.Address;
        var discount = shown.Lines.Sum(line => line.Discount.Minor);
        SqlText sql = $"""
            with cart as (
              update carts.carts c set version = c.version + 1, updated_at = {now}, seen_at = {now},
                country = {place?.Country}, state = {place?.State}, postal_code = {place?.PostalCode}, city = {place?.City},
                shipping_method_id = {shown.ShippingOptionId?.Value}, payment_method = {shown.PaymentMethod},
                email = {shown.Contact.Email}, seen_discount_minor = {discount}, seen_total_minor = {shown.Totals.Total.Minor}
              where c.id = {shown.Id} and {CartRows.Usable(user)} and c.version = {shown.Version - 1} returning c.id)
            update carts.lines l set seen_price_minor = seen.price
            from cart, unnest({shown.Lines.Select(line => line.Id.Value).ToArray()},
              {shown.Lines.Select(line => line.UnitPrice.Minor).ToArray()}) as seen (id, price)
            where l.cart_id = cart.id and l.id = seen.id
            """;
        return sql;
    }

    private static bool IsSentAsShown(Cart cart, Cart ordered) =>
        cart.ShippingOption == ordered.ShippingOption && cart.Destination == ordered.Destination;
}
