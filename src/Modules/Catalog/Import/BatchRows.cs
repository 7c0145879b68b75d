using Tradepost.Catalog.Products;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Import;

/// <summary>Writes a batch: each table gets its rows as one JSON document, in one statement.</summary>
internal static class BatchRows
{
    public static async Task Store(Tx tx, IReadOnlyList<ProductDraft> drafts, Currency currency)
    {
        if (drafts.Count == 0)
        {
            return;
        }

        var changed = drafts.Where(draft => !draft.IsNew).Select(draft => draft.Id).Guids();
        Products(tx, drafts, currency);
        Clear(tx, drafts, changed);
        Variants(tx, drafts, currency);
        Images(tx, drafts);
        tx.Queue($"select catalog.refresh_products({changed})");
        var names = drafts.Where(draft => draft.IsNew).Select(draft => $"{draft.Given.Name} {draft.Brand}");
        tx.Queue($"select catalog.learn_words({string.Join(" / ", names)})");
        await tx.Flush();
    }

    // A new product's prices and words are written with it; catalog.refresh_products, which does the same, is for those that were there.
    private static void Products(Tx tx, IReadOnlyList<ProductDraft> drafts, Currency currency) => tx.Queue(
        $"""
        insert into catalog.products as p (
          id, name, slug, description, brand_id, category_id, tags, highlights, attributes, options, state, source, external_id,
          import_hash,
          price_minor, compare_at_minor, currency, in_stock, variant_count, search, released_at, created_at, updated_at)
        select r.id, r.name, r.slug, r.description, r."brandId", r."categoryId", r.tags, r.highlights, r.attributes, r.options, 'active',
          r.source,
          r."externalId", r.hash, r.price, r."compareAt", {currency}, r."inStock", r."variantCount",
          catalog.search_vector(r.name, r.brand, r."categoryWords", r.tags, r.skus, r.attributes, r.description), r."releasedAt", {tx.Now},
          {tx.Now}
        from json_to_recordset({Json.Of(drafts.Select(ProductRow.Of)).Text}::json) as r (
          id uuid, name text, slug text, description text, brand text, "brandId" uuid, "categoryId" uuid, "categoryWords" text, tags text[],
          highlights text[], attributes jsonb, options jsonb, source text, "externalId" text, hash text, price bigint, "compareAt" bigint,
          "inStock" boolean, "variantCount" int, skus text, "releasedAt" timestamptz)
        on conflict (id) do update set
          name = excluded.name, description = excluded.description, brand_id = excluded.brand_id, category_id = excluded.category_id,
          tags = excluded.tags, highlights = excluded.highlights, attributes = excluded.attributes, options = excluded.options,
          import_hash = excluded.import_hash, released_at = excluded.released_at, version = p.version + 1, updated_at = excluded.updated_at
        """);

    // What a changed product no longer has goes first, so that its SKUs are free.
    private static void Clear(Tx tx, IReadOnlyList<ProductDraft> drafts, Guid[] changed)
    {
        var kept = drafts.SelectMany(draft => draft.Variants).Where(variant => !variant.IsNew).Select(variant => variant.Id).Guids();
        tx.Queue(
            $"""
            update catalog.variants set deleted_at = {tx.Now}, updated_at = {tx.Now}
            where product_id = any({changed}) and deleted_at is null and id <> all({kept})
            """);
        tx.Queue($"delete from catalog.product_images where product_id = any({changed})");
    }

    private static void Variants(Tx tx, IReadOnlyList<ProductDraft> drafts, Currency currency) => tx.Queue(
        $"""
        insert into catalog.variants as v (
          id, product_id, sku, gtin, options, price_minor, compare_at_minor, currency, weight_grams, width_mm, height_mm, depth_mm,
          in_stock, position,
          created_at, updated_at)
        select r.id, r."productId", r.sku, r.gtin, r.options, r.price, r."compareAt", {currency}, r.weight, r.width, r.height, r.depth,
          r."inStock",
          r.position, {tx.Now}, {tx.Now}
        from json_to_recordset({Json.Of(drafts.SelectMany(VariantRow.Of)).Text}::json) as r (
          id uuid, "productId" uuid, sku text, gtin text, options json, price bigint, "compareAt" bigint, weight int, width int, height int,
          depth int,
          "inStock" boolean, position int)
        on conflict (id) do update set
          sku = excluded.sku, gtin = excluded.gtin, options = excluded.options, price_minor = excluded.price_minor,
          compare_at_minor = excluded.compare_at_minor, weight_grams = excluded.weight_grams, width_mm = excluded.width_mm,
          height_mm = excluded.height_mm, depth_mm = excluded.depth_mm, position = excluded.position, updated_at = excluded.updated_at
        """);

    private static void Images(Tx tx, IReadOnlyList<ProductDraft> drafts) => tx.Queue(
        $"""
        insert into catalog.product_images (id, product_id, url, alt, options, position, created_at, updated_at)
        select r.id, r."productId", r.url, r.alt, r.options, r.position, {tx.Now}, {tx.Now}
        from json_to_recordset({Json.Of(drafts.SelectMany(ImageRow.Of)).Text}::json) as r (
          id uuid, "productId" uuid, url text, alt text, options json, position int)
        """);
}
