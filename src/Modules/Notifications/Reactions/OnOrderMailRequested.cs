using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shop;
using Tradepost.Notifications.Letters;
using Tradepost.Notifications.Post;
using Tradepost.Platform.Data;
using Tradepost.Platform.Messaging;

namespace Tradepost.Notifications.Reactions;

/// <summary>Staff asked for a mail about an order once more: the same letter, under a key of its own.</summary>
internal sealed class OnOrderMailRequested(Outgoing outgoing, ShopSettings shop) : IReaction<OrderMailRequested>
{
    public Task Handle(OrderMailRequested happened, Tx tx)
    {
        var order = happened.Order;
        var kind = happened.Kind switch
        {
            "confirmation" => LetterKinds.OrderConfirmed,
            "shipment" => LetterKinds.OrderShipped,
            "delivery" => LetterKinds.OrderDelivered,
            "cancellation" => LetterKinds.OrderCancelled,
            var other => throw new InvalidOperationException($"There is no letter for {other}."),
        };
        outgoing.Queue(tx, order.Email, kind, $"again:{happened.Id}", new
        {
            Order = OrderFacts.Of(order, shop),
            happened.Carrier,
            happened.TrackingNumber,
            happened.Complete,
            Reason = (string?)null,
        });
        return Task.CompletedTask;
    }
}
