using Microsoft.AspNetCore.Http;
using Tradepost.Catalog.CurrencyPrices;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Http;

namespace Tradepost.Catalog.Products;

/// <summary>Answers a product's page; sends readers of an old address to the new one.</summary>
internal static class GetProduct
{
    internal static async Task<IResult> Handle(
        string idOrSlug, string? currency, HttpContext http, ICatalogPages pages, ShopSettings shop, CancellationToken cancel)
    {
        var faults = new Faults();
        var other = CurrencyQuery.Read(http.Request.Query, shop, faults);
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        var (page, movedTo) = other is { } wanted
            ? await pages.Product(idOrSlug, wanted, cancel)
            : await pages.Product(idOrSlug, cancel);
        if (movedTo is not null)
        {
            return Results.Redirect($"/api/v1/products/{movedTo}{http.Request.QueryString}", permanent: true);
        }

        if (page is null)
        {
            return CatalogErrors.ProductNotFound.Refuse().ToResult();
        }

        AnswerCache.Keep(http, CatalogTags.Of(page));
        return Results.Json(page, ApiJson.Options);
    }
}
