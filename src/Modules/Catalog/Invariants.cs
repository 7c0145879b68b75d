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

    public static IInvariant History { get; } = new SqlInvariant(
        "The history of a variant's price ends with the price in force",
        () => $"""
            select v.id || ' ' || v.sku from catalog.variants v
            left join lateral (
              select h.price_minor, h.compare_at_minor from catalog.price_history h where h.variant_id = v.id and h.currency = v.currency
              order by h.valid_from desc, h.id desc limit 1) last on true
            where (last.price_minor, last.compare_at_minor) is distinct from (v.price_minor, v.compare_at_minor)
            """);

    public static IInvariant OtherCurrencies { get; } = new SqlInvariant(
        "A product's price in another currency is the lowest of its variants",
        () => $"""
            select coalesce(p.product_id, v.product_id) || ' ' || coalesce(p.currency, v.currency) from catalog.product_prices p
            full join (
              select v.product_id, c.currency, min(c.price_minor) as price_minor
              from catalog.variants v join catalog.variant_prices c on c.variant_id = v.id
              where v.deleted_at is null group by v.product_id, c.currency) v using (product_id, currency)
            where p.price_minor is distinct from v.price_minor
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
