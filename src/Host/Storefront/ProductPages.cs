using System.Text.Json.Nodes;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Shop;
using Tradepost.Host.Serving;

namespace Tradepost.Host.Storefront;

/// <summary>A product's own page. An old address leads to the new one for good.</summary>
internal static class ProductPages
{
    private const int DescriptionLength = 155;

    public static async Task Handle(HttpContext http, string slug, ICatalogPages catalog, ShopSettings settings, PageWriter writer,
        CancellationToken cancel)
    {
        var found = await catalog.Product(slug, cancel);
        if (found.MovedTo is { } moved)
        {
            http.Response.Redirect($"/p/{Uri.EscapeDataString(moved)}", permanent: true);
            return;
        }

        if (found.Value is not { } product)
        {
            await Pages.NotThere(http, writer);
            return;
        }

        await writer.Write(http, new Page
        {
            Title = product.Name,
            Description = Shorten(product.Description),
            CanonicalPath = $"/p/{product.Slug}",
            ImagePath = product.Images.Count > 0 ? product.Images[0].Url : null,
            StructuredData = [StructuredProduct(product, settings), Breadcrumbs(product, settings)],
            Tags = [CatalogTags.Product(product.Id), CatalogTags.Lists],
            Content = Content(product),
            Queries =
            [
                (["settings"], SettingsRoute.Of(settings)),
                (["categories"], await catalog.Categories(cancel)),
                (["product", slug], product),
            ],
        });
    }

    private static string? Shorten(string? text)
    {
        var line = text?.ReplaceLineEndings(" ");
        return line is null || line.Length <= DescriptionLength ? line : line[..line.LastIndexOf(' ', DescriptionLength)] + " …";
    }

    private static HtmlText Content(ProductPage product) =>
        $"""
        <main>{Parts.Path(product.Category?.Path ?? [])}
        <h1>{product.Name}</h1><p>{product.Brand}</p>
        {HtmlText.Each(product.Images.Take(1), image => $"<img src=\"{image.Url}\" alt=\"{image.Alt}\" width=\"640\" height=\"640\">")}
        <p>{Parts.Price(product.Price)}{Before(product)}</p>
        <p>{Parts.Availability(product.Status)}</p>
        <ul>{HtmlText.Each(product.Highlights, highlight => $"<li>{highlight}</li>")}</ul>
        {HtmlText.Each(Paragraphs(product), paragraph => $"<p>{paragraph}</p>")}
        <h2>Specification</h2><table>{HtmlText.Each(product.Attributes, Row)}</table>
        <h2>Related</h2>{Parts.Products(product.Related)}</main>
        """;

    private static HtmlText Before(ProductPage product) =>
        HtmlText.When(product.CompareAtPrice is not null, () => $" <s>{Parts.Price(product.CompareAtPrice!.Value)}</s>");

    private static string[] Paragraphs(ProductPage product) =>
        (product.Description ?? "").Split("\n\n", StringSplitOptions.RemoveEmptyEntries);

    private static HtmlText Row(ProductSpec spec) => $"<tr><th scope=\"row\">{spec.Name}</th><td>{spec.Value}</td></tr>";

    private static JsonObject StructuredProduct(ProductPage product, ShopSettings settings)
    {
        var address = $"{settings.BaseUrl}/p/{product.Slug}";
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Product",
            ["name"] = product.Name,
            ["description"] = product.Description,
            ["url"] = address,
            ["image"] = new JsonArray([.. product.Images.Select(image => JsonValue.Create(settings.BaseUrl + image.Url))]),
            ["sku"] = product.Variants.Count > 0 ? product.Variants[0].Sku : null,
            ["gtin"] = product.Variants.Count > 0 ? product.Variants[0].Gtin : null,
            ["brand"] = product.Brand is null ? null : new JsonObject { ["@type"] = "Brand", ["name"] = product.Brand },
            ["offers"] = new JsonArray([.. product.Variants.Select(variant => Offer(variant, address))]),
        };
        if (product is { Rating: { } rating, ReviewCount: > 0 })
        {
            data["aggregateRating"] = new JsonObject { ["@type"] = "AggregateRating", ["ratingValue"] = rating,
                ["reviewCount"] = product.ReviewCount };
        }

        return data;
    }

    private static JsonObject Offer(ProductVariant variant, string address) => new()
    {
        ["@type"] = "Offer",
        ["sku"] = variant.Sku,
        ["price"] = Parts.Plain(variant.Price),
        ["priceCurrency"] = variant.Price.Currency.Code,
        ["availability"] = variant.Available > 0 ? "https://schema.org/InStock" : "https://schema.org/OutOfStock",
        ["url"] = address,
    };

    private static JsonObject Breadcrumbs(ProductPage product, ShopSettings settings) => new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = new JsonArray([.. (product.Category?.Path ?? []).Select((at, index) => new JsonObject
        {
            ["@type"] = "ListItem",
            ["position"] = index + 1,
            ["name"] = at.Name,
            ["item"] = $"{settings.BaseUrl}/c/{at.Slug}",
        })]),
    };
}
