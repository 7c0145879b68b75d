using Tradepost.Catalog.Products;
using Tradepost.Platform.Data;

namespace Tradepost.Catalog.Import;

/// <summary>Finds out what of a batch is there already, and gives the rest what must be unique: brands, addresses, SKUs.</summary>
internal static class BatchLookups
{
    /// <summary>The drafts that can be written, made ready; and those that can't, with the reason.</summary>
    public static async Task<(List<ProductDraft> Sound, List<(Incoming, string)> Refused)> Resolve(Tx tx,
        IReadOnlyList<ProductDraft> drafts)
    {
        await Products(tx, drafts);
        var refused = await Skus(tx, drafts);
        var sound = drafts.Where(draft => !refused.ContainsKey(draft)).ToList();
        await BrandIds(tx, sound);
        await Slugs(tx, [.. sound.Where(draft => draft.IsNew)]);
        return (sound, [.. refused.Select(it => (it.Key.Incoming, it.Value))]);
    }

    private static async Task Products(Tx tx, IReadOnlyList<ProductDraft> drafts)
    {
        foreach (var draft in drafts)
        {
            draft.Reset();
        }

        var sources = drafts.Select(draft => draft.Incoming.Source).ToArray();
        var externalIds = drafts.Select(draft => draft.Given.ExternalId).ToArray();
        var rows = await tx.Query(
            $"""
            select k.n, p.id, p.slug from unnest({sources}, {externalIds}) with ordinality as k (source, external_id, n)
            join catalog.products p using (source, external_id) order by p.id for update of p
            """,
            row => (Number: row.GetInt64(0), Id: row.Id<Contracts.Kinds.Product>(1), Slug: row.GetString(2)));
        foreach (var (number, id, slug) in rows)
        {
            drafts[(int)number - 1].Exists(id, slug);
        }
    }

    // A SKU belongs to one product: the one that has it already, or the first that brings it.
    private static async Task<Dictionary<ProductDraft, string>> Skus(Tx tx, IReadOnlyList<ProductDraft> drafts)
    {
        var skus = drafts.SelectMany(draft => draft.Variants.Select(variant => variant.Given.Sku)).ToArray();
        var taken = (await tx.Query(
                $"""
                select lower(v.sku), v.id, v.product_id from catalog.variants v
                where v.deleted_at is null and lower(v.sku) in (select lower(s) from unnest({skus}) as s)
                """,
                row => (Sku: row.GetString(0), Id: row.Id<Contracts.Kinds.Variant>(1), Product: row.Id<Contracts.Kinds.Product>(2))))
            .ToDictionary(row => row.Sku, row => (row.Id, row.Product), StringComparer.OrdinalIgnoreCase);
        var refused = new Dictionary<ProductDraft, string>();
        var owners = taken.ToDictionary(it => it.Key, it => it.Value.Product, StringComparer.OrdinalIgnoreCase);
        foreach (var draft in drafts)
        {
            var foreign = draft.Variants.FirstOrDefault(variant => owners.TryGetValue(variant.Given.Sku, out var owner)
                && owner != draft.Id);
            if (foreign is not null)
            {
                refused[draft] = $"sku: {foreign.Given.Sku} belongs to another product";
                continue;
            }

            foreach (var variant in draft.Variants)
            {
                owners[variant.Given.Sku] = draft.Id;
                if (taken.TryGetValue(variant.Given.Sku, out var existing))
                {
                    variant.Exists(existing.Id);
                }
            }
        }

        return refused;
    }

    private static async Task BrandIds(Tx tx, List<ProductDraft> drafts)
    {
        var ids = await Brands.Ensure(tx, drafts.Select(draft => draft.Brand).Where(brand => brand.Length > 0));
        foreach (var draft in drafts.Where(draft => draft.Brand.Length > 0))
        {
            draft.BrandId = ids[draft.Brand];
        }
    }

    private static async Task Slugs(Tx tx, List<ProductDraft> drafts)
    {
        var wishes = drafts.ConvertAll(draft =>
            Slug.Candidates(draft.Given.Slug ?? Slug.Of(draft.Given.Name), draft.Given.ExternalId, draft.Id));
        var taken = await Slug.Taken(tx, wishes.SelectMany(wish => wish));
        for (var i = 0; i < drafts.Count; i++)
        {
            drafts[i].Slug = wishes[i].First(taken.Add);
        }
    }
}
