using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Tradepost.Catalog.CurrencyPrices;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Listing;

/// <summary>Lists products: searched, narrowed, ordered, a page at a time.</summary>
internal static class ListProducts
{
    public static readonly string[] Sorts = ["relevance", "price", "-price", "popularity", "rating", "newest"];

    private const int MostText = 200;

    /// <summary>The query parameters, for the API document. <see cref="Read"/> reads them.</summary>
    [SuppressMessage("Performance", "CA1819", Justification = "Bound by the framework.")]
    internal sealed record Query(
        string? Q, string? Category, string[]? Brand, string[]? Tag, string? Vendor, string? MinPrice, string? MaxPrice, string? MinRating,
        string? InStock, string? Sort, string? Currency, string? Page, string? PageSize);

    internal static async Task<IResult> Handle(
        [AsParameters] Query documented, HttpContext http, ICatalogPages pages, ShopSettings shop,
        CancellationToken cancel)
    {
        var faults = new Faults();
        var other = CurrencyQuery.Read(http.Request.Query, shop, faults);
        var query = Read(http.Request.Query, other ?? shop.Currency, faults) with { Currency = other };
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        var list = await pages.Products(query, cancel);
        AnswerCache.Keep(http, CatalogTags.Of(list));
        return Results.Json(list, ApiJson.Options);
    }

    /// <summary>What a query string asks for, noting faults.</summary>
    internal static ProductListQuery Read(IQueryCollection query, Currency currency, Faults faults)
    {
        var (min, max) = Prices.Read(query, currency, faults);
        return new()
        {
            Q = QueryValues.Text(query, "q", MostText, faults),
            Category = QueryValues.Text(query, "category", MostText, faults),
            Brands = WithWholes(query, "brand", faults),
            Tags = WithWholes(query, "tag", faults),
            MinPriceMinor = min,
            MaxPriceMinor = max,
            MinRating = QueryValues.Number(query, "minRating", 0, 5, faults),
            InStock = QueryValues.Flag(query, "inStock", faults),
            Sort = QueryValues.OneOf(query, "sort", faults, Sorts),
            Page = PageQuery.From(query, faults),
        };
    }

    // "Black, Decker" may be two brands or one whose name holds a comma: both readings count.
    private static string[] WithWholes(IQueryCollection query, string name, Faults faults) =>
        [.. QueryValues.Several(query, name, MostText, faults)
            .Concat(query[name].OfType<string>().Where(value => value.Contains(',', StringComparison.Ordinal)))];
}
