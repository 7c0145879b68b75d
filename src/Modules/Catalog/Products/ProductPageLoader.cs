using Npgsql;
using Tradepost.Catalog.Categories;
using Tradepost.Catalog.Listing;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Data;

namespace Tradepost.Catalog.Products;

/// <summary>Puts a product's page together from its row, its variants, its pictures, what is in stock, and what is like it.</summary>
internal sealed class ProductPageLoader(Database db, IInventory inventory, CategoryShelf categories, ListingItems items)
{
    private const int MostRelated = 8;

    public async Task<Found<ProductPage>> Load(string idOrSlug, CancellationToken cancel)
    {
        if (await ProductRecord.Find(db, idOrSlug, cancel) is not { } product)
        {
            return new(null, await ProductRecord.MovedTo(db, idOrSlug, cancel));
        }

        var tree = await categories.Tree(cancel);
        var images = await Images(product, cancel);
        var variants = await Variants(product, images, cancel);
        var related = await items.Load(await Related(product, cancel), cancel);
        return new(Page(product, tree, images, variants, related), null);
    }

    private static ProductPage Page(
        ProductRecord it, CategoryTree tree, List<ProductImage> images, List<ProductVariant> variants,
        IReadOnlyList<ProductListItem> related)
    {
        var available = variants.Sum(variant => variant.Available);
        return new(
            it.Id, it.ExternalId, it.Slug, it.Name, it.Description, it.Brand, Category(it, tree), it.Tags, images, it.Price,
            it.CompareAtPrice,
            Stock.Status(available), available, it.Options, variants, it.Attributes, it.Highlights, it.Rating, it.ReviewCount, related,
            it.CreatedAt, it.UpdatedAt);
    }

    private static ProductCategory? Category(ProductRecord product, CategoryTree tree) =>
        product.CategoryId is { } id && tree.Find(id) is { } node ? new(node.Id, node.Slug, node.Name, tree.Path(node)) : null;

    private async Task<List<ProductImage>> Images(ProductRecord product, CancellationToken cancel)
    {
        var images = await db.Query(
            $"select url, alt, options from catalog.product_images where product_id = {product.Id} order by position, id",
            row => new ProductImage(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.Json<Dictionary<string, string>>(2)),
            cancel);
        return images.Count > 0 ? images : [new(Picture.Placeholder(product.Id), product.Name, null)];
    }

    private async Task<List<ProductVariant>> Variants(ProductRecord product, List<ProductImage> images, CancellationToken cancel)
    {
        var variants = await db.Query(
            $"""
            select id, sku, gtin, options, price_minor, compare_at_minor, currency, weight_grams, width_mm, height_mm, depth_mm
            from catalog.variants where product_id = {product.Id} and deleted_at is null order by position
            """,
            row => Variant(row, images),
            cancel);
        var available = await inventory.Available([.. variants.Select(variant => variant.Id)], cancel);
        return variants.ConvertAll(variant => variant with { Available = available.GetValueOrDefault(variant.Id) });
    }

    private static ProductVariant Variant(NpgsqlDataReader row, List<ProductImage> images)
    {
        var options = row.Json<Dictionary<string, string>>(3);
        return new(
            row.Id<Contracts.Kinds.Variant>(0), row.GetString(1), row.TextOrNull(2), options, row.Money(4, 6), row.MoneyOrNull(5, 6), 0,
            Pictures.Showing(images, options)?.Url, row.IntOrNull(7),
            row.IsDBNull(8) || row.IsDBNull(9) || row.IsDBNull(10) ? null : new(row.GetInt32(8), row.GetInt32(9), row.GetInt32(10)));
    }

    // Of the same category, the nearest in price first.
    private async Task<List<ProductId>> Related(ProductRecord product, CancellationToken cancel) => product.CategoryId is not { } category
        ? []
        : await db.Query(
            $"""
            select id from catalog.products
            where visible and category_id = {category} and id <> {product.Id}
            order by abs(price_minor - {product.Price.Minor}), id limit {MostRelated}
            """,
            row => row.Id<Contracts.Kinds.Product>(0),
            cancel);
}
