using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Http;

namespace Tradepost.Catalog.Products;

/// <summary>Answers a product's page; sends readers of an old address to the new one.</summary>
internal static class GetProduct
{
    internal static async Task<IResult> Handle(string idOrSlug, HttpContext http, ICatalogPages pages, CancellationToken cancel)
    {
        var (page, movedTo) = await pages.Product(idOrSlug, cancel);
        if (movedTo is not null)
        {
            return Results.Redirect($"/api/v1/products/{movedTo}", permanent: true);
        }

        if (page is null)
        {
            return CatalogErrors.ProductNotFound.Refuse().ToResult();
        }

        AnswerCache.Keep(http, CatalogTags.Of(page));
        return Results.Json(page, ApiJson.Options);
    }
}
