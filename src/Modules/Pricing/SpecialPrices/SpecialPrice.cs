using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.SpecialPrices;

/// <summary>A better price than the catalogue's.</summary>
/// <param name="Group">Code of the customers it is for; null: everybody.</param>
/// <param name="MinQuantity">Units on a line from which it counts.</param>
/// <param name="StartsAt">Null: since ever.</param>
/// <param name="EndsAt">Null: for good. From this moment on it is over.</param>
internal sealed record SpecialPrice(
    VariantId VariantId, string? Group, int MinQuantity, Money Price, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt)
{
    public bool IsFor(IReadOnlyList<string> groups) => Group is null || groups.Contains(Group, StringComparer.Ordinal);

    public bool IsOpen(DateTimeOffset at) => !(StartsAt > at) && !(EndsAt <= at);

    /// <summary>
    /// Unit prices by line key, where a special price is below the catalogue's: the lowest of those for these groups, this many units of
    /// the line and this moment. A special price never makes anything dearer. Pure.
    /// </summary>
    public static IReadOnlyDictionary<string, Money> Resolve(
        Basket basket, IReadOnlyDictionary<VariantId, SpecialPrice[]> known, IReadOnlyList<string> groups, DateTimeOffset at)
    {
        var prices = new Dictionary<string, Money>(StringComparer.Ordinal);
        foreach (var line in basket.Lines)
        {
            if (line.VariantId is not { } variant || !known.TryGetValue(variant, out var offers))
            {
                continue;
            }

            foreach (var offer in offers)
            {
                var below = offer.Price.Currency == line.UnitPrice.Currency
                    && offer.Price < prices.GetValueOrDefault(line.Key, line.UnitPrice);
                if (below && line.Quantity >= offer.MinQuantity && offer.IsFor(groups) && offer.IsOpen(at))
                {
                    prices[line.Key] = offer.Price;
                }
            }
        }

        return prices;
    }
}
