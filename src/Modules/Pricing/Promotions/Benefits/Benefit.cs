using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Promotions.Benefits;

/// <summary>What a promotion gives. Pure: it reads what earlier promotions left and answers what it takes off.</summary>
internal abstract record Benefit
{
    /// <summary>False for benefits of the order or the shipping: conditions on lines only decide whether they apply.</summary>
    public virtual bool IsOfLines => true;

    /// <summary>Amounts of money it is made of; a basket in another currency has no use for it.</summary>
    public virtual IEnumerable<Money> Amounts => [];

    /// <summary>What it takes off.</summary>
    /// <param name="left">What earlier promotions left.</param>
    /// <param name="lines">Places of the lines it may touch, in order, at least one.</param>
    public abstract Cut Of(Remaining left, IReadOnlyList<int> lines);
}

/// <summary>What a promotion takes off, in minor units; never more than there is.</summary>
internal sealed class Cut
{
    private Cut(long[] lines, long shipping, string? refused) => (Lines, Shipping, Refused) = (lines, shipping, refused);

    /// <summary>Off each line of the request, by its place.</summary>
    public long[] Lines { get; }

    /// <summary>Off the shipping.</summary>
    public long Shipping { get; }

    /// <summary>Why it takes nothing off; null when it does.</summary>
    public string? Refused { get; }

    /// <summary>Off everything.</summary>
    public long Amount => Lines.Sum() + Shipping;

    public static Cut OffLines(long[] lines) => new(lines, 0, lines.Sum() == 0 ? PromotionReasons.NothingLeft : null);

    /// <summary>Off a shipping that may not be chosen yet: then there is nothing to take off, but it applies.</summary>
    public static Cut OffShipping(Remaining left, long amount)
    {
        var off = Math.Min(amount, left.Shipping ?? 0);
        return new([], off, left.Shipping is not null && off == 0 ? PromotionReasons.NothingLeft : null);
    }

    public static Cut Nothing(string reason) => new([], 0, reason);
}
