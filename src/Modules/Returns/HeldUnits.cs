using Tradepost.Contracts.Orders;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Returns.Rules;

namespace Tradepost.Returns;

/// <summary>Units that came back or are asked for, line by line. The check on the table keeps them within what was bought.</summary>
internal static class HeldUnits
{
    public static void Hold(Tx tx, OrderToReturn order, OrderLineId line, int quantity) => tx.Queue(
        $"""
        insert into returns.held_units as h (order_line_id, order_id, ordered, held, created_at, updated_at)
        values ({line}, {order.Id}, {order.Lines.Single(some => some.Id == line).Quantity}, {quantity}, {tx.Now}, {tx.Now})
        on conflict (order_line_id) do update set held = h.held + excluded.held, updated_at = excluded.updated_at
        """);

    /// <summary>Gives back all units of a return that does not take place.</summary>
    public static void Free(Tx tx, ReturnId id) => tx.Queue(
        $"""
        update returns.held_units h set held = h.held - l.quantity, updated_at = {tx.Now}
        from returns.return_lines l where l.return_id = {id} and l.order_line_id = h.order_line_id
        """);

    /// <summary>Gives back the units that were announced and were not in the parcel.</summary>
    public static void FreeMissing(Tx tx, ReturnId id) => tx.Queue(
        $"""
        update returns.held_units h set held = h.held - m.missing, updated_at = {tx.Now}
        from (
          select l.order_line_id, l.quantity - coalesce(sum(i.quantity), 0)::int as missing
          from returns.return_lines l left join returns.inspections i on i.return_line_id = l.id where l.return_id = {id} group by l.id) m
        where m.missing > 0 and m.order_line_id = h.order_line_id
        """);

    /// <summary>What is spoken for of each line of the order.</summary>
    public static async Task<IReadOnlyDictionary<OrderLineId, Returnable.Spoken>> Of(OrderId order, Reads reads)
    {
        var rows = await reads.Query(
            $"""
            select h.order_line_id, h.held, coalesce((
              select sum(l.quantity) from returns.return_lines l join returns.returns r on r.id = l.return_id
              where l.order_line_id = h.order_line_id and r.status not in ('refused', 'cancelled', 'closed')), 0)::int
            from returns.held_units h where h.order_id = {order}
            """,
            row => new Returnable.Spoken(row.Id<Contracts.Kinds.OrderLine>(0), row.GetInt32(1), row.GetInt32(2)));
        return rows.ToDictionary(row => row.LineId);
    }
}
