using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Promotions.Benefits;

/// <summary>A fixed amount off, never more than there is.</summary>
/// <param name="Amount">In the currency of the request.</param>
/// <param name="Target">Off what.</param>
internal sealed record AmountOff(Money Amount, AmountTarget Target) : Benefit
{
    public override bool IsOfLines => Target is AmountTarget.EachUnit or AmountTarget.EachLine;

    public override IEnumerable<Money> Amounts => [Amount];

    public override Cut Of(Remaining left, IReadOnlyList<int> lines) => Target switch
    {
        AmountTarget.Order => Cut.OffLines(left.Share(Math.Min(Amount.Minor, left.Goods), lines)),
        AmountTarget.Shipping => Cut.OffShipping(left, Amount.Minor),
        AmountTarget.EachLine => OffEach(left, lines, place => Math.Min(Amount.Minor, left.Line(place))),
        _ => OffEach(left, lines, place => left.Split(place).Sum(units => Math.Min(Amount.Minor, units.Price) * units.Count)),
    };

    private static Cut OffEach(Remaining left, IReadOnlyList<int> lines, Func<int, long> off)
    {
        var cuts = new long[left.Count];
        foreach (var place in lines)
        {
            cuts[place] = off(place);
        }

        return Cut.OffLines(cuts);
    }
}

/// <summary>Off what a fixed amount is taken.</summary>
internal enum AmountTarget
{
    /// <summary>All goods together, once, shared over the lines by value.</summary>
    Order,

    /// <summary>Each eligible unit.</summary>
    EachUnit,

    /// <summary>Each eligible line.</summary>
    EachLine,

    /// <summary>The shipping.</summary>
    Shipping,
}
