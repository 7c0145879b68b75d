using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Promotions.Benefits;

/// <summary>A percentage off. The amount taken off is what is rounded.</summary>
/// <param name="Percent">0–100.</param>
/// <param name="Target">Of what.</param>
/// <param name="Cap">At most this much in all; null: no bound.</param>
internal sealed record PercentOff(decimal Percent, PercentTarget Target, Money? Cap) : Benefit
{
    public override bool IsOfLines => Target is PercentTarget.Lines or PercentTarget.UnitPrice;

    public override IEnumerable<Money> Amounts => Cap is { } cap ? [cap] : [];

    public override Cut Of(Remaining left, IReadOnlyList<int> lines) => Target switch
    {
        PercentTarget.Order => Cut.OffLines(left.Share(AtMost(left.Rounding.Percent(left.Goods, Percent)), lines)),
        PercentTarget.Shipping => Cut.OffShipping(left, AtMost(left.Rounding.Percent(left.Shipping ?? 0, Percent))),
        PercentTarget.Lines => Cut.OffLines(Bounded(left, lines, place => left.Rounding.Percent(left.Line(place), Percent))),
        _ => Cut.OffLines(Bounded(left, lines, place =>
            left.Split(place).Sum(units => left.Rounding.Percent(units.Price, Percent) * units.Count))),
    };

    private long AtMost(long amount) => Cap is { } cap ? Math.Min(amount, cap.Minor) : amount;

    private long[] Bounded(Remaining left, IReadOnlyList<int> lines, Func<int, long> off)
    {
        var cuts = new long[left.Count];
        foreach (var place in lines)
        {
            cuts[place] = off(place);
        }

        return cuts.Sum() is var sum && AtMost(sum) < sum ? left.Share(AtMost(sum), lines) : cuts;
    }
}

/// <summary>Of what a percentage is taken.</summary>
internal enum PercentTarget
{
    /// <summary>All goods together, then shared over the lines by value.</summary>
    Order,

    /// <summary>Each eligible line.</summary>
    Lines,

    /// <summary>Each eligible unit, rounded for itself.</summary>
    UnitPrice,

    /// <summary>The shipping.</summary>
    Shipping,
}
