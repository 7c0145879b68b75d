using Tradepost.Catalog.Products;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Editing;

/// <summary>
/// Makes a product's variants what a plan says: those that fit are changed, the others end, new ones are added with their stock.
/// </summary>
internal static class VariantChanges
{
    /// <summary>Applies the plan to a tracked product.</summary>
    /// <returns>The stock of the new variants.</returns>
    public static async Task<Outcome<IReadOnlyList<StockReceipt>>> Apply(Tx tx, Product product, VariantPlan plan, bool isNew)
    {
        var existing = isNew ? [] : product.LiveVariants.ToList();
        var matches = plan.Variants.Select(wanted => (Wanted: wanted, Variant: Match(wanted, existing, plan))).ToArray();
        var given = matches.Select(match => match.Wanted.Sku ?? match.Variant?.Sku).OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (await Registry.Skus(tx, given, product.Id) is { } taken)
        {
            return taken;
        }

        await End(tx, existing.Except(matches.Select(match => match.Variant).OfType<Variant>()), matches);
        var receipts = new List<StockReceipt>();
        foreach (var (position, (wanted, variant)) in matches.Index())
        {
            var sku = wanted.Sku ?? variant?.Sku ?? await Registry.FreeSku(tx, product.Slug, given);
            given.Add(sku);
            var target = variant ?? Add(product, wanted, sku, tx.Now, receipts);
            Set(target, wanted, sku, position, tx.Now);
        }

        product.Options = plan.Options;
        return receipts;
    }

    // By id, else by SKU; a product that keeps a single variant keeps that one.
    private static Variant? Match(VariantPlan.Wanted wanted, List<Variant> existing, VariantPlan plan) =>
        wanted.Id is { } id ? existing.Find(variant => variant.Id == id)
        : wanted.Sku is { } sku && existing.Find(variant => IsSame(variant.Sku, sku)) is { } same ? same
        : plan.Variants.Count == 1 && existing.Count == 1 ? existing[0]
        : null;

    private static bool IsSame(string sku, string other) => string.Equals(sku, other, StringComparison.OrdinalIgnoreCase);

    // SKUs that are given up or change hands are set free first: within one transaction they may pass from one variant to another.
    private static async Task End(Tx tx, IEnumerable<Variant> ending, (VariantPlan.Wanted Wanted, Variant? Variant)[] matches)
    {
        var moving = matches.Where(match => match.Variant is { } variant && match.Wanted.Sku is { } sku && !IsSame(variant.Sku, sku))
            .Select(match => match.Variant!.Id).Guids();
        foreach (var variant in ending)
        {
            variant.DeletedAt = tx.Now;
            variant.UpdatedAt = tx.Now;
        }

        await tx.Execute($"update catalog.variants set sku = id::text where id = any({moving})");
    }

    private static Variant Add(Product product, VariantPlan.Wanted wanted, string sku, DateTimeOffset now, List<StockReceipt> receipts)
    {
        var variant = new Variant
        {
            Id = VariantId.New(), ProductId = product.Id, Sku = sku, PriceMinor = wanted.Price.Minor, Currency = wanted.Price.Currency,
            Position = 0,
            CreatedAt = now, UpdatedAt = now,
        };
        product.Variants.Add(variant);
        receipts.Add(new(variant.Id, product.Id, wanted.Stock));
        return variant;
    }

    private static void Set(Variant variant, VariantPlan.Wanted wanted, string sku, int position, DateTimeOffset now)
    {
        variant.Sku = sku;
        variant.Gtin = wanted.Gtin ?? variant.Gtin;
        variant.Options = wanted.Options;
        variant.PriceMinor = wanted.Price.Minor;
        variant.CompareAtMinor = wanted.CompareAtPrice?.Minor;
        variant.CostMinor = wanted.Cost?.Minor;
        variant.WeightGrams = wanted.WeightGrams;
        variant.Dimensions = wanted.DimensionsMm;
        variant.Position = position;
        variant.UpdatedAt = now;
    }
}
