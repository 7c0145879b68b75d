using Tradepost.Catalog.Categories;
using Tradepost.Catalog.Editing;
using Tradepost.Catalog.Products;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Import;

/// <summary>
/// Takes some hundred products in, in one transaction and a handful of statements. Products whose fingerprint is known are passed over
/// before a transaction is even opened.
/// </summary>
internal sealed class ProductBatch(Database db, IInventory inventory, ImportedCategories categories, CategoryShelf shelf, ShopSettings shop)
{
    public async Task<Tally> Take(IReadOnlyList<Incoming> products, CancellationToken cancel)
    {
        var refused = new List<(Incoming, string)>();
        var sound = products.Where(product => !Refuse(product, refused))
            .Select(product => (Product: product, Hash: ImportRules.Hash(product))).ToArray();
        var known = await Known(sound.Select(it => it.Product), cancel);
        var changed = sound.Where(it => known.GetValueOrDefault(Key(it.Product)) != it.Hash).ToArray();
        var tally = new Tally(0, 0, sound.Length - changed.Length, refused);
        if (changed.Length == 0)
        {
            return tally;
        }

        var homes = await categories.Find([.. changed.Select(it => it.Product)], cancel);
        var tree = await shelf.Tree(cancel);
        CategoryId? Home(Incoming product) => homes.TryGetValue(product, out var category) ? category : null;
        bool Homeless(Incoming product) => product.Product.CategorySlug is not null && !homes.ContainsKey(product);
        refused.AddRange(changed.Where(it => Homeless(it.Product)).Select(it => (it.Product, "category: there is no such category")));
        var drafts = changed.Where(it => !Homeless(it.Product))
            .Select(it => new ProductDraft(it.Product, it.Hash, Home(it.Product), tree)).ToArray();
        return tally + (await db.Write<Tally>("catalog.import", async tx => await Write(tx, drafts), cancel)).Value;
    }

    private static (string, string) Key(Incoming product) => (product.Source, product.Product.ExternalId);

    private bool Refuse(Incoming product, List<(Incoming, string)> refused)
    {
        var fault = ImportRules.Fault(product.Product, shop.Currency);
        if (fault is not null)
        {
            refused.Add((product, fault));
        }

        return fault is not null;
    }

    private async Task<Dictionary<(string, string), string?>> Known(IEnumerable<Incoming> products, CancellationToken cancel)
    {
        var keys = products.Select(Key).ToArray();
        var rows = await db.Query(
            $"""
            select p.source, p.external_id, p.import_hash from catalog.products p
            join unnest({keys.Select(key => key.Item1).ToArray()}, {keys.Select(key => key.Item2).ToArray()}) as k (source, external_id)
              using (source, external_id)
            """,
            row => (Key: (row.GetString(0), row.GetString(1)), Hash: row.TextOrNull(2)),
            cancel);
        return rows.ToDictionary(row => row.Key, row => row.Hash);
    }

    private async Task<Tally> Write(Tx tx, ProductDraft[] drafts)
    {
        await Registry.Open(tx);
        var (sound, refused) = await BatchLookups.Resolve(tx, drafts);
        await BatchRows.Store(tx, sound, shop.Currency);
        var fresh = sound.SelectMany(draft => draft.Variants.Where(variant => variant.IsNew).Select(variant => (draft, variant))).ToArray();
        await inventory.Receive(
            tx, [.. fresh.Select(it => new StockReceipt(it.variant.Id, it.draft.Id, it.variant.Given.Stock))], "Imported", "import");
        foreach (var draft in sound)
        {
            tx.Publish(new ProductChanged(draft.Id, draft.IsNew ? "created" : "edited"));
            if (!draft.IsNew)
            {
                tx.Touch(CatalogTags.Product(draft.Id));
            }
        }

        tx.Touch(CatalogTags.Lists);
        var created = sound.Count(draft => draft.IsNew);
        return new(created, sound.Count - created, 0, refused);
    }
}
