using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Returns;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Returns.Rules;

namespace Tradepost.Returns;

/// <summary>A return held by the running transaction, and with it its order: whatever happens to an order happens under that lock.</summary>
internal sealed record LockedReturn(ReturnId Id, string Number, OrderId Order, ReturnKind Kind, ReturnStatus Status, bool ShopPays)
{
    public static async Task<LockedReturn?> Take(Tx tx, IOrders orders, ReturnId id)
    {
        var owner = await tx.Query($"select order_id from returns.returns where id = {id}", row => row.Id<Contracts.Kinds.Order>(0));
        if (owner.Count == 0)
        {
            return null;
        }

        await orders.LockForPayment(tx, owner[0]);
        return await tx.Row(
            $"select id, number, order_id, kind, status, shop_pays from returns.returns where id = {id} for no key update",
            row => new LockedReturn(
                row.Id<Contracts.Kinds.Return>(0), row.GetString(1), row.Id<Contracts.Kinds.Order>(2),
                Words.Parse<ReturnKind>(row.GetString(3)), Words.Parse<ReturnStatus>(row.GetString(4)), row.GetBoolean(5)));
    }

    /// <summary>
    /// Moves it along a legal edge and says so in its history. An illegal move is a bug, and the database refuses it as well.
    /// </summary>
    /// <param name="tx">The open transaction.</param>
    /// <param name="to">Where to.</param>
    /// <param name="by">Who moves it.</param>
    /// <param name="note">Why.</param>
    /// <param name="also">What else is set with it: ", column = value".</param>
    public LockedReturn Move(Tx tx, ReturnStatus to, string by, string? note = null, SqlText? also = null)
    {
        if (!ReturnStates.MayMove(Status, to))
        {
            throw new InvalidOperationException($"Return {Number} can't go from {Status} to {to}.");
        }

        tx.Queue(
            $"update returns.returns set status = {Words.Of(to)}{also ?? SqlText.Empty}, updated_at = {tx.Now} where id = {Id}");
        History.Add(tx, Id, Words.Of(to), by, note, to);
        tx.Touch(OrderTags.Order(Order));
        return this with { Status = to };
    }
}

/// <summary>What happened to a return, for everybody who may see it.</summary>
internal static class History
{
    public const string Customer = "customer";
    public const string Shop = "shop";

    public static void Add(Tx tx, ReturnId id, string happened, string by, string? note = null, ReturnStatus? status = null) => tx.Queue(
        $"""
        insert into returns.return_events (id, return_id, at, event, by_whom, note, status)
        values ({Id<LockedReturn>.New()}, {id}, {tx.Now}, {happened}, {by}, {note}, {(status is { } some ? Words.Of(some) : null)})
        """);
}
