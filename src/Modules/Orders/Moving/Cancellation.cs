using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Moving;

/// <summary>
/// Calls orders off: what was paid is to be refunded, what was set aside or sold goes back, promotions may be used again, all in one
/// transaction.
/// </summary>
internal sealed class Cancellation(Database db, IInventory inventory, IPromotions promotions, Func<IPayments> payments, ShopSettings shop)
{
    /// <summary>Calls the order off if it still may be, and then carries out its refund. Asking again changes nothing.</summary>
    public async Task<Outcome<Done>> Cancel(OrderId id, string? reason, string by, CancellationToken cancel)
    {
        var outcome = await db.Write("orders.cancel", tx => TryCancel(tx, id, reason, by), cancel);
        if (outcome.Succeeded)
        {
            await payments().SettleRefunds(id, cancel);
        }

        return outcome;
    }

    /// <summary>Calls off an order that is known to be cancellable, in the transaction that holds it.</summary>
    public async Task Cancel(Tx tx, LockedOrder order, string? reason, string by)
    {
        var cancelled = order.Move(tx, OrderStatus.Cancelled, "cancelled", by, reason);
        await payments().CallOff(tx, order.Id, reason ?? "Order cancelled");
        await inventory.Release(tx, order.Id, "order cancelled");
        await promotions.GiveBack(tx, order.Id);
        tx.Publish(new OrderCancelled(await Summaries.Of(tx, cancelled), reason, by));
    }

    private async Task<Outcome<Done>> TryCancel(Tx tx, OrderId id, string? reason, string by)
    {
        if (await LockedOrder.Take(tx, id) is not { } order)
        {
            return OrderErrors.NotFound.Refuse();
        }

        if (order.Status == OrderStatus.Cancelled)
        {
            return Done.Value;
        }

        var shipped = await tx.Query(
            $"select 1 from orders.fulfilments where order_id = {id} and shipped > 0 limit 1", row => row.GetInt32(0));
        if (!OrderStates.MayCancel(order.Status, shipped.Count > 0))
        {
            return OrdersErrors.NotCancellable.Refuse();
        }

        if (by == Timeline.Customer && !await IsInTime(tx, order))
        {
            return OrdersErrors.CancelWindowOver.Refuse();
        }

        await Cancel(tx, order, reason, by);
        return Done.Value;
    }

    private async Task<bool> IsInTime(Tx tx, LockedOrder order)
    {
        var placedAt = await tx.Row($"select placed_at from orders.orders where id = {order.Id}", row => row.Instant(0));
        return CancelWindow.IsOpen(order.Status, placedAt, shop.Now.Orders, tx.Now);
    }
}
