using Tradepost.Catalog.Categories;
using Tradepost.Catalog.Products;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Editing;

/// <summary>What creating and editing a product have in common.</summary>
internal static class ProductChanges
{
    /// <summary>A refusal when the category is not there.</summary>
    public static async Task<Refusal?> CheckCategory(Tx tx, CategoryId? category) =>
        category is { } id && !await tx.Row($"select true from catalog.categories where id = {id} for key share", row => row.GetBoolean(0))
            ? PlatformErrors.Invalid.On("categoryId", "is not a category")
            : null;

    /// <summary>The brand with this name; null when the name is blank.</summary>
    public static async Task<Id<Brand>?> BrandOf(Tx tx, string? name) =>
        string.IsNullOrWhiteSpace(name) ? null : await Brands.Ensure(tx, name.Trim());

    /// <summary>Trimmed, lower case, each once.</summary>
    public static string[] Tags(IEnumerable<string> tags) =>
        [.. tags.Select(tag => tag.Trim().ToLowerInvariant()).Distinct(StringComparer.Ordinal)];

    /// <summary>Trimmed.</summary>
    public static IReadOnlyList<ProductSpec> Specs(IEnumerable<ProductSpec> specs) =>
        [.. specs.Select(spec => new ProductSpec(spec.Name.Trim(), spec.Value.Trim()))];

    /// <summary>A text as it was written, or null when nothing was.</summary>
    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>After the records were changed: what is derived from them, the stock of new variants, and word to everybody.</summary>
    public static async Task Finish(Tx tx, IInventory inventory, Product product, IReadOnlyList<StockReceipt> receipts, string change,
        string by)
    {
        await tx.Flush();
        var ids = new[] { product.Id.Value };
        tx.Queue($"select catalog.refresh_products({ids})");
        if (receipts.Count > 0)
        {
            await inventory.Receive(tx, receipts, "First stock", by);
        }

        tx.Publish(new ProductChanged(product.Id, change));
        tx.Touch(CatalogTags.Product(product.Id), CatalogTags.Lists);
    }
}
