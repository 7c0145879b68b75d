using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;

namespace Tradepost.Pricing.SpecialPrices;

/// <summary>Special prices as baskets get them, and as product pages show them.</summary>
internal sealed class Offers(SpecialPriceShelf shelf, IEnumerable<ICustomerGroups> memberships, TimeProvider time) : ISpecialPrices
{
    /// <summary>The circumstances with the unit prices that follow from them for this basket.</summary>
    public async Task<Circumstances> Into(Circumstances circumstances, Basket basket, CancellationToken cancel)
    {
        var known = await shelf.Of(basket.Lines.Select(line => line.VariantId).OfType<VariantId>(), cancel);
        return circumstances with
        {
            UnitPrices = SpecialPrice.Resolve(basket, known, circumstances.CustomerGroups, circumstances.At ?? time.GetUtcNow()),
        };
    }

    public async Task<SpecialOffers> Offered(
        IReadOnlyCollection<VariantId> variants, Currency currency, UserId? customer, CancellationToken cancel)
    {
        var (groups, known, now) = (await Groups(customer, cancel), await shelf.Of(variants, cancel), time.GetUtcNow());
        var mine = known.Values.SelectMany(prices => prices)
            .Where(price => price.Price.Currency == currency && price.IsFor(groups) && !(price.EndsAt <= now)).ToArray();
        var changes = mine.SelectMany(price => new[] { price.StartsAt, price.EndsAt }).Where(at => at > now).Min();
        return new(
            [.. mine.Where(price => price.IsOpen(now)).OrderBy(price => price.VariantId).ThenBy(price => price.MinQuantity)
                .Select(price => new SpecialOffer(price.VariantId, price.MinQuantity, price.Price, price.Group is not null))],
            changes);
    }

    private async Task<IReadOnlyList<string>> Groups(UserId? customer, CancellationToken cancel)
    {
        var groups = new List<string>();
        if (customer is { } user)
        {
            foreach (var membership in memberships)
            {
                groups.AddRange(await membership.Of(user, cancel));
            }
        }

        return groups;
    }
}
