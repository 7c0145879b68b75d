using Microsoft.AspNetCore.Http;
using Tradepost.Catalog.PriceTimes;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.PricePlans;

/// <summary>Calls a plan off. One that runs gives the price back at once, unless somebody edited it meanwhile.</summary>
internal static class CancelPricePlan
{
    internal static async Task<IResult> Handle(Id<PricePlan> id, Database db, CancellationToken cancel) =>
        (await db.Write("catalog.cancel_price_plan", tx => Cancel(tx, id), cancel)).Ok();

    private static async Task<Outcome<PricePlan>> Cancel(Tx tx, Id<PricePlan> id)
    {
        var found = await tx.Row(
            $"select state, variant_id from catalog.price_plans where id = {id} for update",
            row => (State: row.GetString(0), Variant: row.Id<Contracts.Kinds.Variant>(1)));
        switch (found.State)
        {
            case null:
                return CatalogErrors.PlanNotFound.Refuse();
            case PricePlan.Planned:
                await tx.Execute(
                    $"""
                    update catalog.price_plans set state = 'cancelled', ended_at = {tx.Now}, updated_at = {tx.Now} where id = {id}
                    """);
                break;
            case PricePlan.Running:
                await RunningPlans.End(tx, [id], [found.Variant], PricePlan.Cancelled);
                break;
            default:
                return CatalogErrors.PlanOver.Refuse();
        }

        await tx.Flush();
        return (await tx.Row(PricePlan.Select($"where p.id = {id}"), PricePlan.Read))!;
    }
}
