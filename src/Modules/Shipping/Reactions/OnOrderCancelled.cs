using Tradepost.Contracts.Orders;
using Tradepost.Platform.Data;
using Tradepost.Platform.Messaging;

namespace Tradepost.Shipping.Reactions;

/// <summary>
/// Labels of an order that was called off go back to their couriers; the job that asks couriers does it. One that is just being bought is
/// looked after by whoever records it.
/// </summary>
internal sealed class OnOrderCancelled : IReaction<OrderCancelled>
{
    public Task Handle(OrderCancelled happened, Tx tx) => tx.Execute(
        $"""
        update shipping.shipments set status = 'voiding', ask_at = {tx.Now}, asked = 0, updated_at = {tx.Now}
        where order_id = {happened.Order.Id} and status = 'packed'
        """);
}
