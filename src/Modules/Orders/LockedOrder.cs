using Tradepost.Contracts.Orders;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Orders;

/// <summary>An order held by the running transaction. Whoever moves an order, its payment or its parcels takes this lock first.</summary>
internal sealed record LockedOrder(
    OrderId Id, string Number, OrderStatus Status, UserId? Customer, string Email, string Name, Money Total, DateTimeOffset ReservedUntil,
    string? ReturnPath)
{
    /// <summary>Locks it now, unless the transaction holds it already.</summary>
    public static async Task<LockedOrder?> Take(Tx tx, OrderId id) =>
        tx.Held.TryGetValue((typeof(LockedOrder), id), out var held) ? (LockedOrder)held : await Ask(tx, id).Row();

    /// <summary>Locks it with the next statement that is sent.</summary>
    public static Pending<LockedOrder> Ask(Tx tx, OrderId id) => tx.Later(
        $"""
        select id, number, status, customer_id, email, name, total_minor, currency, reserved_until, return_path
        from orders.orders where id = {id} for no key update
        """,
        row => new LockedOrder(
            row.Id<Contracts.Kinds.Order>(0), row.GetString(1), Words.Parse<OrderStatus>(row.GetString(2)), row.IdOrNull<User>(3),
            row.GetString(4), row.GetString(5), row.Money(6, 7), row.Instant(8), row.TextOrNull(9)).Remember(tx));

    /// <summary>
    /// Moves it along a legal edge and says so in the timeline. An illegal move is a bug, and the database refuses it as well.
    /// </summary>
    public LockedOrder Move(Tx tx, OrderStatus to, string happened, string by, string? note = null)
    {
        if (!OrderStates.MayMove(Status, to))
        {
            throw new InvalidOperationException($"Order {Number} can't go from {Status} to {to}.");
        }

        tx.Queue($"update orders.orders set status = {Words.Of(to)}, updated_at = {tx.Now} where id = {Id}");
        Timeline.Add(tx, Id, happened, by, note, to);
        return (this with { Status = to }).Remember(tx);
    }

    private LockedOrder Remember(Tx tx)
    {
        tx.Held[(typeof(LockedOrder), Id)] = this;
        return this;
    }
}
