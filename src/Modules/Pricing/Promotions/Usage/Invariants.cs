using Tradepost.Platform.Verification;

namespace Tradepost.Pricing.Promotions.Usage;

/// <summary>What must hold of promotions at every moment.</summary>
internal static class Invariants
{
    /// <summary>Total limits.</summary>
    public static IInvariant Limits { get; } = new SqlInvariant(
        "A limited promotion counts the orders that hold it, and not more than it may",
        () => $"""
            select format('promotion %s: counted %s of %s, held by %s', p.id, p.used, p.usage_limit, count(u.id))
            from pricing.promotions p
            left join pricing.promotion_uses u on u.promotion_id = p.id and u.given_back_at is null
            where p.usage_limit is not null group by p.id having p.used <> count(u.id) or p.used > p.usage_limit
            """);

    /// <summary>Limits of each customer.</summary>
    public static IInvariant Customers { get; } = new SqlInvariant(
        "Where a promotion is limited by customer, the orders of each are counted",
        () => $"""
            select format('promotion %s, customer %s: counted %s, held by %s orders', promotion, encode(customer, 'hex'), counted, held)
            from (
              select p.id as promotion, coalesce(c.customer_key, u.customer_key) as customer, coalesce(c.used, 0) as counted,
                coalesce(u.held, 0) as held
              from pricing.promotion_customers c
              full join (
                select promotion_id, customer_key, count(*) as held from pricing.promotion_uses where given_back_at is null
                group by promotion_id, customer_key) u using (promotion_id, customer_key)
              join pricing.promotions p on p.id = promotion_id
              where p.per_customer_limit is not null) counters
            where counted <> held
            """);

    /// <summary>Bulk codes.</summary>
    public static IInvariant Codes { get; } = new SqlInvariant(
        "A bulk code counts the orders that hold it, and not more than it may",
        () => $"""
            select format('code %s: counted %s of %s, held by %s', c.id, c.used, c.usage_limit, count(u.id))
            from pricing.promotion_codes c left join pricing.promotion_uses u on u.code_id = c.id and u.given_back_at is null
            group by c.id having c.used <> count(u.id) or c.used > c.usage_limit
            """);
}
