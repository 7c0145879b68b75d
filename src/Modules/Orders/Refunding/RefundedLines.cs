using Tradepost.Contracts.Orders;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Refunding;

/// <summary>Counts how much of each line was paid back. What a unit is worth is a part of what the line was paid with.</summary>
internal static class RefundedLines
{
    /// <summary>More units of a line than are left.</summary>
    internal sealed record Excess(OrderLineId LineId, int Requested, int Left);

    private sealed record Line(OrderLineId Id, int Quantity, int Refunded, Money Paid);

    public static async Task<Outcome<Money>> Take(Tx tx, OrderId order, IReadOnlyList<RefundedUnits> wanted)
    {
        var lines = (await Lines(tx, order)).ToDictionary(line => line.Id);
        var faults = new Faults();
        foreach (var (place, some) in wanted.Index())
        {
            faults.Unless(lines.ContainsKey(some.LineId), $"lines[{place}].lineId", "is not a line of this order");
        }

        if (faults.Refusal() is { } refusal)
        {
            return refusal;
        }

        var excess = wanted.Select(some => (some, line: lines[some.LineId]))
            .Select(pair => new Excess(pair.line.Id, pair.some.Quantity, pair.line.Quantity - pair.line.Refunded))
            .Where(some => some.Requested > some.Left).ToList();
        if (excess.Count > 0)
        {
            return OrderErrors.RefundExceeds.With("lines", excess);
        }

        var sum = Money.Zero(lines[wanted[0].LineId].Paid.Currency);
        foreach (var some in wanted)
        {
            var line = lines[some.LineId];
            sum += line.Paid.Part(line.Refunded, line.Refunded + some.Quantity, line.Quantity);
            Count(tx, order, line, some.Quantity);
        }

        return sum;
    }

    private static Task<List<Line>> Lines(Tx tx, OrderId order) => tx.Query(
        $"""
        select l.id, l.quantity, coalesce(r.refunded, 0),
          l.line_total_minor - l.discount_minor + case when o.tax_included then 0 else l.tax_minor end, l.currency
        from orders.order_lines l join orders.orders o on o.id = l.order_id left join orders.refunded_lines r on r.order_line_id = l.id
        where l.order_id = {order}
        """,
        row => new Line(row.Id<Contracts.Kinds.OrderLine>(0), row.GetInt32(1), row.GetInt32(2), row.Money(3, 4)));

    // The order is locked; the check constraint says it again.
    private static void Count(Tx tx, OrderId order, Line line, int quantity) => tx.Queue(
        $"""
        insert into orders.refunded_lines as r (order_line_id, order_id, ordered, refunded, created_at, updated_at)
        values ({line.Id}, {order}, {line.Quantity}, {quantity}, {tx.Now}, {tx.Now})
        on conflict (order_line_id) do update set refunded = r.refunded + excluded.refunded, updated_at = excluded.updated_at
        """);
}
