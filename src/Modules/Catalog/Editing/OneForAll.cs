using Tradepost.Catalog.Products;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Editing;

/// <summary>An edit that names no variants: what it says of price and package holds for each of them.</summary>
internal static class OneForAll
{
    /// <summary>A refusal when it says something only a single variant can have.</summary>
    public static async Task<Refusal?> Set(Tx tx, Product product, Body<EditProduct.Request> body)
    {
        var variants = product.LiveVariants.ToList();
        var input = body.Value;
        if (input.Sku is not null && await Registry.Skus(tx, [input.Sku.Trim()], product.Id) is { } taken)
        {
            return taken;
        }

        if (variants.Count > 1 && (input.Sku ?? input.Gtin) is not null)
        {
            return PlatformErrors.Invalid.On(input.Sku is null ? "gtin" : "sku", "belongs to a variant; this product has several");
        }

        foreach (var variant in variants)
        {
            variant.PriceMinor = input.Price?.Minor ?? variant.PriceMinor;
            variant.CompareAtMinor = body.Has("compareAtPrice") ? input.CompareAtPrice?.Minor : variant.CompareAtMinor;
            variant.CostMinor = body.Has("cost") ? input.Cost?.Minor : variant.CostMinor;
            variant.WeightGrams = body.Has("weightGrams") ? input.WeightGrams : variant.WeightGrams;
            variant.Dimensions = body.Has("dimensionsMm") ? input.DimensionsMm : variant.Dimensions;
            variant.Sku = string.IsNullOrWhiteSpace(input.Sku) ? variant.Sku : input.Sku.Trim();
            variant.Gtin = body.Has("gtin") ? ProductChanges.Blank(input.Gtin) : variant.Gtin;
            variant.UpdatedAt = tx.Now;
        }

        return null;
    }
}
