using Microsoft.AspNetCore.Http;
using Tradepost.Catalog.CurrencyPrices;
using Tradepost.Catalog.PriceTimes;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Access;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.PricePage;

/// <summary>What the variants of a product cost, and all there is to say of it: to everybody, and to a customer's groups.</summary>
internal static class GetProductPrices
{
    internal sealed record Prices(ProductId ProductId, Currency Currency, bool PricesIncludeTax, IReadOnlyList<VariantPrice> Variants);

    /// <param name="Id">A variant sold in this currency.</param>
    /// <param name="Price">For one unit.</param>
    /// <param name="CompareAtPrice">The price it is reduced from.</param>
    /// <param name="Lowest30Days">Of the 30 days before the reduction began; absent when it is not reduced, or had no price before.</param>
    /// <param name="PlanEndsAt">When the reduced price ends; absent when no end is planned.</param>
    /// <param name="QuantityPrices">Lower prices from a quantity on, for everybody.</param>
    /// <param name="GroupPrices">Lower prices for the customer who asks; none for a guest.</param>
    internal sealed record VariantPrice(
        VariantId Id, Money Price, Money? CompareAtPrice, Money? Lowest30Days, DateTimeOffset? PlanEndsAt,
        IReadOnlyList<PriceStep> QuantityPrices, IReadOnlyList<PriceStep> GroupPrices);

    private sealed record Stored(VariantId Id, Money Price, Money? CompareAtPrice, DateTimeOffset? PlanEndsAt);

    internal static async Task<IResult> Handle(
        ProductId id, string? currency, HttpContext http, Caller caller, ShopSettings shop, Database db, ISpecialPrices special,
        CancellationToken cancel)
    {
        var (faults, settings) = (new Faults(), shop.Now);
        var wanted = CurrencyQuery.Read(http.Request.Query, shop, faults) ?? settings.Currency;
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        if (!await db.Row($"select true from catalog.products where id = {id} and visible", row => row.GetBoolean(0), cancel))
        {
            return CatalogErrors.ProductNotFound.Refuse().ToResult();
        }

        var variants = await db.Query(wanted == settings.Currency ? Own(id) : Other(id, wanted), Read, cancel);
        var offers = await special.Offered([.. variants.Select(variant => variant.Id)], wanted, caller.UserId, cancel);
        var lowest = await LowestPrices.Of(db, id, wanted, cancel);
        if (offers.ChangesAt is null)
        {
            AnswerCache.Keep(
                http, [CatalogTags.Product(id), .. variants.Select(variant => PricingTags.SpecialPrices(variant.Id))]);
        }

        return Results.Json(
            new Prices(id, wanted, settings.PricesIncludeTax, [.. variants.Select(variant => Show(variant, offers, lowest))]),
            ApiJson.Options);
    }

    private static VariantPrice Show(Stored it, SpecialOffers offers, IReadOnlyDictionary<VariantId, Money> lowest)
    {
        var own = offers.Prices.Where(offer => offer.VariantId == it.Id).ToArray();
        var reduced = it.CompareAtPrice > it.Price;
        return new(
            it.Id, it.Price, it.CompareAtPrice, reduced && lowest.TryGetValue(it.Id, out var low) ? low : null, it.PlanEndsAt,
            PriceStep.Of(own.Where(offer => !offer.ForGroup), it.Price),
            own.Any(offer => offer.ForGroup) ? PriceStep.Of(own, it.Price) : []);
    }

    // A planned price that an edit replaced has no end to count down to.
    private static SqlText Own(ProductId id)
    {
        SqlText sql = $"""
            select v.id, v.price_minor, v.compare_at_minor, v.currency, p.ends_at
            from catalog.variants v
            left join catalog.price_plans p on p.variant_id = v.id and p.state = 'running' and p.price_minor = v.price_minor
              and p.price_minor < p.before_price_minor and v.compare_at_minor is not distinct from p.set_compare_at_minor
            where v.product_id = {id} and v.deleted_at is null order by v.position, v.id
            """;
        return sql;
    }

    private static SqlText Other(ProductId id, Currency currency)
    {
        SqlText sql = $"""
            select v.id, c.price_minor, c.compare_at_minor, c.currency, null::timestamptz
            from catalog.variants v join catalog.variant_prices c on c.variant_id = v.id and c.currency = {currency}
            where v.product_id = {id} and v.deleted_at is null order by v.position, v.id
            """;
        return sql;
    }

    private static Stored Read(Npgsql.NpgsqlDataReader row) => new(
        row.Id<Contracts.Kinds.Variant>(0), row.Money(1, 3), row.MoneyOrNull(2, 3), row.InstantOrNull(4));
}
