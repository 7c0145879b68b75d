using Tradepost.Catalog.Editing;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Data;

namespace Tradepost.Catalog.PriceTimes;

/// <summary>
/// What every change of prices has to do, besides changing them, so that listing, sorting, search, carts, remembered answers and ETags
/// all know: the same as an edit of the product does.
/// </summary>
internal static class PriceChanges
{
    /// <summary>Locks the products of these variants like an edit would: in order of id, behind whoever edits or imports now.</summary>
    public static async Task<ProductId[]> Open(Tx tx, IReadOnlyCollection<VariantId> variants)
    {
        await Registry.Open(tx);
        var ids = variants.Guids();
        return [.. await tx.Query(
            $"""
            select id from catalog.products where id in (select product_id from catalog.variants where id = any({ids}))
            order by id for update
            """,
            row => row.Id<Contracts.Kinds.Product>(0))];
    }

    /// <summary>Brings what is derived from prices up to date and tells everybody.</summary>
    public static void Finish(Tx tx, IReadOnlyCollection<ProductId> products)
    {
        if (products.Count == 0)
        {
            return;
        }

        var ids = products.Guids();
        tx.Queue($"select catalog.refresh_prices({ids})");
        tx.Queue($"update catalog.products set version = version + 1, updated_at = {tx.Now} where id = any({ids})");
        Tell(tx, products);
    }

    /// <summary>Tells everybody that these products have other prices.</summary>
    public static void Tell(Tx tx, IEnumerable<ProductId> products)
    {
        foreach (var product in products)
        {
            tx.Publish(new ProductChanged(product, "priced"));
            tx.Touch(CatalogTags.Product(product));
        }

        tx.Touch(CatalogTags.Lists);
    }
}
