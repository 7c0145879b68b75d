using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Data;

namespace Tradepost.Catalog.Products;

/// <summary>Whether variants and products can be bought, kept beside them so that listings filter without asking stock.</summary>
internal static class StockFlags
{
    /// <summary>
    /// Sets it for these variants, and for their products: in stock while one variant is. The products are locked first, in order of id, so
    /// that two of its variants running out at once cannot each take the other for available.
    /// </summary>
    public static async Task Set(Tx tx, IReadOnlyDictionary<VariantId, bool> inStock)
    {
        var ids = inStock.Keys.Select(id => id.Value).ToArray();
        var flags = inStock.Values.ToArray();
        var products = await tx.Query(
            $"""
            select p.id from catalog.products p where p.id in (
              select v.product_id from unnest({ids}, {flags}) as now (id, in_stock) join catalog.variants v using (id)
              where v.in_stock <> now.in_stock)
            order by p.id for no key update
            """,
            row => row.Id<Contracts.Kinds.Product>(0));
        if (products.Count == 0)
        {
            return;
        }

        tx.Queue(
            $"""
            update catalog.variants v set in_stock = now.in_stock from unnest({ids}, {flags}) as now (id, in_stock)
            where v.id = now.id and v.in_stock <> now.in_stock
            """);
        tx.Queue(
            $"""
            update catalog.products p set in_stock = now.in_stock from (
              select product_id, bool_or(in_stock) as in_stock from catalog.variants
              where product_id = any({products.Guids()}) and deleted_at is null group by product_id) now
            where p.id = now.product_id and p.in_stock <> now.in_stock
            """);
        tx.Touch(CatalogTags.Lists);
    }
}
