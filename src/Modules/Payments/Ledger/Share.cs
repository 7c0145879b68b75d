namespace Tradepost.Payments.Ledger;

/// <summary>What money of an order is for.</summary>
internal enum ShareKind
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>Its delivery.</summary>
    Shipping,

    /// <summary>The order as a whole: booked when the books did not tell its parts.</summary>
    Whole,

    /// <summary>Nothing: more came than the order costs, and goes back.</summary>
    Owed,
}

/// <summary>Names a part of an order.</summary>
internal sealed record ShareKey(ShareKind Kind, OrderLineId? Line);

/// <summary>How much of a part goes back.</summary>
internal sealed record ShareWish(ShareKey Key, long Amount);

/// <summary>How much of a part came (or, below nothing, went back).</summary>
internal sealed record ShareMove(ShareKey Key, long Amount);

/// <summary>A part of an order: what it costs all in all, the discount and tax in that, and what of it the shop holds.</summary>
internal sealed record Share(ShareKind Kind, OrderLineId? Line, long Paid, long Discount, long Tax, long Held)
{
    public ShareKey Key => new(Kind, Line);

    /// <summary>The tax in what is held.</summary>
    public long TaxHeld => Of(Tax, Held, Paid);

    /// <summary>The share of an amount, rounded down; all of it when all is held.</summary>
    public static long Of(long amount, long held, long paid) => paid == 0 ? 0 : (long)((Int128)amount * held / paid);

    public static void Add(Dictionary<string, long> sums, string account, long amount)
    {
        if (amount != 0)
        {
            sums[account] = sums.GetValueOrDefault(account) + amount;
        }
    }

    public void AddTo(Dictionary<string, long> sums)
    {
        var discount = Of(Discount, Held, Paid);
        Add(sums, Accounts.TaxPayable, -TaxHeld);
        Add(sums, Accounts.Discounts, discount);
        Add(sums, Kind switch { ShareKind.Shipping => Accounts.Shipping, ShareKind.Owed => Accounts.Owed, _ => Accounts.Sales },
            TaxHeld - discount - Held);
    }
}
