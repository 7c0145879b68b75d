using Microsoft.AspNetCore.Http;
using Tradepost.Catalog.PricePlans;
using Tradepost.Catalog.PriceTimes;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.CurrencyPrices;

/// <summary>All that is known of a product's prices, for the screen where staff see to them.</summary>
internal static class GetAdminPrices
{
    /// <param name="Currency">The shop's own.</param>
    /// <param name="OtherCurrencies">Those it sells in besides.</param>
    internal sealed record ProductPrices(
        ProductId Id, string Slug, string Name, Currency Currency, IReadOnlyList<Currency> OtherCurrencies,
        IReadOnlyList<VariantPrices> Variants);

    /// <param name="Lowest30Days">Of the 30 days before its reduction began; null when it is not reduced.</param>
    /// <param name="OpenPlans">Planned and running prices, the next first.</param>
    internal sealed record VariantPrices(
        VariantId Id, string Sku, IReadOnlyDictionary<string, string> Options, Money Price, Money? CompareAtPrice, Money? Cost,
        Money? Lowest30Days, IReadOnlyList<OtherPrice> OtherPrices, IReadOnlyList<PricePlan> OpenPlans);

    internal sealed record OtherPrice(Money Price, Money? CompareAtPrice);

    internal static Task<IResult> Handle(
        ProductId id, HttpContext http, ShopSettings shop, Database db, CancellationToken cancel) => Answer(id, http, shop, db, cancel);

    /// <summary>The prices with the product's ETag, or a refusal.</summary>
    internal static async Task<IResult> Answer(
        ProductId id, HttpContext http, ShopSettings shop, Database db, CancellationToken cancel)
    {
        var product = await db.Row(
            $"select slug, name, version from catalog.products where id = {id}",
            row => (Slug: row.GetString(0), Name: row.GetString(1), Version: row.GetInt32(2)), cancel);
        if (product.Slug is null)
        {
            return CatalogErrors.ProductNotFound.Refuse().ToResult();
        }

        var settings = shop.Now;
        var variants = await Variants(id, settings.Currency, db, cancel);
        http.Response.Headers.ETag = Etags.Of(product.Version);
        return Results.Json(
            new ProductPrices(id, product.Slug, product.Name, settings.Currency, settings.OtherCurrencies, variants), ApiJson.Options);
    }

    private static async Task<IReadOnlyList<VariantPrices>> Variants(
        ProductId id, Currency currency, Database db, CancellationToken cancel)
    {
        var lowest = await LowestPrices.Of(db, id, currency, cancel);
        var others = (await db.Query(
            $"""
            select c.variant_id, c.price_minor, c.compare_at_minor, c.currency
            from catalog.variants v join catalog.variant_prices c on c.variant_id = v.id
            where v.product_id = {id} and v.deleted_at is null order by c.currency
            """,
            row => (Id: row.Id<Contracts.Kinds.Variant>(0), Price: new OtherPrice(row.Money(1, 3), row.MoneyOrNull(2, 3))),
            cancel)).ToLookup(other => other.Id, other => other.Price);
        var plans = (await db.Query(
            PricePlan.Select(
                $"where v.product_id = {id} and p.state in ('planned', 'running') order by p.starts_at, p.id limit 1000"),
            PricePlan.Read, cancel)).ToLookup(plan => plan.VariantId);
        return await db.Query(
            $"""
            select id, sku, options, price_minor, compare_at_minor, cost_minor, currency from catalog.variants
            where product_id = {id} and deleted_at is null order by position, id
            """,
            row => Variant(row.Id<Contracts.Kinds.Variant>(0)) with
            {
                Sku = row.GetString(1), Options = row.Json<Dictionary<string, string>>(2), Price = row.Money(3, 6),
                CompareAtPrice = row.MoneyOrNull(4, 6), Cost = row.MoneyOrNull(5, 6),
            },
            cancel);

        VariantPrices Variant(VariantId variant) => new(
            variant, "", new Dictionary<string, string>(StringComparer.Ordinal), Money.Zero(currency), null, null,
            lowest.TryGetValue(variant, out var low) ? low : null, [.. others[variant]], [.. plans[variant]]);
    }
}
