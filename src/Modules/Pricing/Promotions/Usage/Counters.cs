using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Promotions.Stored;

namespace Tradepost.Pricing.Promotions.Usage;

/// <summary>
/// The counters behind limits. Each goes up by one conditional statement; no row changed means that the limit is reached. Check constraints
/// say the same. Counters exist only while there is a limit: what is not limited makes nobody wait.
/// </summary>
internal static class Counters
{
    /// <summary>Orders that hold the promotion now.</summary>
    public static async Task<int> Used(Tx tx, PromotionId promotion) => await tx.Row(
        $"select count(*)::int from pricing.promotion_uses where promotion_id = {promotion} and given_back_at is null",
        row => row.GetInt32(0));

    /// <summary>Where a limit begins, its counter starts from what was used so far. The promotion is locked.</summary>
    public static async Task Begin(Tx tx, Promotion before, PromotionInput after, int used)
    {
        if (before.UsageLimit is null && after.UsageLimit is not null)
        {
            await tx.Execute($"update pricing.promotions set used = {used} where id = {before.Id}");
        }

        if (before.PerCustomerLimit is null && after.PerCustomerLimit is { } each)
        {
            await tx.Execute($"delete from pricing.promotion_customers where promotion_id = {before.Id}");
            await tx.Execute(
                $"""
                insert into pricing.promotion_customers (promotion_id, customer_key, used, at_most)
                select promotion_id, customer_key, count(*), greatest(count(*), {each}) from pricing.promotion_uses
                where promotion_id = {before.Id} and given_back_at is null group by promotion_id, customer_key
                """);
        }
    }

    public static void CountUse(Tx tx, PromotionId promotion, Func<int, Refusal?> limitReached) => tx.Queue(
        $"update pricing.promotions set used = used + 1 where id = {promotion} and used < usage_limit", limitReached);

    public static void CountCustomer(Tx tx, PromotionId promotion, byte[] customer, Func<int, Refusal?> limitReached) => tx.Queue(
        $"""
        insert into pricing.promotion_customers as c (promotion_id, customer_key, used, at_most)
        select id, {customer}, 1, per_customer_limit from pricing.promotions where id = {promotion} and per_customer_limit is not null
        on conflict (promotion_id, customer_key) do update set used = c.used + 1, at_most = excluded.at_most
        where c.used < excluded.at_most
        """,
        limitReached);

    public static void CountCode(Tx tx, PromotionId promotion, string code, Func<int, Refusal?> limitReached) => tx.Queue(
        $"""
        update pricing.promotion_codes set used = used + 1
        where code = {code} and promotion_id = {promotion} and used < usage_limit
        """,
        limitReached);

    public static void Uncount(Tx tx, PromotionId promotion, byte[] customer, PromotionCodeId? code)
    {
        tx.Queue($"update pricing.promotions set used = used - 1 where id = {promotion} and usage_limit is not null");
        tx.Queue(
            $"""
            update pricing.promotion_customers c set used = c.used - 1 from pricing.promotions p
            where p.id = {promotion} and p.per_customer_limit is not null and c.promotion_id = p.id and c.customer_key = {customer}
            """);
        if (code is { } id)
        {
            tx.Queue($"update pricing.promotion_codes set used = used - 1 where id = {id}");
        }
    }
}
