using Microsoft.AspNetCore.Http;
using Npgsql;
using Tradepost.Catalog.Categories;
using Tradepost.Catalog.Products;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Editing;

/// <summary>Lists products as staff see them: drafts and, when asked for, deleted ones too.</summary>
internal static class ListAdminProducts
{
    internal sealed record Query(string? Q, string? State, string? Sort, string? Page, string? PageSize);

    internal sealed record Item(
        ProductId Id, string Slug, string Name, string? Brand, CategoryRef? Category, Money Price, Money? CompareAtPrice, string ImageUrl,
        string State,
        int Available, int VariantCount, DateTimeOffset UpdatedAt);

    internal static async Task<IResult> Handle(
        [AsParameters] Query documented, HttpContext http, Database db, IInventory inventory, CategoryShelf categories,
        CancellationToken cancel)
    {
        var (faults, query) = (new Faults(), http.Request.Query);
        var page = PageQuery.From(query, faults);
        var words = QueryValues.Text(query, "q", 200, faults);
        var state = QueryValues.OneOf(query, "state", faults, "all", Product.Active, Product.Draft, "deleted");
        var sort = QueryValues.OneOf(query, "sort", faults, "-updatedAt", "updatedAt", "name", "-name", "price", "-price");
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        var total = await db.Row(Count(Where(words, state)), row => row.GetInt64(0), cancel);
        var rows = await db.Query(Rows(Where(words, state), Order(sort), page), Row, cancel);
        var items = await WithStock(rows, await categories.Tree(cancel), inventory, cancel);
        return Results.Json(new Paged<Item>(items, page.Page, page.PageSize, total), ApiJson.Options);
    }

    private static SqlText Where(string? words, string state)
    {
        SqlText inState = state switch
        {
            Product.Active => $"p.visible",
            Product.Draft => $"p.state = 'draft' and p.deleted_at is null",
            "deleted" => $"p.deleted_at is not null",
            _ => $"p.deleted_at is null",
        };
        if (words is null)
        {
            return inState;
        }

        var pattern = Like.Holding(words);
        return $"""
            {inState} and (p.name ilike {pattern} or b.name ilike {pattern} or p.external_id = {words} or exists (
              select from catalog.variants v where v.product_id = p.id and v.deleted_at is null
                and (v.sku ilike {pattern} or v.gtin = {words})))
            """;
    }

    private static SqlText Order(string sort) => sort switch
    {
        "updatedAt" => $"p.updated_at, p.id",
        "name" => $"lower(p.name), p.id",
        "-name" => $"lower(p.name) desc, p.id",
        "price" => $"p.price_minor, p.id",
        "-price" => $"p.price_minor desc, p.id",
        _ => $"p.updated_at desc, p.id",
    };

    private static SqlText Count(SqlText where) =>
        $"select count(*) from catalog.products p left join catalog.brands b on b.id = p.brand_id where {where}";

    private static SqlText Rows(SqlText where, SqlText order, PageQuery page) =>
        $"""
        select p.id, p.slug, p.name, b.name, p.category_id, p.price_minor, p.compare_at_minor, p.currency,
          (select url from catalog.product_images where product_id = p.id order by position limit 1),
          case when p.deleted_at is not null then 'deleted' else p.state end,
          array(select id from catalog.variants where product_id = p.id and deleted_at is null), p.updated_at
        from catalog.products p left join catalog.brands b on b.id = p.brand_id
        where {where} order by {order} limit {page.PageSize} offset {page.Offset}
        """;

    private static (Item Item, CategoryId? Category, VariantId[] Variants) Row(NpgsqlDataReader row)
    {
        var id = row.Id<Contracts.Kinds.Product>(0);
        var variants = Array.ConvertAll(row.GetFieldValue<Guid[]>(10), variant => new VariantId(variant));
        return (
            new(
                id, row.GetString(1), row.GetString(2), row.TextOrNull(3), null, row.Money(5, 7), row.MoneyOrNull(6, 7),
                row.TextOrNull(8) ?? Picture.Placeholder(id), row.GetString(9), 0, variants.Length, row.Instant(11)),
            row.IdOrNull<Contracts.Kinds.Category>(4), variants);
    }

    private static async Task<IReadOnlyList<Item>> WithStock(
        List<(Item Item, CategoryId? Category, VariantId[] Variants)> rows, CategoryTree tree, IInventory inventory,
        CancellationToken cancel)
    {
        var available = await inventory.Available([.. rows.SelectMany(row => row.Variants)], cancel);
        return [.. rows.Select(row => row.Item with
        {
            Available = row.Variants.Sum(variant => available.GetValueOrDefault(variant)),
            Category = row.Category is { } id && tree.Find(id) is { } node ? new(node.Id, node.Slug, node.Name) : null,
        })];
    }
}
