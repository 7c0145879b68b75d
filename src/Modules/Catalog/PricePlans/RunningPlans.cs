using Tradepost.Catalog.PriceTimes;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.PricePlans;

/// <summary>What happens to prices when plans begin and end. The plans are locked by the caller, the products here.</summary>
internal static class RunningPlans
{
    /// <summary>Sets the planned prices. The price before is remembered in the plan; a plan for good is over with that.</summary>
    public static async Task Begin(Tx tx, IReadOnlyList<Id<PricePlan>> plans, IReadOnlyCollection<VariantId> variants)
    {
        var products = await PriceChanges.Open(tx, variants);
        var ids = plans.Select(id => id.Value).ToArray();
        await tx.Execute(
            $"""
            update catalog.price_plans p set
              before_price_minor = v.price_minor, before_compare_at_minor = v.compare_at_minor, started_at = {tx.Now},
              updated_at = {tx.Now},
              set_compare_at_minor = coalesce(p.compare_at_minor, case
                when p.ends_at is null then null
                when v.compare_at_minor > p.price_minor then v.compare_at_minor
                when v.price_minor > p.price_minor then v.price_minor end),
              state = case when v.deleted_at is not null or p.ends_at is null then 'ended' else 'running' end,
              outcome = case when v.deleted_at is not null then 'gone' when p.ends_at is null then 'stays' end,
              ended_at = case when v.deleted_at is not null or p.ends_at is null then {tx.Now} end
            from catalog.variants v where p.id = any({ids}) and v.id = p.variant_id
            """);
        await tx.Execute(
            $"""
            update catalog.variants v
            set price_minor = p.price_minor, compare_at_minor = p.set_compare_at_minor, updated_at = {tx.Now}
            from catalog.price_plans p where p.id = any({ids}) and v.id = p.variant_id and p.outcome is distinct from 'gone'
            """);
        PriceChanges.Finish(tx, products);
    }

    /// <summary>Puts back the prices from before, where the planned one still stands: what was edited in between stays.</summary>
    public static async Task End(
        Tx tx, IReadOnlyList<Id<PricePlan>> plans, IReadOnlyCollection<VariantId> variants, string state)
    {
        var products = await PriceChanges.Open(tx, variants);
        var ids = plans.Select(id => id.Value).ToArray();
        var restored = (await tx.Query(
            $"""
            update catalog.variants v
            set price_minor = p.before_price_minor, compare_at_minor = p.before_compare_at_minor, updated_at = {tx.Now}
            from catalog.price_plans p
            where p.id = any({ids}) and v.id = p.variant_id
              and v.price_minor = p.price_minor and v.compare_at_minor is not distinct from p.set_compare_at_minor
            returning p.id
            """,
            row => row.GetGuid(0))).ToArray();
        await tx.Execute(
            $"""
            update catalog.price_plans set state = {state}, ended_at = {tx.Now}, updated_at = {tx.Now},
              outcome = case when id = any({restored}) then 'restored' else 'kept' end
            where id = any({ids})
            """);
        PriceChanges.Finish(tx, products);
    }
}
