using Npgsql;
using Tradepost.Catalog.Editing;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Products;

/// <summary>What other modules ask of the catalogue.</summary>
internal sealed class CatalogLookup(Database db, VariantShelf shelf) : ICatalog
{
    public async Task<IReadOnlyDictionary<VariantId, VariantInfo>> Variants(IReadOnlyCollection<VariantId> ids, CancellationToken cancel)
    {
        var known = new Dictionary<VariantId, VariantInfo>(ids.Count);
        var unknown = new List<VariantId>();
        foreach (var id in ids)
        {
            if (shelf.Find(id) is { } variant)
            {
                known[id] = variant;
            }
            else
            {
                unknown.Add(id);
            }
        }

        foreach (var variant in unknown.Count == 0 ? [] : await Read(unknown, cancel))
        {
            known[variant.Id] = variant;
        }

        return known;
    }

    public async Task<VariantId?> OnlyVariant(ProductId product, CancellationToken cancel)
    {
        var variants = await db.Query(
            $"select id from catalog.variants where product_id = {product} and deleted_at is null limit 2",
            row => row.Id<Contracts.Kinds.Variant>(0),
            cancel);
        return variants.Count == 1 ? variants[0] : null;
    }

    public Task<VariantId?> LeadVariant(ProductId product, CancellationToken cancel) => db.Row(
        $"""
        select id from catalog.variants where product_id = {product} and deleted_at is null
        order by in_stock desc, position, id limit 1
        """,
        row => (VariantId?)row.Id<Contracts.Kinds.Variant>(0),
        cancel);

    public async Task<IReadOnlyDictionary<string, VariantId>> VariantsBySku(IReadOnlyCollection<string> skus, CancellationToken cancel)
    {
        var wanted = skus.Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var found = await db.Query(
            $"""
            select w.sku, v.id from unnest({wanted}) as w (sku)
            join catalog.variants v on lower(v.sku) = lower(w.sku) and v.deleted_at is null
            """,
            row => (Sku: row.GetString(0), Id: row.Id<Contracts.Kinds.Variant>(1)),
            cancel);
        return found.ToDictionary(variant => variant.Sku, variant => variant.Id, StringComparer.OrdinalIgnoreCase);
    }

    public async Task<IReadOnlyList<VariantId>> FindVariants(string words, int limit, CancellationToken cancel)
    {
        var pattern = Like.Holding(words);
        return await db.Query(
            $"""
            select v.id from catalog.variants v
            join catalog.products p on p.id = v.product_id and p.deleted_at is null
            left join catalog.brands b on b.id = p.brand_id
            where v.deleted_at is null
              and (p.name ilike {pattern} or b.name ilike {pattern} or v.sku ilike {pattern} or v.gtin = {words.Trim()})
            order by p.name, p.id, v.position limit {limit}
            """,
            row => row.Id<Contracts.Kinds.Variant>(0),
            cancel);
    }

    public async Task<bool> HasProducts(Tx tx)
    {
        await Registry.Open(tx);
        return await tx.Row($"select true from catalog.products limit 1", row => row.GetBoolean(0));
    }

    public Task SetInStock(Tx tx, IReadOnlyDictionary<VariantId, bool> inStock) => StockFlags.Set(tx, inStock);

    private async Task<List<VariantInfo>> Read(List<VariantId> ids, CancellationToken cancel)
    {
        var since = shelf.Epoch;
        var variants = await db.Query(
            $"""
            select v.id, p.id, p.slug, v.sku, p.name, v.options, v.price_minor, v.compare_at_minor, v.currency, v.weight_grams, b.name,
              p.category_id, p.tags, p.visible and v.deleted_at is null,
              (select json_agg(json_build_object('url', i.url, 'alt', i.alt, 'options', i.options) order by i.position)
               from catalog.product_images i where i.product_id = p.id),
              v.width_mm, v.height_mm, v.depth_mm, p.tax_class, v.cost_minor,
              (select json_agg(json_build_object('minor', c.price_minor, 'currency', c.currency))
               from catalog.variant_prices c where c.variant_id = v.id)
            from catalog.variants v join catalog.products p on p.id = v.product_id left join catalog.brands b on b.id = p.brand_id
            where v.id = any({ids.Guids()})
            """,
            Info,
            cancel);
        shelf.Remember(variants, since);
        return variants;
    }

    private static VariantInfo Info(NpgsqlDataReader row)
    {
        var product = row.Id<Contracts.Kinds.Product>(1);
        var options = row.Json<Dictionary<string, string>>(5);
        var images = row.IsDBNull(14) ? [] : row.Json<ProductImage[]>(14);
        return new(
            row.Id<Contracts.Kinds.Variant>(0), product, row.GetString(2), row.GetString(3), row.GetString(4), options,
            Pictures.Showing(images, options)?.Url ?? Picture.Placeholder(product), row.Money(6, 8), row.MoneyOrNull(7, 8),
            row.IntOrNull(9),
            row.TextOrNull(10), row.IdOrNull<Contracts.Kinds.Category>(11), row.GetFieldValue<string[]>(12), row.GetBoolean(13))
        {
            DimensionsMm = row.IsDBNull(15) || row.IsDBNull(16) || row.IsDBNull(17)
                ? null
                : new(row.GetInt32(15), row.GetInt32(16), row.GetInt32(17)),
            TaxClass = row.GetString(18),
            Cost = row.MoneyOrNull(19, 8),
            OtherPrices = row.IsDBNull(20) ? [] : row.Json<Money[]>(20),
        };
    }
}
