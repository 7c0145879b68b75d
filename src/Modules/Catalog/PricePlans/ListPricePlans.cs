using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.PricePlans;

/// <summary>Planned, running and past prices, the latest to begin first.</summary>
internal static class ListPricePlans
{
    internal sealed record Query(string? VariantId, string? ProductId, string? State, string? Page, string? PageSize);

    internal static async Task<IResult> Handle(
        [AsParameters] Query documented, HttpContext http, Database db, CancellationToken cancel)
    {
        var (faults, query) = (new Faults(), http.Request.Query);
        var page = PageQuery.From(query, faults);
        var state = QueryValues.OneOf(
            query, "state", faults, "all", "open", PricePlan.Planned, PricePlan.Running, PricePlan.Ended, PricePlan.Cancelled);
        var variant = IdOf<Contracts.Kinds.Variant>(query, "variantId", faults);
        var product = IdOf<Contracts.Kinds.Product>(query, "productId", faults);
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        var where = Where(variant, product, state);
        var total = await db.Row($"select count(*) from catalog.price_plans p where {where}", row => row.GetInt64(0), cancel);
        var plans = await db.Query(
            PricePlan.Select(
                $"where {Where(variant, product, state)} order by p.starts_at desc, p.id desc limit {page.PageSize} offset {page.Offset}"),
            PricePlan.Read, cancel);
        return Results.Json(new Paged<PricePlan>(plans, page.Page, page.PageSize, total), ApiJson.Options);
    }

    private static Id<T>? IdOf<T>(IQueryCollection query, string name, Faults faults)
    {
        var text = QueryValues.Text(query, name, 40, faults);
        if (text is null)
        {
            return null;
        }

        if (Id<T>.TryParse(text, null, out var id))
        {
            return id;
        }

        faults.Add(name, "is not an id");
        return null;
    }

    private static SqlText Where(VariantId? variant, ProductId? product, string state)
    {
        SqlText inState = state switch
        {
            "all" => $"true",
            "open" => $"p.state in ('planned', 'running')",
            _ => $"p.state = {state}",
        };
        SqlText ofVariant = $"true", ofProduct = $"true";
        if (variant is { } one)
        {
            ofVariant = $"p.variant_id = {one}";
        }

        if (product is { } whole)
        {
            ofProduct = $"p.variant_id in (select id from catalog.variants where product_id = {whole})";
        }

        return $"{inState} and {ofVariant} and {ofProduct}";
    }
}
