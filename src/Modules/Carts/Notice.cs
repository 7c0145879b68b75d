using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.Carts;

/// <summary>Something the buyer should know about a line or a cart.</summary>
/// <param name="Code">
/// Of a line: priceChanged, insufficientStock, unavailable, quantityReduced. Of a cart: discountReduced, linesLeftOut, codesLeftOut.
/// </param>
/// <param name="Message">The same in words.</param>
/// <param name="From">The price or discount before.</param>
/// <param name="To">The price or discount now.</param>
/// <param name="Available">Units that can be bought.</param>
/// <param name="Requested">Units that were wanted.</param>
/// <param name="CartId">Where the rest is.</param>
internal sealed record Notice(
    string Code, string Message, Money? From = null, Money? To = null, int? Available = null, int? Requested = null, CartId? CartId = null)
{
    private const int NamesTold = 3;

    /// <summary>What there is to say of a stored line, given its price for this buyer (null: it is no longer sold) and the stock.</summary>
    public static IReadOnlyList<Notice> For(CartLine line, int? available, Money? price)
    {
        if (price is not { } now)
        {
            return [new("unavailable", "This is no longer sold.")];
        }

        var notices = new List<Notice>(2);
        if (now.Minor != line.SeenPriceMinor)
        {
            var direction = now.Minor > line.SeenPriceMinor ? "up" : "down";
            var seen = now with { Minor = line.SeenPriceMinor };
            notices.Add(new("priceChanged", $"The price went {direction} since you last looked.", From: seen, To: now));
        }

        if (line.Quantity > available)
        {
            notices.Add(new("insufficientStock", available <= 0 ? "This has sold out." : $"Only {available} left.", Available: available));
        }

        return notices;
    }

    /// <summary>Less is taken off than the buyer saw; nothing when it is as much or more.</summary>
    public static IReadOnlyList<Notice> OfDiscount(Cart cart, Quote quote)
    {
        var (seen, now) = (new Money(cart.Seen.DiscountMinor, cart.Currency), new Money(Seen.DiscountOf(quote), cart.Currency));
        return now.Minor >= seen.Minor ? []
            : [new(
                "discountReduced",
                now.IsZero ? "A discount you saw has ended." : "A discount you saw has become smaller.", From: seen, To: now)];
    }

    public static Notice Reduced(int requested, int kept) =>
        new("quantityReduced", $"You wanted {requested}; {kept} are left in the cart.", Available: kept, Requested: requested);

    /// <summary>Two carts became one, and these did not fit. They stay where they were.</summary>
    public static Notice LeftOut(IReadOnlyList<string> names, CartId where)
    {
        var more = names.Count > NamesTold ? $" and {names.Count - NamesTold} more" : "";
        var told = string.Join(", ", names.Take(NamesTold)) + more;
        return new("linesLeftOut", $"A cart holds {Cart.MaxLines} things. These stayed in your earlier cart: {told}.", CartId: where);
    }

    /// <summary>Two carts became one, and these codes were too many.</summary>
    public static Notice CodesLeftOut(IReadOnlyList<string> codes) =>
        new("codesLeftOut", $"A cart takes {Cart.MaxCodes} codes. These were left out: {string.Join(", ", codes)}.");
}
