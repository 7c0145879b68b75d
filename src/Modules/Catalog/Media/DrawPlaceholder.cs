using Microsoft.AspNetCore.Http;
using Tradepost.Catalog.Categories;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Data;

namespace Tradepost.Catalog.Media;

/// <summary>Answers the drawn picture of a product; a plain box for products that are not there, since a picture is never broken.</summary>
internal static class DrawPlaceholder
{
    internal static async Task<IResult> Handle(string id, HttpContext http, Database db, CategoryShelf categories, CancellationToken cancel)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=86400";
        headers.ContentSecurityPolicy = "default-src 'none'";
        return Results.Text(await Draw(id, http, db, categories, cancel), "image/svg+xml; charset=utf-8");
    }

    private static async Task<string> Draw(string id, HttpContext http, Database db, CategoryShelf categories, CancellationToken cancel)
    {
        if (!ProductId.TryParse(id, null, out var product) || await Find(product, db, cancel) is not { } shown)
        {
            return Drawing.Of(Icons.For([]), null, "");
        }

        AnswerCache.Keep(http, CatalogTags.Product(product), CatalogTags.Categories);
        var tree = await categories.Tree(cancel);
        var path = shown.Category is { } category && tree.Find(category) is { } node ? tree.Path(node) : [];
        return Drawing.Of(Icons.For(path), shown.Brand, shown.Name);
    }

    private static Task<Shown?> Find(ProductId product, Database db, CancellationToken cancel) => db.Row(
        $"""
        select p.name, b.name, p.category_id from catalog.products p left join catalog.brands b on b.id = p.brand_id
        where p.id = {product} and p.visible
        """,
        row => new Shown(row.GetString(0), row.TextOrNull(1), row.IdOrNull<Contracts.Kinds.Category>(2)),
        cancel);

    private sealed record Shown(string Name, string? Brand, CategoryId? Category);
}
