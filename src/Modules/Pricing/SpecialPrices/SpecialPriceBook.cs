using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;

namespace Tradepost.Pricing.SpecialPrices;

/// <summary>Special prices as baskets get them, and as product pages show them.</summary>
internal sealed class SpecialPriceBook(
    SpecialPriceShelf shelf, ICustomerGroups memberships, Database db, TimeProvider time) : ISpecialPrices
{
    /// <summary>The circumstances with the unit prices that follow from them for this basket.</summary>
    public async Task<Circumstances> Into(Circumstances circumstances, Basket basket, Reads reads)
    {
        var known = await shelf.Of(basket.Lines.Select(line => line.VariantId).OfType<VariantId>(), reads);
        var groups = await Groups(circumstances, basket.Shopper, known, reads);
        return circumstances with
        {
            UnitPrices = SpecialPrice.Resolve(basket, known, groups, circumstances.At ?? time.GetUtcNow()),
        };
    }

    // Promotions ask for the groups only when one of them needs to know; here a price for a group does.
    private async Task<IReadOnlyList<string>> Groups(
        Circumstances circumstances, Shopper shopper, IReadOnlyDictionary<VariantId, SpecialPrice[]> known, Reads reads) =>
        circumstances.CustomerGroups.Count == 0 && shopper.UserId is { } user
            && known.Values.Any(prices => prices.Any(price => price.Group is not null))
            ? await memberships.Of(user, reads)
            : circumstances.CustomerGroups;

    public async Task<SpecialOffers> Offered(
        IReadOnlyCollection<VariantId> variants, Currency currency, UserId? customer, CancellationToken cancel)
    {
        var groups = customer is { } user ? await memberships.Of(user, cancel) : [];
        var (known, now) = (await shelf.Of(variants, new Reads(db, cancel)), time.GetUtcNow());
        var mine = known.Values.SelectMany(prices => prices)
            .Where(price => price.Price.Currency == currency && price.IsFor(groups) && !(price.EndsAt <= now)).ToArray();
        var changes = mine.SelectMany(price => new[] { price.StartsAt, price.EndsAt }).Where(at => at > now).Min();
        return new(
            [.. mine.Where(price => price.IsOpen(now)).OrderBy(price => price.VariantId).ThenBy(price => price.MinQuantity)
                .Select(price => new SpecialOffer(price.VariantId, price.MinQuantity, price.Price, price.Group is not null))],
            changes);
    }
}
