using Tradepost.Contracts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.Carts;

/// <summary>A cart as the API shows it: what is in it, what it costs now, and what changed since it was last read.</summary>
internal sealed record CartView(
    CartId Id, Currency Currency, IReadOnlyList<LineView> Lines, IReadOnlyList<PromotionView> Promotions, Totals Totals,
    IReadOnlyList<TraceStep> Trace,
    Destination? Address, ShippingMethodId? ShippingOptionId)
{
    /// <summary>Why nobody ships it to its address; null when somebody does.</summary>
    public ShippingProblem? ShippingProblem { get; init; }

    /// <param name="cart">As stored.</param>
    /// <param name="variants">What its lines are.</param>
    /// <param name="available">Units that can be bought; null: not asked, so nothing is said about it.</param>
    /// <param name="quote">What it costs.</param>
    public static CartView Of(
        Cart cart, IReadOnlyDictionary<VariantId, VariantInfo> variants, IReadOnlyDictionary<VariantId, int>? available, Quote quote)
    {
        var totals = quote.Lines.ToDictionary(line => line.Key, line => line.LineTotal, StringComparer.Ordinal);
        var lines = cart.Lines.Select(line => LineView.Of(
            line, variants[line.VariantId], available?[line.VariantId],
            totals.GetValueOrDefault(line.Id.ToString(), Money.Zero(cart.Currency)),
            Notice.For(cart, line, variants[line.VariantId], available?[line.VariantId])));
        return new(cart.Id, cart.Currency, [.. lines], [], quote.Totals, quote.Trace, cart.Destination, quote.Shipping?.Id);
    }

    /// <summary>The same, with something more to say about some lines.</summary>
    public CartView Saying(IReadOnlyDictionary<VariantId, Notice> more) => this with
    {
        Lines = [.. Lines.Select(line =>
            more.TryGetValue(line.VariantId, out var notice) ? line with { Notices = [.. line.Notices, notice] } : line)],
    };
}

/// <summary>A line as the API shows it. What is no longer sold stays visible, with a notice, and adds nothing to the totals.</summary>
internal sealed record LineView(
    CartLineId Id, ProductId ProductId, VariantId VariantId, string Sku, string Slug, string Name,
    IReadOnlyDictionary<string, string> Options, string? ImageUrl,
    int Quantity, int? Available, Money UnitPrice, Money LineTotal, IReadOnlyList<Notice> Notices)
{
    public static LineView Of(CartLine line, VariantInfo variant, int? available, Money total, IReadOnlyList<Notice> notices) => new(
        line.Id, variant.ProductId, variant.Id, variant.Sku, variant.Slug, variant.Name, variant.Options, variant.ImageUrl, line.Quantity,
        available,
        variant.Price, total, notices);
}

/// <summary>A promotion that applied.</summary>
internal sealed record PromotionView(string? Code, string Name, Money Amount);

/// <summary>Something the buyer should know about a line.</summary>
/// <param name="Code">priceChanged, insufficientStock, unavailable, quantityReduced.</param>
/// <param name="Message">The same in words.</param>
/// <param name="From">The price before.</param>
/// <param name="To">The price now.</param>
/// <param name="Available">Units that can be bought.</param>
/// <param name="Requested">Units that were wanted.</param>
internal sealed record Notice(
    string Code, string Message, Money? From = null, Money? To = null, int? Available = null, int? Requested = null)
{
    /// <summary>What there is to say of a stored line, given what the catalogue and stock say now.</summary>
    public static IReadOnlyList<Notice> For(Cart cart, CartLine line, VariantInfo variant, int? available)
    {
        if (!cart.Sells(variant))
        {
            return [new("unavailable", "This is no longer sold.")];
        }

        var notices = new List<Notice>(2);
        if (variant.Price.Minor != line.SeenPriceMinor)
        {
            var direction = variant.Price.Minor > line.SeenPriceMinor ? "up" : "down";
            var seen = variant.Price with { Minor = line.SeenPriceMinor };
            notices.Add(new("priceChanged", $"The price went {direction} since you last looked.", From: seen, To: variant.Price));
        }

        if (line.Quantity > available)
        {
            notices.Add(new("insufficientStock", available <= 0 ? "This has sold out." : $"Only {available} left.", Available: available));
        }

        return notices;
    }

    public static Notice Reduced(int requested, int kept) =>
        new("quantityReduced", $"You wanted {requested}; {kept} are left in the cart.", Available: kept, Requested: requested);
}
