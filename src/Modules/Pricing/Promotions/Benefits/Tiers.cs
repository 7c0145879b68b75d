using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Promotions.Benefits;

/// <summary>The more, the cheaper. The units of all eligible lines together choose the tier; it then applies to each line.</summary>
internal sealed record Tiers(IReadOnlyList<Tier> Steps) : Benefit
{
    public override IEnumerable<Money> Amounts => Steps.Select(step => step.UnitPrice).OfType<Money>();

    public override Cut Of(Remaining left, IReadOnlyList<int> lines)
    {
        var units = left.Units(lines);
        if (Steps.Where(step => step.MinQuantity <= units).MaxBy(step => step.MinQuantity) is not { } tier)
        {
            return Cut.Nothing(PromotionReasons.TooFewUnits);
        }

        var cuts = new long[left.Count];
        foreach (var place in lines)
        {
            cuts[place] = tier.UnitPrice is { } price
                ? left.Split(place).Sum(some => Math.Max(0, some.Price - price.Minor) * some.Count)
                : left.Rounding.Percent(left.Line(place), tier.Percent!.Value);
        }

        return Cut.OffLines(cuts);
    }
}

/// <summary>From so many units on, a percentage off each line or a price for each unit: one of the two.</summary>
internal sealed record Tier(int MinQuantity, decimal? Percent, Money? UnitPrice);
