using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Kinds;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Inventory.Levels;

/// <summary>Levels for staff, the scarcest first.</summary>
internal static class ListLevels
{
    private const int MostMatches = 5000;

    internal sealed record Filter(
        [property: FromQuery(Name = "q")] string? Words, [property: FromQuery] string? MaxAvailable, [property: FromQuery] string? Page,
        [property: FromQuery] string? PageSize);

    internal sealed record Level(
        VariantId VariantId, ProductId ProductId, string Sku, string Name, IReadOnlyDictionary<string, string> Options, string? ImageUrl,
        LocationId LocationId, string LocationName, int OnHand, int Reserved, int Available, DateTimeOffset UpdatedAt);

    internal static async Task<IResult> Handle(
        [AsParameters] Filter filter, HttpContext http, Database db, ICatalog catalog, CancellationToken cancel)
    {
        var faults = new Faults();
        var page = PageQuery.From(http.Request.Query, faults);
        var words = QueryValues.Text(http.Request.Query, "q", 100, faults);
        var most = QueryValues.Whole(http.Request.Query, "maxAvailable", 0, int.MaxValue, faults);
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        var matching = words is null ? null : await catalog.FindVariants(words, MostMatches, cancel);
        Outcome<Paged<Level>> levels = await Find(matching, most, page, db, catalog, cancel);
        return levels.Ok();
    }

    private static async Task<Paged<Level>> Find(
        IReadOnlyList<VariantId>? matching, long? most, PageQuery page, Database db, ICatalog catalog, CancellationToken cancel)
    {
        var rows = await db.Query(
            $"""
            select l.variant_id, l.product_id, l.location_id, o.name, l.on_hand, l.reserved, l.updated_at, count(*) over ()
            from inventory.levels l join inventory.locations o on o.id = l.location_id
            where {Matches(matching, most)}
            order by l.on_hand - l.reserved, l.variant_id, l.location_id limit {page.PageSize} offset {page.Offset}
            """,
            row => (Row: new Stored(
                row.Id<Variant>(0), row.Id<Product>(1), row.Id<Location>(2), row.GetString(3),
                row.GetInt32(4), row.GetInt32(5), row.Instant(6)), Total: row.GetInt64(7)), cancel);
        var total = rows.Count > 0 || page.Page == 1
            ? rows.Select(row => row.Total).FirstOrDefault()
            : await Count(matching, most, db, cancel);
        var variants = await catalog.Variants([.. rows.Select(row => row.Row.VariantId).Distinct()], cancel);
        return new([.. rows.Select(row => row.Row.Named(variants.GetValueOrDefault(row.Row.VariantId)))], page.Page, page.PageSize, total);
    }

    private static Task<long> Count(IReadOnlyList<VariantId>? matching, long? most, Database db, CancellationToken cancel) =>
        db.Row($"select count(*) from inventory.levels l where {Matches(matching, most)}", row => row.GetInt64(0), cancel);

    private static SqlText Matches(IReadOnlyList<VariantId>? matching, long? most)
    {
        SqlText matches = $"""
            ({matching is null} or l.variant_id = any ({matching?.Guids() ?? []}))
            and ({most is null} or l.on_hand - l.reserved <= {most ?? 0})
            """;
        return matches;
    }

    private sealed record Stored(
        VariantId VariantId, ProductId ProductId, LocationId LocationId, string LocationName, int OnHand, int Reserved,
        DateTimeOffset UpdatedAt)
    {
        public Level Named(VariantInfo? variant) => new(
            VariantId, ProductId, variant?.Sku ?? "", variant?.Name ?? "",
            variant?.Options ?? new Dictionary<string, string>(StringComparer.Ordinal),
            variant?.ImageUrl, LocationId, LocationName, OnHand, Reserved, OnHand - Reserved, UpdatedAt);
    }
}
