using Tradepost.Contracts.Payments;
using Tradepost.Payments.Gateways;
using Tradepost.Payments.Holding;
using Tradepost.Payments.Paying;
using Tradepost.Payments.Reconciling;
using Tradepost.Payments.Refunding;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Payments;

/// <summary>Payments as other modules use them.</summary>
internal sealed class PaymentBook(
    Database db, GatewayList gateways, OnDelivery onDelivery, RefundRunner refunds, Reconciler reconciler, RefundDesk desk) : IPayments
{
    public IReadOnlyList<PaymentMethod> Methods => gateways.Methods;

    public PaymentView Open(Tx tx, OrderId order, Money amount, string method)
    {
        var provider = gateways.ForMethod(method)?.Name ?? throw new InvalidOperationException($"Nobody handles {method}.");
        var nothing = Money.Zero(amount.Currency);
        var payment = new LockedPayment(
            PaymentId.New(), order, method, provider, amount, nothing, nothing, CalledOff: false, PaymentStatus.Pending);
        tx.Queue(
            $"""
            insert into payments.payments (id, order_id, method, provider, currency, amount_minor, status, created_at, updated_at)
            values ({payment.Id}, {order}, {method}, {provider}, {amount.Currency}, {amount.Minor}, 'pending', {tx.Now}, {tx.Now})
            """);
        return payment.View(null);
    }

    public async Task<IReadOnlyDictionary<OrderId, PaymentView>> Of(IReadOnlyCollection<OrderId> orders, CancellationToken cancel)
    {
        var rows = await db.Query(
            $"""
            select p.id, p.order_id, p.provider, p.method, p.status, p.amount_minor, p.refunded_minor, p.currency,
              a.provider_reference, a.status, a.next_action::text, a.decline_reason
            from payments.payments p
            left join lateral (
              select * from payments.payment_attempts where payment_id = p.id
              order by status <> 'captured', status <> 'authorized', seq desc limit 1) a on true
            where p.order_id = any ({orders.Guids()})
            """,
            row =>
            {
                var last = row.IsDBNull(9) ? (AttemptState?)null : Words.Parse<AttemptState>(row.GetString(9));
                return (Order: row.Id<Contracts.Kinds.Order>(1), View: new PaymentView(
                    row.Id<Contracts.Kinds.Payment>(0), row.GetString(2), row.GetString(3), Words.Parse<PaymentStatus>(row.GetString(4)),
                    row.Money(5, 7), row.Money(6, 7), row.TextOrNull(8),
                    last == AttemptState.Challenged ? row.Json<NextAction>(10) : NextAction.None,
                    last is AttemptState.Declined or AttemptState.Challenged ? row.TextOrNull(11) : null));
            }, cancel);
        return rows.ToDictionary(row => row.Order, row => row.View);
    }

    public async Task CallOff(Tx tx, OrderId order, string reason)
    {
        var payment = await LockedPayment.Take(tx, order);
        tx.Queue(
            $"""
            update payments.payments set called_off_at = coalesce(called_off_at, {tx.Now}), updated_at = {tx.Now} where id = {payment.Id}
            """);

        // The reconciler gives open attempts up at the provider's; money that comes all the same finds the order cancelled and goes back.
        tx.Queue(
            $"""
            update payments.payment_attempts set ask_at = {tx.Now}, updated_at = {tx.Now}
            where payment_id = {payment.Id} and status in ('pending', 'unknown', 'challenged')
            """);
        foreach (var held in (await Attempt.Of(tx, payment.Id)).Where(attempt => attempt.State == AttemptState.Authorized))
        {
            Holds.Want(tx, held, Wanted.Void, null);
        }

        await Refunds.Write(tx, payment.Id, null, reason, "shop");
    }

    public Task<Outcome<Money>> WriteRefund(Tx tx, OrderId order, RefundDraft draft) => desk.Write(tx, order, draft);

    public async Task SettleRefunds(OrderId order, CancellationToken cancel)
    {
        await refunds.Settle(order, cancel);
        await reconciler.Settle(order, cancel);
    }

    public Task CollectOnDelivery(Tx tx, OrderId order) => onDelivery.Collect(tx, order);
}
