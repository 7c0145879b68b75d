using System.Security.Cryptography;
using System.Text;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Import;

/// <summary>What a product must be to be taken in, and how a product that changed is told from one that did not.</summary>
internal static class ImportRules
{
    private const int MostVariants = 200;

    /// <summary>What is wrong with it, naming the field; null when nothing is.</summary>
    public static string? Fault(ImportProduct product, Currency currency)
    {
        var variants = product.Variants;
        return product.ExternalId.Length is 0 or > 200 ? "id: must have 1 to 200 characters"
            : string.IsNullOrWhiteSpace(product.Name) || product.Name.Length > 300 ? "name: must have 1 to 300 characters"
            : product.Brand?.Length > 100 ? "brand: must have at most 100 characters"
            : product.Slug is { } slug && !Products.Slug.IsWellFormed(slug) ? "slug: must be lower-case words joined by hyphens"
            : variants.Count is 0 or > MostVariants ? "variants: there must be 1 to 200"
            : variants.DistinctBy(variant => variant.Sku, StringComparer.OrdinalIgnoreCase).Count() < variants.Count
                ? "variants: a SKU stands there twice"
            : variants.Select(variant => Fault(variant, currency)).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>
    /// A fingerprint of all that an import writes. Stock is left out: it is taken once, when a variant is new, and belongs to the shop from
    /// then on.
    /// </summary>
    public static string Hash(Incoming incoming)
    {
        var product = incoming.Product;
        var written = product with { Variants = [.. product.Variants.Select(variant => variant with { Stock = 0 })] };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json.Of(new { written, incoming.CategoryPath }).Text)));
    }

    private static string? Fault(ImportVariant variant, Currency currency) =>
        variant.Sku.Length is 0 or > 100 ? "sku: must have 1 to 100 characters"
        : variant.Price.Currency != currency ? $"currency: the shop sells in {currency}"
        : variant.CompareAtPrice is { } before && before.Currency != currency ? $"currency: the shop sells in {currency}"
        : variant.Price.IsNegative || variant.CompareAtPrice is { IsNegative: true } ? "price: must not be negative"
        : variant.Stock is < 0 or > 1_000_000 ? "stock: must be between 0 and 1000000"
        : variant.WeightGrams is <= 0 ? "weight: must be above 0"
        : variant.DimensionsMm is { Width: <= 0 } or { Height: <= 0 } or { Depth: <= 0 } ? "size: must be above 0"
        : variant.Gtin is { } gtin && !Products.Gtin.HasForm(gtin) ? "gtin: must have 8, 12, 13 or 14 digits"
        : null;
}
