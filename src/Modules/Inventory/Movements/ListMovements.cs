using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Inventory.Movements;

/// <summary>The journal of stock, newest first: of one variant, or of all.</summary>
internal static class ListMovements
{
    internal sealed record Filter(
        [property: FromQuery] string? VariantId, [property: FromQuery] string? Page, [property: FromQuery] string? PageSize);

    internal sealed record Movement(
        Guid Id, VariantId VariantId, string Sku, string LocationName, int Delta, string Reason, string? Reference, string By,
        DateTimeOffset At);

    internal static async Task<IResult> Handle(
        [AsParameters] Filter filter, HttpContext http, Database db, ICatalog catalog, CancellationToken cancel)
    {
        var faults = new Faults();
        var page = PageQuery.From(http.Request.Query, faults);
        VariantId? variant = null;
        if (!string.IsNullOrWhiteSpace(filter.VariantId))
        {
            variant = VariantId.TryParse(filter.VariantId, null, out var id) ? id : null;
            faults.Unless(variant is not null, "variantId", "is not a UUID");
        }

        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        Outcome<Paged<Movement>> movements = await Find(variant, page, db, catalog, cancel);
        return movements.Ok();
    }

    private static async Task<Paged<Movement>> Find(
        VariantId? variant, PageQuery page, Database db, ICatalog catalog, CancellationToken cancel)
    {
        var total = await db.Row($"select count(*) from inventory.movements m where {Of(variant)}", row => row.GetInt64(0), cancel);
        var rows = await db.Query(
            $"""
            select m.id, m.variant_id, o.name, m.delta, m.reason, m.reference, m.by_whom, m.at
            from inventory.movements m join inventory.locations o on o.id = m.location_id
            where {Of(variant)} order by m.id desc limit {page.PageSize} offset {page.Offset}
            """,
            row => new Movement(
                row.GetGuid(0), row.Id<Contracts.Kinds.Variant>(1), "", row.GetString(2), row.GetInt32(3), row.GetString(4),
                row.TextOrNull(5),
                row.GetString(6), row.Instant(7)), cancel);
        var variants = await catalog.Variants([.. rows.Select(row => row.VariantId).Distinct()], cancel);
        return new([.. rows.Select(row => row with { Sku = variants.GetValueOrDefault(row.VariantId)?.Sku ?? "" })], page.Page,
            page.PageSize, total);
    }

    private static SqlText Of(VariantId? variant)
    {
        SqlText all = $"true";
        SqlText one = $"m.variant_id = {variant}";
        return variant is null ? all : one;
    }
}
