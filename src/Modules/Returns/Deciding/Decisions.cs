using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Returns;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Returns.Rules;

namespace Tradepost.Returns.Deciding;

/// <summary>
/// The steps of a return before the goods are back. Each is one transaction under the order's lock. Asked for twice, a step happens once:
/// the second time it is where it should be already, and nothing more is said.
/// </summary>
internal sealed class Decisions(Database db, IOrders orders, Announcing announcing)
{
    public Task<Outcome<Done>> Approve(ReturnId id, string? note, string by, CancellationToken cancel) => Step(
        "returns.approve", id, ReturnStatus.Approved, (tx, held) => Approve(tx, held, note, by), cancel);

    /// <summary>In the transaction that holds it.</summary>
    public async Task Approve(Tx tx, LockedReturn held, string? note, string by)
    {
        var approved = held.Move(tx, ReturnStatus.Approved, by, note);
        orders.Note(tx, held.Order, "returnApproved", by, held.Number);
        tx.Publish(new ReturnApproved(await announcing.Order(tx, approved), await announcing.Return(tx, approved)));
    }

    public Task<Outcome<Done>> Refuse(ReturnId id, string reason, string by, CancellationToken cancel) => Step(
        "returns.refuse", id, ReturnStatus.Refused, async (tx, held) =>
        {
            var refused = held.Move(tx, ReturnStatus.Refused, by, reason, $", refuse_reason = {reason}");
            HeldUnits.Free(tx, id);
            orders.Note(tx, held.Order, "returnRefused", by, held.Number);
            tx.Publish(new ReturnRefused(await announcing.Order(tx, refused), await announcing.Return(tx, refused), reason));
        }, cancel);

    public Task<Outcome<Done>> Cancel(ReturnId id, string by, CancellationToken cancel) => Step(
        "returns.cancel", id, ReturnStatus.Cancelled, (tx, held) =>
        {
            held.Move(tx, ReturnStatus.Cancelled, by);
            HeldUnits.Free(tx, id);
            orders.Note(tx, held.Order, "returnCancelled", by, held.Number);
            tx.Publish(new ReturnCancelled(held.Order, id, by));
            return Task.CompletedTask;
        }, cancel);

    public Task<Outcome<Done>> Send(ReturnId id, string? carrier, string? tracking, string by, CancellationToken cancel) => Step(
        "returns.send", id, ReturnStatus.InTransit, (tx, held) =>
        {
            held.Move(tx, ReturnStatus.InTransit, by, $"{carrier} {tracking}".Trim() is { Length: > 0 } how ? how : null,
                $", sent_carrier = {carrier}, sent_tracking = {tracking}");
            orders.Note(tx, held.Order, "returnSent", by, held.Number);
            return Task.CompletedTask;
        }, cancel);

    private Task<Outcome<Done>> Step(
        string name, ReturnId id, ReturnStatus to, Func<Tx, LockedReturn, Task> step, CancellationToken cancel) =>
        db.Write<Done>(name, async tx =>
        {
            if (await LockedReturn.Take(tx, orders, id) is not { } held)
            {
                return ReturnsErrors.NotFound.Refuse();
            }

            if (held.Status == to)
            {
                return Done.Value;
            }

            if (!ReturnStates.MayMove(held.Status, to))
            {
                return ReturnsErrors.WrongState.With("status", held.Status);
            }

            await step(tx, held);
            return Done.Value;
        }, cancel);
}
