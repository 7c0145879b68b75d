using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.PricePage;

/// <summary>A price for one unit, from a quantity on.</summary>
internal sealed record PriceStep(int MinQuantity, Money Price)
{
    /// <summary>The steps worth showing: each below the price before it, the catalogue's first. Pure.</summary>
    public static IReadOnlyList<PriceStep> Of(IEnumerable<SpecialOffer> offers, Money price)
    {
        var steps = new List<PriceStep>();
        foreach (var offer in offers.OrderBy(offer => offer.MinQuantity).ThenBy(offer => offer.Price))
        {
            if (offer.Price < (steps.Count == 0 ? price : steps[^1].Price))
            {
                steps.Add(new(offer.MinQuantity, offer.Price));
            }
        }

        return steps;
    }
}
