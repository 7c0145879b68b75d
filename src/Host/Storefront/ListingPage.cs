using System.Globalization;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Shop;
using Tradepost.Host.Serving;
using Tradepost.Platform.Http;

namespace Tradepost.Host.Storefront;

/// <summary>Category and search pages. Filters are read leniently: an address somebody mistyped still shows a page.</summary>
internal static class ListingPage
{
    private const int PageSize = 24;

    public static async Task Category(
        HttpContext http, string slug, ICatalogPages catalog, ShopSettings settings, PageWriter writer, CancellationToken cancel)
    {
        if (await catalog.Category(slug, cancel) is not { } category)
        {
            await Pages.NotThere(http, writer);
            return;
        }

        await Show(http, category, catalog, settings, writer, cancel);
    }

    public static Task Search(HttpContext http, ICatalogPages catalog, ShopSettings settings, PageWriter writer,
        CancellationToken cancel) =>
        Show(http, null, catalog, settings, writer, cancel);

    private static async Task Show(
        HttpContext http, CategoryNode? category, ICatalogPages catalog, ShopSettings settings, PageWriter writer, CancellationToken cancel)
    {
        var query = Read(http.Request.Query, category, settings);
        var products = await catalog.Products(query, cancel);
        var categories = await catalog.Categories(cancel);
        var title = category?.Name ?? (query.Q is null ? "All products" : $"Results for “{query.Q}”");
        var page = query.Page.Page > 1 ? string.Create(CultureInfo.InvariantCulture, $"?page={query.Page.Page}") : "";
        await writer.Write(http, new Page
        {
            Title = title,
            Description = category?.Description,
            CanonicalPath = category is null ? null : $"/c/{category.Slug}{page}",
            ImagePath = category?.ImageUrl,
            Tags = [CatalogTags.Lists],
            Content = $"""
                <main>{Parts.Path(category?.Path ?? [])}<h1>{title}</h1><p>{products.Total} products</p>
                {Parts.Products(products.Items)}{Next(http, products)}</main>
                """,
            Queries =
            [
                (["settings"], SettingsRoute.Of(settings)),
                (["categories"], categories),
                (["products", Canonical(query, http.Request.Query)], products),
            ],
        });
    }

    private static HtmlText Next(HttpContext http, ProductList products)
    {
        var more = products.Total > (long)products.Page * products.PageSize;
        return HtmlText.When(more, () => $"<p><a rel=\"next\" href=\"{http.Request.Path}?page={products.Page + 1}\">Next page</a></p>");
    }

    private static ProductListQuery Read(IQueryCollection values, CategoryNode? category, ShopSettings settings)
    {
        var ignored = new Faults();
        var scale = (int)Math.Pow(10, settings.Currency.Scale);
        long? Minor(string name) => QueryValues.Number(values, name, 0, 1_000_000_000, ignored) is { } major ? (long)(major * scale) : null;
        var sort = QueryValues.Text(values, "sort", 20, ignored);
        return new ProductListQuery
        {
            Q = QueryValues.Text(values, "q", 200, ignored),
            Category = category?.Slug ?? QueryValues.Text(values, "category", 200, ignored),
            Brands = QueryValues.Several(values, "brand", 100, ignored),
            Tags = QueryValues.Several(values, "tag", 100, ignored),
            MinPriceMinor = Minor("minPrice"),
            MaxPriceMinor = Minor("maxPrice"),
            InStock = values["inStock"] == "true" ? true : null,
            Sort = sort is "price" or "-price" or "popularity" or "rating" or "newest" ? sort : "relevance",
            Page = new((int)(QueryValues.Whole(values, "page", 1, 100_000, ignored) ?? 1), PageSize),
        };
    }

    // The app's own canonical form of a listing's address: the same names in the same order, defaults left out.
    private static string Canonical(ProductListQuery query, IQueryCollection values)
    {
        var parts = new List<KeyValuePair<string, string>>();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add(new(name, value));
            }
        }

        Add("q", query.Q);
        Add("category", query.Category);
        query.Brands.ToList().ForEach(brand => Add("brand", brand));
        query.Tags.ToList().ForEach(tag => Add("tag", tag));
        Add("minPrice", query.MinPriceMinor is null ? null : values["minPrice"].ToString().Trim());
        Add("maxPrice", query.MaxPriceMinor is null ? null : values["maxPrice"].ToString().Trim());
        Add("inStock", query.InStock is true ? "true" : null);
        Add("sort", query.Sort == "relevance" ? null : query.Sort);
        Add("page", query.Page.Page > 1 ? query.Page.Page.ToString(CultureInfo.InvariantCulture) : null);
        return string.Join('&', parts.Select(part => $"{part.Key}={FormEncoded(part.Value)}"));
    }

    // As URLSearchParams writes it.
    private static string FormEncoded(string value) =>
        Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal).Replace("~", "%7E", StringComparison.Ordinal)
            .Replace("%2A", "*", StringComparison.Ordinal);
}
