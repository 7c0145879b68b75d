using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shop;
using Tradepost.Notifications.Letters;
using Tradepost.Notifications.Post;
using Tradepost.Platform.Data;
using Tradepost.Platform.Messaging;

namespace Tradepost.Notifications.Reactions;

/// <summary>
/// The confirmation. Sent once the order is paid, or will be on delivery: a mail about an order nobody pays would promise too much.
/// </summary>
internal sealed class OnOrderConfirmed(Outgoing outgoing, ShopSettings shop) : IReaction<OrderConfirmed>
{
    public Task Handle(OrderConfirmed happened, Tx tx)
    {
        var order = happened.Order;
        outgoing.Queue(tx, order.Email, LetterKinds.OrderConfirmed, order.Id.ToString(), new { Order = OrderFacts.Of(order, shop) });
        return Task.CompletedTask;
    }
}

/// <summary>Tells that a parcel is on its way, and where to follow it.</summary>
internal sealed class OnOrderShipped(Outgoing outgoing, ShopSettings shop) : IReaction<OrderShipped>
{
    public Task Handle(OrderShipped happened, Tx tx)
    {
        var order = happened.Order;
        outgoing.Queue(tx, order.Email, LetterKinds.OrderShipped, $"{order.Id}:{happened.TrackingNumber}", new
        {
            Order = OrderFacts.Of(order, shop),
            happened.Carrier,
            happened.TrackingNumber,
            happened.Complete,
        });
        return Task.CompletedTask;
    }
}

/// <summary>Tells that it arrived.</summary>
internal sealed class OnOrderDelivered(Outgoing outgoing, ShopSettings shop) : IReaction<OrderDelivered>
{
    public Task Handle(OrderDelivered happened, Tx tx)
    {
        var order = happened.Order;
        outgoing.Queue(tx, order.Email, LetterKinds.OrderDelivered, order.Id.ToString(), new { Order = OrderFacts.Of(order, shop) });
        return Task.CompletedTask;
    }
}

/// <summary>Tells that it was called off, and what becomes of the money.</summary>
internal sealed class OnOrderCancelled(Outgoing outgoing, ShopSettings shop) : IReaction<OrderCancelled>
{
    public Task Handle(OrderCancelled happened, Tx tx)
    {
        var order = happened.Order;
        outgoing.Queue(
            tx, order.Email, LetterKinds.OrderCancelled, order.Id.ToString(), new { Order = OrderFacts.Of(order, shop), happened.Reason });
        return Task.CompletedTask;
    }
}
