using Npgsql;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Products;

/// <summary>What stands in a product's own row, as its page needs it.</summary>
internal sealed record ProductRecord(
    ProductId Id, string? ExternalId, string Slug, string Name, string? Description, string? Brand, CategoryId? CategoryId, string[] Tags,
    string[] Highlights, IReadOnlyList<ProductSpec> Attributes, IReadOnlyList<ProductOption> Options, Money Price, Money? CompareAtPrice,
    decimal? Rating, int ReviewCount, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>The visible product with this id or slug.</summary>
    public static async Task<ProductRecord?> Find(Database db, string idOrSlug, CancellationToken cancel)
    {
        SqlText wanted = $"p.slug = {idOrSlug.ToLowerInvariant()}";
        if (ProductId.TryParse(idOrSlug, null, out var id))
        {
            wanted = $"p.id = {id}";
        }

        return await db.Row(
            $"""
            select p.id, p.external_id, p.slug, p.name, p.description, b.name, p.category_id, p.tags, p.highlights, p.attributes, p.options,
              p.price_minor, p.compare_at_minor, p.currency, p.rating, p.review_count, p.created_at, p.updated_at
            from catalog.products p left join catalog.brands b on b.id = p.brand_id
            where p.visible and {wanted}
            """,
            Read,
            cancel);
    }

    /// <summary>Where a visible product that had this slug is found now.</summary>
    public static Task<string?> MovedTo(Database db, string slug, CancellationToken cancel) => db.Row(
        $"""
        select p.slug from catalog.old_slugs o join catalog.products p on p.id = o.product_id and p.visible
        where o.slug = {slug.ToLowerInvariant()}
        """,
        row => row.GetString(0),
        cancel);

    private static ProductRecord Read(NpgsqlDataReader row) => new(
        row.Id<Contracts.Kinds.Product>(0), row.TextOrNull(1), row.GetString(2), row.GetString(3), row.TextOrNull(4), row.TextOrNull(5),
        row.IdOrNull<Contracts.Kinds.Category>(6), row.GetFieldValue<string[]>(7), row.GetFieldValue<string[]>(8),
        row.Json<ProductSpec[]>(9), row.Json<ProductOption[]>(10), row.Money(11, 13), row.MoneyOrNull(12, 13),
        row.IsDBNull(14) ? null : row.GetDecimal(14), row.GetInt32(15), row.Instant(16), row.Instant(17));
}
