using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Promotions.Benefits;

/// <summary>
/// An amount off each unit of every complete group of <paramref name="Size"/>. The units of all eligible lines are pooled in line order.
/// </summary>
internal sealed record QuantityGroup(int Size, Money AmountEach) : Benefit
{
    public override IEnumerable<Money> Amounts => [AmountEach];

    public override Cut Of(Remaining left, IReadOnlyList<int> lines)
    {
        var benefiting = left.Units(lines) / Size * Size;
        if (benefiting == 0)
        {
            return Cut.Nothing(PromotionReasons.TooFewUnits);
        }

        var cuts = new long[left.Count];
        foreach (var units in lines.SelectMany(left.Split))
        {
            var some = Math.Min(benefiting, units.Count);
            cuts[units.Place] += Math.Min(AmountEach.Minor, units.Price) * some;
            benefiting -= some;
        }

        return Cut.OffLines(cuts);
    }
}
