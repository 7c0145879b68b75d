using Microsoft.AspNetCore.Http;
using Tradepost.Catalog.CurrencyPrices;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Http;

namespace Tradepost.Catalog.Listing;

/// <summary>Answers while words are being typed: products, categories, and searches the words may become.</summary>
internal static class Suggest
{
    internal sealed record Query(string? Q, string? Currency);

    internal sealed record Suggestions(IReadOnlyList<ProductListItem> Products, IReadOnlyList<SuggestedCategory> Categories,
        IReadOnlyList<string> Queries);

    internal sealed record SuggestedCategory(CategoryId Id, string Slug, string Name, int ProductCount);

    internal static async Task<IResult> Handle([AsParameters] Query documented, HttpContext http, SuggestionSearch search,
        ShopSettings shop, CancellationToken cancel)
    {
        var faults = new Faults();
        var words = QueryValues.Text(http.Request.Query, "q", 200, faults);
        var currency = CurrencyQuery.Read(http.Request.Query, shop, faults);
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        var found = words is null ? new([], [], []) : await search.Run(words, currency, cancel);
        AnswerCache.Keep(http, [CatalogTags.Lists, CatalogTags.Categories, .. found.Products.Select(item => CatalogTags.Stock(item.Id))]);
        return Results.Json(found, ApiJson.Options);
    }
}
