using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.PriceTimes;

/// <summary>
/// Reads what <see cref="Reduction"/> needs, and no more: when a variant's reduction began stands with its last price, so the history is
/// read from 30 days before that on, by its index.
/// </summary>
internal static class LowestPrices
{
    /// <summary>
    /// The lowest price of the 30 days before its reduction began, of each variant of the product that is shown as reduced.
    /// </summary>
    public static async Task<IReadOnlyDictionary<VariantId, Money>> Of(
        Database db, ProductId product, Currency currency, CancellationToken cancel)
    {
        var rows = await db.Query(
            $"""
            select v.id, last.reduced_since, h.valid_from, h.price_minor, h.compare_at_minor
            from catalog.variants v
            cross join lateral (
              select reduced_since from catalog.price_history where variant_id = v.id and currency = {currency}
              order by valid_from desc, id desc limit 1) last
            cross join lateral (
              (select valid_from, id, price_minor, compare_at_minor from catalog.price_history
               where variant_id = v.id and currency = {currency} and valid_from <= last.reduced_since - interval '720 hours'
               order by valid_from desc, id desc limit 1)
              union all
              select valid_from, id, price_minor, compare_at_minor from catalog.price_history
              where variant_id = v.id and currency = {currency}
                and valid_from > last.reduced_since - interval '720 hours' and valid_from < last.reduced_since) h
            where v.product_id = {product} and v.deleted_at is null and last.reduced_since is not null
            order by v.id, h.valid_from, h.id
            """,
            row => (
                Id: row.Id<Contracts.Kinds.Variant>(0), Began: row.Instant(1),
                Point: new PricePoint(row.Instant(2), row.IsDBNull(3) ? null : row.GetInt64(3), row.IsDBNull(4) ? null : row.GetInt64(4))),
            cancel);
        var lowest = new Dictionary<VariantId, Money>();
        foreach (var variant in rows.GroupBy(row => row.Id))
        {
            if (Reduction.LowestBefore([.. variant.Select(row => row.Point)], variant.First().Began) is { } minor)
            {
                lowest[variant.Key] = new(minor, currency);
            }
        }

        return lowest;
    }
}
