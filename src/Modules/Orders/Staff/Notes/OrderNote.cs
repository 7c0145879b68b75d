using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Staff.Notes;

/// <summary>Marks ids of notes.</summary>
internal abstract class Note;

/// <summary>What a member of staff wrote on an order, for the others. Customers never see it.</summary>
internal sealed record OrderNote(Id<Note> Id, string Text, bool Pinned, string By, DateTimeOffset At)
{
    /// <summary>An order's notes: the pinned ones first, then the newest.</summary>
    public static Task<List<OrderNote>> Of(Database db, OrderId order, CancellationToken cancel) => db.Query(
        $"""
        select id, body, pinned, by_whom, created_at from orders.order_notes
        where order_id = {order} order by pinned desc, created_at desc limit 200
        """,
        row => new OrderNote(row.Id<Note>(0), row.GetString(1), row.GetBoolean(2), row.GetString(3), row.Instant(4)), cancel);
}
