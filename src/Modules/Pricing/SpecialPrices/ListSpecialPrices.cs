using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.SpecialPrices;

/// <summary>Special prices, of some variants or of one group when asked so.</summary>
internal static class ListSpecialPrices
{
    internal sealed record Query(string[]? VariantId, string? CustomerGroup, string? Page, string? PageSize);

    internal static async Task<IResult> Handle(
        [AsParameters] Query documented, HttpContext http, ICatalog catalog, Database db, CancellationToken cancel)
    {
        var (faults, query) = (new Faults(), http.Request.Query);
        var page = PageQuery.From(query, faults);
        var group = QueryValues.Text(query, "customerGroup", 40, faults);
        var variants = new List<VariantId>();
        foreach (var text in QueryValues.Several(query, "variantId", 40, faults))
        {
            var sound = VariantId.TryParse(text, null, out var id);
            faults.Unless(sound, "variantId", "is not an id");
            variants.Add(id);
        }

        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        var total = await db.Row(
            $"select count(*) from pricing.special_prices where {Where(variants, group)}", row => row.GetInt64(0), cancel);
        var rows = await db.Query(
            SpecialPriceView.Select(
                $"""
                where {Where(variants, group)}
                order by variant_id, currency, customer_group nulls first, min_quantity, starts_at nulls first, id
                limit {page.PageSize} offset {page.Offset}
                """),
            SpecialPriceView.Read, cancel);
        var named = await SpecialPriceView.Named(rows, catalog, cancel);
        return Results.Json(new Paged<SpecialPriceView>(named, page.Page, page.PageSize, total), ApiJson.Options);
    }

    private static SqlText Where(List<VariantId> variants, string? group)
    {
        SqlText ofVariants = $"true", ofGroup = $"true";
        if (variants.Count > 0)
        {
            ofVariants = $"variant_id = any({variants.Guids()})";
        }

        if (group is not null)
        {
            ofGroup = $"customer_group = {group}";
        }

        return $"{ofVariants} and {ofGroup}";
    }
}
