using System.Text.Json.Nodes;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Shop;
using Tradepost.Host.Serving;
using Tradepost.Platform.Http;

namespace Tradepost.Host.Storefront;

/// <summary>The opening page.</summary>
internal static class HomePage
{
    private static readonly PageQuery Eight = new(1, 8);

    public static async Task Handle(HttpContext http, ICatalogPages catalog, ShopSettings settings, PageWriter writer,
        CancellationToken cancel)
    {
        var categories = await catalog.Categories(cancel);
        var featured = await catalog.Products(new ProductListQuery { Tags = ["featured"], Page = Eight }, cancel);
        var newest = await catalog.Products(new ProductListQuery { Sort = "newest", Page = Eight }, cancel);
        var onSale = await catalog.Products(new ProductListQuery { Tags = ["sale"], Page = Eight }, cancel);
        await writer.Write(http, new Page
        {
            Title = settings.Name,
            Description = settings.Hero?.Text,
            CanonicalPath = "/",
            ImagePath = settings.Hero?.ImageUrl,
            StructuredData = [Organization(settings)],
            Tags = [CatalogTags.Lists],
            Content = Content(settings, categories, featured, newest, onSale),
            Queries =
            [
                (["settings"], SettingsRoute.Of(settings)),
                (["categories"], categories),
                (["products", "tag=featured&pageSize=8"], featured),
                (["products", "sort=newest&pageSize=8"], newest),
                (["products", "tag=sale&pageSize=8"], onSale),
            ],
        });
    }

    private static HtmlText Content(
        ShopSettings settings, IReadOnlyList<CategoryNode> categories, ProductList featured, ProductList newest, ProductList onSale) =>
        $"""
        <main><h1>{settings.Hero?.Title ?? settings.Name}</h1><p>{settings.Hero?.Text}</p>
        {Parts.Navigation(categories)}
        <h2>Featured</h2>{Parts.Products(featured.Items)}
        <h2>New</h2>{Parts.Products(newest.Items)}
        <h2>On sale</h2>{Parts.Products(onSale.Items)}</main>
        """;

    private static JsonObject Organization(ShopSettings settings) => new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "WebSite",
        ["name"] = settings.Name,
        ["url"] = settings.BaseUrl + "/",
        ["potentialAction"] = new JsonObject
        {
            ["@type"] = "SearchAction",
            ["target"] = settings.BaseUrl + "/search?q={search_term_string}",
            ["query-input"] = "required name=search_term_string",
        },
    };
}
