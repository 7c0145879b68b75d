using Tradepost.Platform.Verification;

namespace Tradepost.Catalog;

/// <summary>What must hold over the stored catalogue at every moment.</summary>
internal static class Invariants
{
    public static IInvariant Variants { get; } = new SqlInvariant(
        "Every product has a variant on sale",
        () => $"""
            select p.id || ' ' || p.name from catalog.products p
            where not exists (select from catalog.variants v where v.product_id = p.id and v.deleted_at is null)
            """);

    public static IInvariant Summaries { get; } = new SqlInvariant(
        "A product's price, stock flag and number of variants are those of its variants",
        () => $"""
            select p.id || ' ' || p.name from catalog.products p join (
              select product_id, min(price_minor) as price_minor, bool_or(in_stock) as in_stock, count(*) as variant_count
              from catalog.variants where deleted_at is null group by product_id) v on v.product_id = p.id
            where (p.price_minor, p.in_stock, p.variant_count) is distinct from (v.price_minor, v.in_stock, v.variant_count)
            """);
}
