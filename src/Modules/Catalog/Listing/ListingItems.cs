using Npgsql;
using Tradepost.Catalog.Products;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Listing;

/// <summary>Products as lists show them, with the units that can be bought now.</summary>
internal sealed class ListingItems(Database db, IInventory inventory)
{
    /// <summary>The visible ones of these products, in the order of the ids.</summary>
    public Task<IReadOnlyList<ProductListItem>> Load(IEnumerable<ProductId> ids, CancellationToken cancel) => Load(ids, null, cancel);

    /// <summary>Those of them that are sold in this currency; null: the shop's own.</summary>
    public async Task<IReadOnlyList<ProductListItem>> Load(IEnumerable<ProductId> ids, Currency? currency, CancellationToken cancel)
    {
        var wanted = ids.Select(id => id.Value).ToArray();
        if (wanted.Length == 0)
        {
            return [];
        }

        var rows = await db.Query(currency is { } other ? InOther(wanted, other) : InOwn(wanted), Row, cancel);
        var available = await inventory.Available([.. rows.SelectMany(row => row.Variants)], cancel);
        return [.. rows.Select(row => WithStock(row.Item, row.Variants.Sum(variant => available.GetValueOrDefault(variant))))];
    }

    private static SqlText InOwn(Guid[] wanted) =>
        $"""
        select p.id, p.external_id, p.slug, p.name, b.name, p.price_minor, p.compare_at_minor, p.currency, i.url, i.alt,
          p.rating, p.review_count, p.tags, v.ids
        from unnest({wanted}) with ordinality as w (id, n)
        join catalog.products p on p.id = w.id and p.visible
        left join catalog.brands b on b.id = p.brand_id
        left join lateral (select url, alt from catalog.product_images where product_id = p.id order by position limit 1) i on true
        cross join lateral (
          select array_agg(id order by position) as ids from catalog.variants where product_id = p.id and deleted_at is null) v
        order by w.n
        """;

    // Only variants that have a price in the currency count: of the others nothing can be bought in it.
    private static SqlText InOther(Guid[] wanted, Currency currency) =>
        $"""
        select p.id, p.external_id, p.slug, p.name, b.name, c.price_minor, c.compare_at_minor, c.currency, i.url, i.alt,
          p.rating, p.review_count, p.tags, v.ids
        from unnest({wanted}) with ordinality as w (id, n)
        join catalog.products p on p.id = w.id and p.visible
        join catalog.product_prices c on c.product_id = p.id and c.currency = {currency}
        left join catalog.brands b on b.id = p.brand_id
        left join lateral (select url, alt from catalog.product_images where product_id = p.id order by position limit 1) i on true
        cross join lateral (
          select array_agg(x.id order by x.position) as ids
          from catalog.variants x join catalog.variant_prices f on f.variant_id = x.id and f.currency = c.currency
          where x.product_id = p.id and x.deleted_at is null) v
        order by w.n
        """;

    private static ProductListItem WithStock(ProductListItem item, int available) =>
        item with { Available = available, Status = Stock.Status(available) };

    private static (ProductListItem Item, VariantId[] Variants) Row(NpgsqlDataReader row)
    {
        var id = row.Id<Contracts.Kinds.Product>(0);
        var variants = Array.ConvertAll(row.GetFieldValue<Guid[]>(13), variant => new VariantId(variant));
        var name = row.GetString(3);
        return (
            new ProductListItem(
                id, row.TextOrNull(1), row.GetString(2), name, row.TextOrNull(4), row.Money(5, 7), row.MoneyOrNull(6, 7),
                row.TextOrNull(8) ?? Picture.Placeholder(id), row.TextOrNull(9) ?? name,
                row.IsDBNull(10) ? null : row.GetDecimal(10), row.GetInt32(11), "", 0,
                row.GetFieldValue<string[]>(12), variants.Length, variants.Length == 1 ? variants[0] : null),
            variants);
    }
}
