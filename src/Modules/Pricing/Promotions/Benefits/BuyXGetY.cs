using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Promotions.Benefits;

/// <summary>
/// Buy some, get some cheaper. Eligible units are pooled; of each complete set of <paramref name="Buy"/> + <paramref name="Get"/> units,
/// <paramref name="Get"/> benefit, and the cheapest of all pooled units do. Equal prices: the earlier line first.
/// </summary>
internal sealed record BuyXGetY(int Buy, int Get, decimal PercentOff) : Benefit
{
    public override Cut Of(Remaining left, IReadOnlyList<int> lines)
    {
        var benefiting = left.Units(lines) / ((long)Buy + Get) * Get;
        if (benefiting == 0)
        {
            return Cut.Nothing(PromotionReasons.TooFewUnits);
        }

        var cuts = new long[left.Count];
        foreach (var units in lines.SelectMany(left.Split).OrderBy(units => units.Price).ThenBy(units => units.Place))
        {
            var some = Math.Min(benefiting, units.Count);
            cuts[units.Place] += left.Rounding.Percent(units.Price, PercentOff) * some;
            benefiting -= some;
        }

        return Cut.OffLines(cuts);
    }
}
