using Tradepost.Contracts.Orders;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Moving;

/// <summary>
/// Calls off orders nobody paid in time, so that their stock can be sold. A payment that is still on its way then finds the order cancelled
/// and goes back to the buyer: late money never revives an order.
/// </summary>
internal sealed class ExpireOrders(Database db, Cancellation cancellation, TimeProvider time) : IPeriodicJob
{
    private const int BatchSize = 20;
    private const string Reason = "Not paid in time";

    public string Name => "orders.expire";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task<int> Run(CancellationToken cancel)
    {
        var expired = 0;
        while (true)
        {
            var due = await db.Query(
                $"""
                select id from orders.orders where status = 'pendingPayment' and reserved_until < {time.GetUtcNow()}
                order by reserved_until limit {BatchSize}
                """,
                row => row.Id<Contracts.Kinds.Order>(0), cancel);
            foreach (var id in due)
            {
                await db.Write("orders.expire", tx => Expire(tx, id), cancel);
            }

            expired += due.Count;
            if (due.Count < BatchSize)
            {
                return expired;
            }
        }
    }

    // Looked at again under its lock: it may have been paid in between, here or by another node.
    private async Task Expire(Tx tx, OrderId id)
    {
        if (await LockedOrder.Take(tx, id) is { Status: OrderStatus.PendingPayment } order && order.ReservedUntil < tx.Now)
        {
            await cancellation.Cancel(tx, order, Reason, Timeline.Shop);
        }
    }
}
