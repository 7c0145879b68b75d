using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Orders;
using Tradepost.Orders.Invoicing;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Moving;

/// <summary>
/// The order is paid, or may be paid on delivery: its stock is sold and it goes to be packed. Money that comes after the reservation ended
/// is still taken when the stock is still there; otherwise the order is called off, and whoever paid gets the money back.
/// </summary>
internal sealed class AcceptOrder(IInventory inventory, Cancellation cancellation, Invoices invoices)
{
    /// <returns>False when the order can't take the money.</returns>
    public async Task<bool> Accept(Tx tx, OrderId id, string by)
    {
        if (await LockedOrder.Take(tx, id) is not { } order || order.Status == OrderStatus.Cancelled)
        {
            return false;
        }

        if (order.Status != OrderStatus.PendingPayment)
        {
            return true; // accepted before
        }

        var lines = Summaries.Lines(tx, order.Id);
        if (!await inventory.Sell(tx, id) && !await SellAnew(tx, order))
        {
            await cancellation.Cancel(tx, order, "Sold out before the payment came", by);
            return false;
        }

        var accepted = order.Move(tx, OrderStatus.Processing, "confirmed", by);
        tx.Publish(new OrderConfirmed(Summaries.Of(tx, accepted, await lines.Rows())));
        invoices.Give(tx, id);
        return true;
    }

    private async Task<bool> SellAnew(Tx tx, LockedOrder order)
    {
        var lines = await tx.Query(
            $"select variant_id, sum(quantity)::int from orders.order_lines where order_id = {order.Id} group by variant_id",
            row => new StockRequest(row.Id<Contracts.Kinds.Variant>(0), row.GetInt32(1)));
        return (await inventory.Reserve(tx, order.Id, lines, tx.Now)).Succeeded && await inventory.Sell(tx, order.Id);
    }
}
