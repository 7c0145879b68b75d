using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Staff.Notes;

/// <summary>Staff write on an order, pin what matters, and take back what they wrote themselves.</summary>
internal static class WriteNotes
{
    private const int Longest = 2000;

    internal sealed record Request(string? Text, bool? Pinned) : IChecked
    {
        public void Check(Faults faults) => faults.Text("text", Text, Longest);
    }

    internal sealed record Pinning(bool? Pinned) : IChecked
    {
        public void Check(Faults faults) => faults.Required("pinned", Pinned);
    }

    internal static async Task<IResult> Add(OrderId id, Body<Request> body, Caller caller, Database db, CancellationToken cancel)
    {
        var note = Id<Note>.New();
        var written = await db.Write<OrderNote>(
            "orders.note",
            async tx =>
            {
                var (text, pinned) = (body.Value.Text!.Trim(), body.Value.Pinned == true);
                var rows = await tx.Execute(
                    $"""
                    insert into orders.order_notes (id, order_id, body, pinned, by_whom, created_at, updated_at)
                    select {note}, id, {text}, {pinned}, {caller.Name}, {tx.Now}, {tx.Now} from orders.orders where id = {id}
                    """);
                return rows == 0 ? OrderErrors.NotFound.Refuse() : new OrderNote(note, text, pinned, caller.Name, tx.Now);
            },
            cancel);
        return written.Created(_ => $"/api/v1/admin/orders/{id}");
    }

    internal static async Task<IResult> Pin(
        OrderId id, Id<Note> noteId, Body<Pinning> body, Database db, CancellationToken cancel) =>
        await Change(db, tx => $"""
            update orders.order_notes set pinned = {body.Value.Pinned!.Value}, updated_at = {tx.Now}
            where id = {noteId} and order_id = {id}
            """, cancel);

    internal static async Task<IResult> Remove(
        OrderId id, Id<Note> noteId, Caller caller, Database db, CancellationToken cancel) =>
        await Change(
            db, _ => $"delete from orders.order_notes where id = {noteId} and order_id = {id} and by_whom = {caller.Name}", cancel);

    private static async Task<IResult> Change(Database db, Func<Tx, SqlText> sql, CancellationToken cancel) => (await db.Write<Done>(
        "orders.note",
        async tx => await tx.Execute(sql(tx)) == 0 ? OrdersErrors.NoteNotFound.Refuse() : Done.Value,
        cancel)).NoContent();
}
