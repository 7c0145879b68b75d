using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Payments.Gateways;
using Tradepost.Payments.Paying;
using Tradepost.Platform.Data;
using Tradepost.Platform.Messaging;

namespace Tradepost.Payments.Reactions;

/// <summary>Orders that are paid at the door, or cost nothing, need not wait for the buyer's next step.</summary>
internal sealed class OnOrderPlaced(IOrders orders, OnDelivery onDelivery) : IReaction<OrderPlaced>
{
    public async Task Handle(OrderPlaced happened, Tx tx)
    {
        if (happened.PaymentMethod != PaymentMethods.CashOnDelivery && !happened.Order.Total.IsZero)
        {
            return;
        }

        if (await orders.LockForPayment(tx, happened.Order.Id) is not { Status: OrderStatus.PendingPayment } order)
        {
            return;
        }

        var payment = await LockedPayment.Take(tx, order.Id);
        if (payment.Provider == CashOnDelivery.ProviderName || payment.Amount.IsZero)
        {
            await onDelivery.Accept(tx, payment);
        }
    }
}
