using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.PriceTimes;

/// <summary>What a variant cost, the latest first. In the shop's own currency unless another is named.</summary>
internal static class ListPriceHistory
{
    /// <summary>A price and the time it held.</summary>
    /// <param name="ValidFrom">From when on.</param>
    /// <param name="Price">Null: it had no price in this currency from then on.</param>
    /// <param name="CompareAtPrice">What it was shown to be reduced from.</param>
    internal sealed record Item(DateTimeOffset ValidFrom, Money? Price, Money? CompareAtPrice);

    internal static async Task<IResult> Handle(
        VariantId id, string? currency, PageQuery page, ShopSettings shop, Database db, CancellationToken cancel)
    {
        if (!Currency.TryOf(currency ?? shop.CurrencyCode, out var wanted))
        {
            return PlatformErrors.Invalid.On("currency", "is not an ISO 4217 currency code").ToResult();
        }

        if (!await db.Row($"select true from catalog.variants where id = {id}", row => row.GetBoolean(0), cancel))
        {
            return CatalogErrors.VariantNotFound.Refuse().ToResult();
        }

        var total = await db.Row(
            $"select count(*) from catalog.price_history where variant_id = {id} and currency = {wanted}", row => row.GetInt64(0), cancel);
        var items = await db.Query(
            $"""
            select valid_from, price_minor, compare_at_minor, currency
            from catalog.price_history where variant_id = {id} and currency = {wanted}
            order by valid_from desc, id desc limit {page.PageSize} offset {page.Offset}
            """,
            row => new Item(row.Instant(0), row.MoneyOrNull(1, 3), row.MoneyOrNull(2, 3)),
            cancel);
        return Results.Json(new Paged<Item>(items, page.Page, page.PageSize, total), ApiJson.Options);
    }
}
