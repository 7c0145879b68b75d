using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.PricePlans;

/// <summary>
/// Begins and ends plans whose time has come. A plan is claimed, its price set and its state written in one transaction: two nodes never
/// do it twice, and one that dies in between did nothing. After a time without a shop, what is late begins late, and what is over is
/// missed.
/// </summary>
internal sealed class RunPricePlans(Database db) : IPeriodicJob
{
    private const int BatchSize = 50;

    private sealed record Claimed(Id<PricePlan> Id, VariantId Variant);

    public string Name => "catalog.price_plans";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task<int> Run(CancellationToken cancel)
    {
        var (moved, last) = (0, 0);
        do
        {
            last = (await db.Write<int>("catalog.end_price_plans", async tx => await End(tx), cancel)).Value
                + (await db.Write<int>("catalog.begin_price_plans", async tx => await Begin(tx), cancel)).Value;
            moved += last;
        }
        while (last > 0);

        return moved;
    }

    private static async Task<int> End(Tx tx)
    {
        var due = await tx.Query(
            $"""
            select id, variant_id from catalog.price_plans where state = 'running' and ends_at <= {tx.Now}
            order by ends_at, id limit {BatchSize} for update skip locked
            """,
            row => new Claimed(row.Id<PricePlan>(0), row.Id<Contracts.Kinds.Variant>(1)));
        if (due.Count > 0)
        {
            await RunningPlans.End(tx, due.ConvertAll(plan => plan.Id), due.ConvertAll(plan => plan.Variant), PricePlan.Ended);
        }

        return due.Count;
    }

    // One plan of a variant at a time, the earliest first: what follows waits until the one before is over.
    private static async Task<int> Begin(Tx tx)
    {
        var missed = await tx.Execute(
            $"""
            update catalog.price_plans set state = 'ended', outcome = 'missed', ended_at = {tx.Now}, updated_at = {tx.Now}
            where id in (
              select id from catalog.price_plans where state = 'planned' and ends_at <= {tx.Now} and starts_at <= {tx.Now}
              order by starts_at, id limit {BatchSize} for update skip locked)
            """);
        var due = await tx.Query(
            $"""
            select p.id, p.variant_id from catalog.price_plans p
            where p.state = 'planned' and p.starts_at <= {tx.Now} and (p.ends_at is null or p.ends_at > {tx.Now})
              and not exists (
                select from catalog.price_plans o where o.variant_id = p.variant_id and o.id <> p.id
                  and (o.state = 'running' or (o.state = 'planned' and (o.starts_at, o.id) < (p.starts_at, p.id))))
            order by p.starts_at, p.id limit {BatchSize} for update of p skip locked
            """,
            row => new Claimed(row.Id<PricePlan>(0), row.Id<Contracts.Kinds.Variant>(1)));
        if (due.Count > 0)
        {
            await RunningPlans.Begin(tx, due.ConvertAll(plan => plan.Id), due.ConvertAll(plan => plan.Variant));
        }

        return missed + due.Count;
    }
}
