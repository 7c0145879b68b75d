using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Payments.Gateways;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Paying;

/// <summary>Orders that go out before they are paid: those paid at the door, and those that cost nothing.</summary>
internal sealed class OnDelivery(IOrders orders, Recorder recorder)
{
    /// <summary>Lets the order be packed. The caller holds order and payment. Asked again, it changes nothing.</summary>
    /// <returns>Null when the order is called off.</returns>
    public async Task<LockedPayment?> Accept(Tx tx, LockedPayment payment)
    {
        if (!await orders.AcceptPayment(tx, payment.OrderId, "shop"))
        {
            return null;
        }

        var after = payment with { Status = payment.Amount.IsZero ? PaymentStatus.Paid : payment.Status };
        after.Save(tx);
        orders.RecordPayment(tx, payment.OrderId, after.Status);
        return after;
    }

    /// <summary>The courier brought the money. The caller holds the order.</summary>
    public async Task Collect(Tx tx, OrderId order)
    {
        var payment = await LockedPayment.Take(tx, order);
        if (payment.Provider != CashOnDelivery.ProviderName || payment.Amount.IsZero || payment.Captured.Minor > 0)
        {
            return;
        }

        var id = PaymentAttemptId.New();
        var cash = new Attempt(
            id, order, payment.Method, payment.Provider, payment.Amount, AttemptState.Captured, $"cash-{id}", null, null, null, null);
        cash.Insert(tx, payment.Id, tx.Now);
        await recorder.Taken(tx, payment, cash);
    }
}
