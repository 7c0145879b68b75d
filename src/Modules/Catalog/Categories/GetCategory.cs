using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Http;

namespace Tradepost.Catalog.Categories;

/// <summary>Answers one category with those below it.</summary>
internal static class GetCategory
{
    internal static async Task<IResult> Handle(string idOrSlug, HttpContext http, ICatalogPages pages, CancellationToken cancel)
    {
        if (await pages.Category(idOrSlug, cancel) is not { } category)
        {
            return CatalogErrors.CategoryNotFound.Refuse().ToResult();
        }

        AnswerCache.Keep(http, CatalogTags.Lists, CatalogTags.Categories);
        return Results.Json(category, ApiJson.Options);
    }
}
