using Tradepost.Contracts.Orders;
using Tradepost.Payments.Holding;
using Tradepost.Payments.Paying;
using Tradepost.Platform.Data;
using Tradepost.Platform.Messaging;

namespace Tradepost.Payments.Reactions;

/// <summary>
/// Money that was held is taken when the first parcel leaves the house, all of it at once: few providers take a hold in several parts, and
/// what is not delivered in the end goes back as a refund.
/// </summary>
internal sealed class OnOrderShipped(IOrders orders) : IReaction<OrderShipped>
{
    public async Task Handle(OrderShipped happened, Tx tx)
    {
        if (await orders.LockForPayment(tx, happened.Order.Id) is null)
        {
            return;
        }

        var payment = await LockedPayment.Take(tx, happened.Order.Id);
        if (await Holds.Of(tx, payment.Id) is { } held)
        {
            Holds.Want(tx, held, Wanted.Capture, null);
        }
    }
}
