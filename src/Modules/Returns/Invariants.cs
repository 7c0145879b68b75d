using Tradepost.Contracts.Orders;
using Tradepost.Platform.Data;
using Tradepost.Platform.Verification;

namespace Tradepost.Returns;

/// <summary>What must hold of returns at every moment.</summary>
internal static class Invariants
{
    private static IInvariant Held { get; } = new SqlInvariant(
        "Units that came back or are asked for are counted right, and never more than were bought",
        () => $"""
            with spoken as (
              select l.order_line_id, sum(case r.status
                when 'refused' then 0 when 'cancelled' then 0
                when 'closed' then coalesce((select sum(quantity) from returns.inspections i where i.return_line_id = l.id), 0)
                else l.quantity end)::int as units
              from returns.return_lines l join returns.returns r on r.id = l.return_id group by l.order_line_id)
            select format('order line %s: %s units are held, returns say %s of %s',
              coalesce(h.order_line_id, s.order_line_id), coalesce(h.held, 0), coalesce(s.units, 0), h.ordered)
            from returns.held_units h full join spoken s on s.order_line_id = h.order_line_id
            where coalesce(h.held, 0) <> coalesce(s.units, 0) or s.units > h.ordered
            """);

    private static IInvariant Moves { get; } = new SqlInvariant(
        "Every return stands where its history says, and came there along legal moves",
        () => $"""
            with moves as (
              select return_id, status, lag(status) over (partition by return_id order by seq) as before,
                row_number() over (partition by return_id order by seq desc) as latest
              from returns.return_events where status is not null)
            select format('return %s is %s, its history says %s', r.number, r.status, coalesce(m.status, 'nothing'))
            from returns.returns r left join moves m on m.return_id = r.id and m.latest = 1 where m.status is distinct from r.status
            union all
            select format('return %s went from %s to %s', m.return_id, m.before, m.status) from moves m
            where m.before is not null
              and not exists (select from returns.status_edges e where e.from_status = m.before and e.to_status = m.status)
            """);

    private static IInvariant Found { get; } = new SqlInvariant(
        "No more came back than was announced, and closed returns were looked at",
        () => $"""
            select format('return %s: %s of %s %s came back', r.number, coalesce(sum(i.quantity), 0), l.quantity, l.sku)
            from returns.returns r join returns.return_lines l on l.return_id = r.id left join returns.inspections i on i.return_line_id = l.id
            group by r.id, l.id
            having coalesce(sum(i.quantity), 0) > l.quantity
              or (r.status not in ('inspected', 'closed') and coalesce(sum(i.quantity), 0) > 0)
            """);

    public static IReadOnlyList<IInvariant> All { get; } = [Held, Moves, Found];
}

/// <summary>Returns give back no more than was paid.</summary>
internal sealed class RefundInvariant(IOrdersToReturn orders) : IInvariant
{
    private const int BatchSize = 500;

    public string Name => "The refunds of an order's returns are at most what was paid for it";

    public async Task<IReadOnlyList<string>> Violations(Database db, CancellationToken cancel)
    {
        var found = new List<string>();
        var after = Guid.Empty;
        while (true)
        {
            var sums = await db.Query(
                $"""
                select order_id, sum(refund_minor)::bigint from returns.returns where status = 'closed' and order_id > {after}
                group by order_id order by order_id limit {BatchSize}
                """,
                row => (Order: row.Id<Contracts.Kinds.Order>(0), Refunded: row.GetInt64(1)), cancel);
            if (sums.Count == 0)
            {
                return found;
            }

            foreach (var sum in sums)
            {
                var order = await orders.Find(sum.Order, new Reads(db, cancel));
                if (order is null || order.Lines.Sum(line => line.Paid.Minor) + order.ShippingPaid.Minor < sum.Refunded)
                {
                    found.Add($"order {sum.Order}: its returns give back {sum.Refunded}");
                }
            }

            after = sums[^1].Order.Value;
        }
    }
}
