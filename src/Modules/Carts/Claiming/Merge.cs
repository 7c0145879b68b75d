using Tradepost.Contracts.Catalog;

namespace Tradepost.Carts.Claiming;

/// <summary>What a guest's cart and a customer's come to.</summary>
/// <param name="Cart">The cart there will be: its id is the one that is kept.</param>
/// <param name="Cuts">Where fewer units were kept than both carts held together.</param>
/// <param name="LeftOut">The guest's lines that did not fit. They stay in the guest's cart.</param>
/// <param name="CodesLeftOut">Codes that were too many.</param>
internal sealed record Merged(
    Cart Cart, IReadOnlyDictionary<VariantId, Notice> Cuts, IReadOnlyList<CartLine> LeftOut, IReadOnlyList<string> CodesLeftOut);

/// <summary>
/// Two carts become one. With nothing in the customer's, the guest's is taken over as it is; else its lines go into the customer's.
/// Quantities add up as far as a line holds and stock goes, and never become less than either cart held. What is set in one cart only is
/// kept; where both are set, the cart that is kept decides.
/// </summary>
internal static class Merge
{
    public static Merged Of(Cart? own, Cart guest, UserId user, IReadOnlyDictionary<VariantId, int> available) =>
        own is null or { Lines.Count: 0 } ? TakeOver(own, guest, user) : Join(own, guest, available);

    private static Merged TakeOver(Cart? empty, Cart guest, UserId user)
    {
        var (settings, codes) = empty is null ? (guest, []) : Settings(guest, empty);
        return new(settings with { UserId = user, Buyer = user }, new Dictionary<VariantId, Notice>(), [], codes);
    }

    private static Merged Join(Cart own, Cart guest, IReadOnlyDictionary<VariantId, int> available)
    {
        var lines = own.Lines.ToDictionary(line => line.VariantId);
        var cuts = new Dictionary<VariantId, Notice>();
        var leftOut = new List<CartLine>();
        foreach (var added in guest.Lines)
        {
            var mine = lines.GetValueOrDefault(added.VariantId);
            if (mine is null && lines.Count >= Cart.MaxLines)
            {
                leftOut.Add(added);
                continue;
            }

            var (had, sum) = (Math.Max(mine?.Quantity ?? 0, added.Quantity), (mine?.Quantity ?? 0) + added.Quantity);
            var kept = mine is null ? sum
                : Math.Min(sum, Math.Min(Cart.MaxQuantity, Math.Max(available.GetValueOrDefault(added.VariantId), had)));
            lines[added.VariantId] = (mine ?? added with { Id = CartLineId.New() }) with { Quantity = kept };
            if (kept < sum)
            {
                cuts[added.VariantId] = Notice.Reduced(sum, kept);
            }
        }

        var (settings, codes) = Settings(own, guest);
        return new(settings with { Lines = [.. lines.Values] }, cuts, leftOut, codes);
    }

    // A way to deliver belongs to its address: it comes along only with that.
    private static (Cart Cart, IReadOnlyList<string> CodesLeftOut) Settings(Cart kept, Cart other)
    {
        var codes = kept.Codes.Concat(other.Codes).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var option = kept.Destination is null ? other.ShippingOption
            : kept.Destination == other.Destination ? kept.ShippingOption ?? other.ShippingOption
            : kept.ShippingOption;
        var cart = kept with
        {
            Destination = kept.Destination ?? other.Destination,
            ShippingOption = option,
            PaymentMethod = kept.PaymentMethod ?? other.PaymentMethod,
            Contact = Contact(kept.Contact, other.Contact),
            Codes = [.. codes.Take(Cart.MaxCodes)],
        };
        return (cart, [.. codes.Skip(Cart.MaxCodes)]);
    }

    // Who agreed to be reminded agreed for one address.
    private static Contact Contact(Contact kept, Contact other) =>
        kept.Email is null ? other
        : string.Equals(kept.Email, other.Email, StringComparison.OrdinalIgnoreCase) ? kept with { Remind = kept.Remind || other.Remind }
        : kept;
}
