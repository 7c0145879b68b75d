using Tradepost.Catalog.Products;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Editing;

/// <summary>
/// Gives out what must be unique among products: names, addresses, SKUs. One transaction at a time, so that what was free stays free.
/// </summary>
internal static class Registry
{
    private const int MostTries = 50;

    /// <summary>Waits for its turn. Held until the transaction ends.</summary>
    public static Task Open(Tx tx) => tx.Execute($"select pg_advisory_xact_lock(hashtext('catalog.registry'))");

    /// <summary>A refusal when another product that is not deleted has the name.</summary>
    public static async Task<Refusal?> Name(Tx tx, string name, ProductId product) =>
        await tx.Row(
            $"select true from catalog.products where lower(name) = lower({name}) and deleted_at is null and id <> {product} limit 1",
            row => row.GetBoolean(0))
            ? CatalogErrors.NameTaken.Refuse()
            : null;

    /// <summary>An address nobody has and nobody had, near the one wanted. The product's own old addresses are free to it.</summary>
    public static async Task<string> FreeSlug(Tx tx, string wanted, ProductId product)
    {
        var candidates = Slug.Candidates(wanted, null, product);
        var taken = await Slug.Taken(tx, candidates, product);
        return candidates.First(candidate => !taken.Contains(candidate));
    }

    /// <summary>A refusal when a variant of another product has one of the SKUs.</summary>
    public static async Task<Refusal?> Skus(Tx tx, IEnumerable<string> skus, ProductId product)
    {
        var wanted = skus.ToArray();
        var taken = await tx.Row(
            $"""
            select sku from catalog.variants
            where deleted_at is null and product_id <> {product} and lower(sku) in (select lower(s) from unnest({wanted}) as s) limit 1
            """,
            row => row.GetString(0));
        return taken is null ? null : CatalogErrors.SkuTaken.With("sku", taken);
    }

    /// <summary>A SKU nobody has, made from the product's address; for variants that came without one.</summary>
    public static async Task<string> FreeSku(Tx tx, string slug, ICollection<string> given)
    {
        var stem = slug.ToUpperInvariant();
        var candidates = Enumerable.Range(1, MostTries).Select(n => n == 1 ? stem : $"{stem}-{n}").ToArray();
        var taken = await tx.Query(
            $"""
            select upper(sku) from catalog.variants
            where deleted_at is null and lower(sku) in (select lower(s) from unnest({candidates}) as s)
            """,
            row => row.GetString(0));
        return candidates.Except(taken, StringComparer.OrdinalIgnoreCase).Except(given, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault($"{stem}-{VariantId.New().Value:N}");
    }
}
