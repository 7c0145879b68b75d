using Microsoft.AspNetCore.Http;
using Npgsql;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.PricePlans;

/// <summary>
/// Plans a price for many variants at once: all of them, or none when one has a plan for that time already. The database refuses
/// overlaps itself, so two at once can't both win.
/// </summary>
internal static class CreatePricePlans
{
    internal sealed record Made(IReadOnlyList<PricePlan> Plans);

    /// <summary>A variant a price is planned for.</summary>
    /// <param name="Price">Of one unit; while another plan runs, the price it goes back to.</param>
    private sealed record Target(VariantId Id, Money Price);

    internal static async Task<IResult> Handle(
        Body<PricePlanInput> body, Caller caller, ShopSettings shop, Database db, TimeProvider time, CancellationToken cancel)
    {
        var faults = new Faults();
        body.Value.CheckAgainst(time.GetUtcNow(), shop.Currency, faults);
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        Outcome<Made> made;
        try
        {
            made = await db.Write("catalog.create_price_plans", tx => Create(tx, body.Value, caller.Name, shop.Now.Rounding), cancel);
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.ExclusionViolation)
        {
            made = CatalogErrors.PlanOverlap.Refuse();
        }

        return made.Created(_ => "/api/v1/admin/price-plans");
    }

    private static async Task<Outcome<Made>> Create(Tx tx, PricePlanInput input, string by, Rounding rounding)
    {
        if (!(await Targets(tx, input)).Try(out var targets, out var refusal))
        {
            return refusal;
        }

        var (starts, variants) = (input.StartsAt ?? tx.Now, targets.Select(target => target.Id).Guids());
        if (await Overlapping(tx, variants, starts, input.EndsAt) is { Count: > 0 } taken)
        {
            return CatalogErrors.PlanOverlap.With("variantIds", taken);
        }

        var plans = targets.Select(target => (Id: Id<PricePlan>.New(), target.Id, Price: input.PriceOf(target.Price, rounding))).ToArray();
        await tx.Execute(
            $"""
            insert into catalog.price_plans (
              id, variant_id, name, currency, price_minor, compare_at_minor, starts_at, ends_at, created_by, created_at, updated_at)
            select n.id, n.variant, {Blank(input.Name)}, v.currency, n.price, {input.CompareAtPrice?.Minor}::bigint, {starts},
              {input.EndsAt}::timestamptz, {by}, {tx.Now}, {tx.Now}
            from unnest({plans.Select(plan => plan.Id.Value).ToArray()}, {plans.Select(plan => plan.Item2.Value).ToArray()},
              {plans.Select(plan => plan.Price.Minor).ToArray()}) as n (id, variant, price)
            join catalog.variants v on v.id = n.variant
            """);
        var ids = plans.Select(plan => plan.Id.Value).ToArray();
        return new Made(await tx.Query(PricePlan.Select($"where p.id = any({ids}) order by o.name, v.position, p.id"), PricePlan.Read));
    }

    private static async Task<Outcome<IReadOnlyList<Target>>> Targets(Tx tx, PricePlanInput input)
    {
        var (variants, products) = ((input.VariantIds ?? []).Distinct().ToArray(), (input.ProductIds ?? []).Distinct().ToArray());
        var found = await tx.Query(
            $"""
            select v.id, v.product_id, coalesce(r.before_price_minor, v.price_minor), v.currency
            from catalog.variants v left join catalog.price_plans r on r.variant_id = v.id and r.state = 'running'
            where v.deleted_at is null and (v.id = any({variants.Guids()}) or v.product_id = any({products.Guids()}))
            order by v.id limit {PricePlanInput.MostVariants + 1}
            """,
            row => (Target: new Target(row.Id<Contracts.Kinds.Variant>(0), row.Money(2, 3)), Product: row.Id<Contracts.Kinds.Product>(1)));
        var (ids, owners) = (found.Select(it => it.Target.Id).ToHashSet(), found.Select(it => it.Product).ToHashSet());
        var faults = new Faults();
        faults.Unless(found.Count <= PricePlanInput.MostVariants, products.Length > 0 ? "productIds" : "variantIds",
            $"come to more than {PricePlanInput.MostVariants} variants");
        foreach (var (index, id) in (faults.Any ? [] : input.VariantIds ?? []).Index())
        {
            faults.Unless(ids.Contains(id), $"variantIds[{index}]", "is not a variant on sale");
        }

        foreach (var (index, id) in (faults.Any ? [] : input.ProductIds ?? []).Index())
        {
            faults.Unless(owners.Contains(id), $"productIds[{index}]", "is not a product on sale");
        }

        return faults.Refusal() is { } refusal ? refusal : found.ConvertAll(it => it.Target);
    }

    private static Task<List<VariantId>> Overlapping(Tx tx, Guid[] variants, DateTimeOffset starts, DateTimeOffset? ends) => tx.Query(
        $"""
        select distinct variant_id from catalog.price_plans
        where variant_id = any({variants}) and state in ('planned', 'running')
          and (case when ends_at is null then tstzrange(starts_at, starts_at, '[]') else tstzrange(starts_at, ends_at) end)
            && tstzrange({starts}, {ends ?? starts}, {(ends is null ? "[]" : "[)")})
        limit 100
        """,
        row => row.Id<Contracts.Kinds.Variant>(0));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
