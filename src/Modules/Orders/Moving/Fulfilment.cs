using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Pricing;
using Tradepost.Orders.Searching;
using Tradepost.Platform.Data;

namespace Tradepost.Orders.Moving;

/// <summary>What of an order left the house and what arrived.</summary>
internal static class Fulfilment
{
    public static async Task<OrderToShip?> LockForShipping(Tx tx, OrderId id)
    {
        if (await LockedOrder.Take(tx, id) is not { } order)
        {
            return null;
        }

        var to = await tx.Row(ShippableOrders.Head([id]), ShippableOrders.ReadHead);
        return to! with { Status = order.Status, Lines = await Unshipped(tx, id) };
    }

    /// <summary>Units were handed over. More than was ordered is a bug here, and refused by the database.</summary>
    public static async Task MarkShipped(Tx tx, OrderId id, Handover parcel, string by)
    {
        var order = await Held(tx, id);
        foreach (var line in parcel.Lines.OrderBy(line => line.LineId))
        {
            tx.Queue(
                $"""
                insert into orders.fulfilments as f (order_line_id, order_id, ordered, shipped, created_at, updated_at)
                select l.id, l.order_id, l.quantity, {line.Quantity}, {tx.Now}, {tx.Now}
                from orders.order_lines l where l.id = {line.LineId} and l.order_id = {id}
                on conflict (order_line_id) do update set shipped = f.shipped + excluded.shipped, updated_at = excluded.updated_at
                """);
        }

        IndexOrders.Add(tx, id, parcel.TrackingNumber);
        var complete = (await Unshipped(tx, id)).All(line => line.Unshipped == 0);
        if (complete)
        {
            order = order.Move(tx, OrderStatus.Shipped, "shipped", by, $"{parcel.Carrier} {parcel.TrackingNumber}");
        }
        else
        {
            Timeline.Add(tx, id, "partlyShipped", by, $"{parcel.Carrier} {parcel.TrackingNumber}");
        }

        tx.Publish(new OrderShipped(await Summaries.Of(tx, order), parcel.Carrier, parcel.TrackingNumber, complete));
    }

    public static async Task MarkDelivered(Tx tx, OrderId id, string by)
    {
        var order = await Held(tx, id);
        if (order.Status == OrderStatus.Shipped)
        {
            order = order.Move(tx, OrderStatus.Delivered, "delivered", by);
            tx.Publish(new OrderDelivered(await Summaries.Of(tx, order)));
        }
    }

    private static async Task<LockedOrder> Held(Tx tx, OrderId id) =>
        await LockedOrder.Take(tx, id) ?? throw new InvalidOperationException($"Order {id} is shipped but does not exist.");

    private static async Task<List<LineToShip>> Unshipped(Tx tx, OrderId id) =>
        [.. (await tx.Query(ShippableOrders.Lines([id]), ShippableOrders.ReadLine)).Select(line => line.Line)];
}
