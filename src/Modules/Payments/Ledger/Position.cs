using Tradepost.Contracts.Orders;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Ledger;

/// <summary>
/// What an order's money was for, and how much of it the shop holds at the moment. The accounts are a function of this alone, so however
/// money is taken and given back in parts, all of it taken is the order's own totals to the cent, and none of it left is nothing on every
/// account.
/// </summary>
internal sealed record Position(Currency Currency, IReadOnlyList<Share> Shares)
{
    private long Earned => Shares.Where(share => share.Kind != ShareKind.Owed).Sum(share => share.Held);

    private long Total => Shares.Sum(share => share.Paid);

    /// <summary>The order's parts with what is held of each.</summary>
    public static Position Of(OrderToBook order, IReadOnlyDictionary<ShareKey, long> held)
    {
        var shares = order.Lines.Select(line => Part(ShareKind.Line, line.Id, line.Paid, line.Discount, line.Tax)).ToList();
        shares.Add(Part(ShareKind.Shipping, null, order.ShippingPaid, order.ShippingDiscount, order.ShippingTax));
        var none = Money.Zero(order.Totals.Total.Currency);
        shares.Add(Part(ShareKind.Whole, null, none, none, none));
        shares.Add(Part(ShareKind.Owed, null, none, none, none));
        return new(none.Currency, shares);

        Share Part(ShareKind kind, OrderLineId? line, Money paid, Money discount, Money tax) =>
            new(kind, line, paid.Minor, discount.Minor, tax.Minor, held.GetValueOrDefault(new(kind, line)));
    }

    /// <summary>Money came. What is more than the order costs is the customer's.</summary>
    public Position Take(long amount)
    {
        var kept = Math.Min(amount, Math.Max(0, Total - Earned));
        var room = Shares.Select(share => Math.Max(0, share.Paid - share.Held)).ToList();
        return Add(Spread(kept, room)).Add(ShareKind.Owed, amount - kept);
    }

    /// <summary>
    /// Money went back for these parts. What they do not hold comes from the others in proportion. Without a word what for, it is first
    /// of all what the customer is owed.
    /// </summary>
    public Position Give(long amount, IReadOnlyList<ShareWish> wishes)
    {
        var owed = Shares.Single(share => share.Kind == ShareKind.Owed).Held;
        var first = wishes.Count > 0 ? 0 : Math.Min(amount, owed);
        var (after, left) = (Add(ShareKind.Owed, -first), amount - first);
        foreach (var wish in wishes)
        {
            var share = after.Shares.First(share => share.Key == wish.Key);
            var part = Math.Min(left, Math.Min(wish.Amount, share.Held));
            after = after.Add(share.Key, -part);
            left -= part;
        }

        var held = after.Shares.Select(share => share.Kind == ShareKind.Owed ? 0 : share.Held).ToList();
        var spread = Math.Min(left, held.Sum());
        return after.Add(Spread(-spread, held)).Add(ShareKind.Owed, spread - left);
    }

    /// <summary>What stands on each account, apart from where the money is; income and what is owed stand below nothing.</summary>
    public IReadOnlyDictionary<string, long> Balances()
    {
        var sums = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var share in Shares)
        {
            share.AddTo(sums);
        }

        // Goods that cost nothing after their discount come with the rest.
        var free = Shares.Where(share => share.Paid == 0).Sum(share => share.Discount);
        var told = Shares.Where(share => share.Paid > 0).Sum(share => share.Held);
        var part = Share.Of(free, told, Total);
        Share.Add(sums, Accounts.Discounts, part);
        Share.Add(sums, Accounts.Sales, -part);
        return sums;
    }

    /// <summary>Which parts changed from one position to the next, and by how much.</summary>
    public IReadOnlyList<ShareMove> MovesTo(Position after) =>
        [.. Shares.Zip(after.Shares, (old, now) => new ShareMove(old.Key, now.Held - old.Held)).Where(move => move.Amount != 0)];

    private static IReadOnlyList<long> Spread(long amount, IReadOnlyList<long> weights) =>
        [.. new Money(amount, Currency.Usd).Allocate(weights).Select(part => part.Minor)];

    private Position Add(ShareKind kind, long amount) => Add(new ShareKey(kind, null), amount);

    private Position Add(ShareKey key, long amount) =>
        this with { Shares = [.. Shares.Select(share => share.Key == key ? share with { Held = share.Held + amount } : share)] };

    private Position Add(IReadOnlyList<long> amounts) =>
        this with { Shares = [.. Shares.Select((share, i) => share with { Held = share.Held + amounts[i] })] };
}
