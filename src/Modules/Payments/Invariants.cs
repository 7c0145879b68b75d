using Tradepost.Contracts.Orders;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Platform.Verification;

namespace Tradepost.Payments;

/// <summary>What must hold of money at every moment.</summary>
internal static class Invariants
{
    public static IInvariant Balance { get; } = new SqlInvariant(
        "Every transaction of the ledger sums to zero, and so does the whole",
        () => $"""
            select format('ledger transaction %s sums to %s %s', transaction_id, sum(amount_minor), currency)
            from payments.ledger_entries group by transaction_id, currency having sum(amount_minor) <> 0
            """);

    public static IInvariant Sums { get; } = new SqlInvariant(
        "Payments agree with their attempts and refunds",
        () => $"""
            with taken as (
              select payment_id, sum(captured_minor) as total from payments.payment_attempts where status = 'captured' group by payment_id),
            given as (
              select payment_id, sum(amount_minor) as total from payments.refunds where status = 'succeeded' group by payment_id)
            select format('payment of order %s: captured %s (attempts %s), refunded %s (refunds %s)',
              p.order_id, p.captured_minor, coalesce(t.total, 0), p.refunded_minor, coalesce(g.total, 0))
            from payments.payments p left join taken t on t.payment_id = p.id left join given g on g.payment_id = p.id
            where p.captured_minor <> coalesce(t.total, 0) or p.refunded_minor <> coalesce(g.total, 0)
              or p.refunded_minor > p.captured_minor
            """);

    public static IInvariant Booked { get; } = new SqlInvariant(
        "Every capture, refund and fee stands in the ledger once, with its amount",
        () => $"""
            with moved as (
              select 'capture' as kind, id, captured_minor as amount from payments.payment_attempts where status = 'captured'
              union all
              select 'refund', id, -amount_minor from payments.refunds where status = 'succeeded'
              union all
              select 'fee', id, -fee_minor from payments.payment_attempts where status = 'captured' and fee_minor <> 0),
            booked as (
              select t.kind, t.source_id, sum(e.amount_minor) as amount
              from payments.ledger_transactions t join payments.ledger_entries e on e.transaction_id = t.id
              join payments.ledger_accounts a on a.id = e.account_id and a.code like 'provider:%' group by t.kind, t.source_id)
            select format('%s %s: moved %s, booked %s', coalesce(m.kind, b.kind), coalesce(m.id, b.source_id), m.amount, b.amount)
            from moved m full join booked b on b.kind = m.kind and b.source_id = m.id where m.amount is distinct from b.amount
            """);
}

/// <summary>Nobody was charged without an order that goes out, or a refund.</summary>
internal sealed class ChargedInvariant(IOrders orders) : IInvariant
{
    private const int BatchSize = 1000;

    public string Name => "Every captured payment has one order that takes it, or goes back";

    public async Task<IReadOnlyList<string>> Violations(Database db, CancellationToken cancel)
    {
        var found = new List<string>();
        var after = Guid.Empty;
        while (true)
        {
            var charged = await db.Query(
                $"""
                select p.id, p.order_id, p.amount_minor, p.captured_minor,
                  coalesce((
                    select sum(r.amount_minor) from payments.refunds r where r.payment_id = p.id and r.status <> 'failed'), 0)::bigint
                from payments.payments p where p.captured_minor > 0 and p.id > {after} order by p.id limit {BatchSize}
                """,
                row => new Charged(row.GetGuid(0), row.Id<Contracts.Kinds.Order>(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)),
                cancel);
            if (charged.Count == 0)
            {
                return found;
            }

            var statuses = await orders.StatusOf([.. charged.Select(payment => payment.Order)], cancel);
            found.AddRange(charged.Where(payment => !payment.IsRight(statuses)).Select(payment => payment.Describe(statuses)));
            after = charged[^1].Id;
        }
    }

    private sealed record Charged(Guid Id, OrderId Order, long Amount, long Captured, long GoingBack)
    {
        private long Kept => Captured - GoingBack;

        public bool IsRight(IReadOnlyDictionary<OrderId, OrderStatus> statuses) =>
            statuses.TryGetValue(Order, out var status) && status is OrderStatus.Processing or OrderStatus.Shipped or OrderStatus.Delivered
                ? Kept <= Amount
                : Kept == 0;

        public string Describe(IReadOnlyDictionary<OrderId, OrderStatus> statuses) =>
            $"order {Order} is {(statuses.TryGetValue(Order, out var status) ? Words.Of(status) : "missing")}: "
            + $"it costs {Amount}, {Kept} is kept";
    }
}
