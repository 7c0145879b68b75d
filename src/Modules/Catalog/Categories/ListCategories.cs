using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Http;

namespace Tradepost.Catalog.Categories;

/// <summary>Answers the category tree.</summary>
internal static class ListCategories
{
    internal static async Task<IResult> Handle(HttpContext http, ICatalogPages pages, CancellationToken cancel)
    {
        AnswerCache.Keep(http, CatalogTags.Lists, CatalogTags.Categories);
        return Results.Json(await pages.Categories(cancel), ApiJson.Options);
    }
}
