using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Refunding;

/// <summary>
/// Staff try a refund again that the provider refused. The provider is asked with the same key, so one it did carry out is not doubled.
/// </summary>
internal static class RetryRefund
{
    internal static async Task<IResult> Handle(
        RefundId id, Caller caller, Database db, IOrders orders, IPayments payments, CancellationToken cancel)
    {
        var order = await db.Row<OrderId?>(
            $"select order_id from payments.refunds where id = {id}", row => row.Id<Contracts.Kinds.Order>(0), cancel);
        if (order is not { } found)
        {
            return PaymentsErrors.NoRefund.Refuse().ToResult();
        }

        var outcome = await db.Write("payments.retry_refund", tx => Write(tx, id, found, caller, orders), cancel);
        if (!outcome.Succeeded)
        {
            return outcome.Refusal.ToResult();
        }

        await payments.SettleRefunds(found, cancel);
        return Results.Json((await ListRefunds.Read(db, found, cancel)).Single(refund => refund.Id == id), ApiJson.Options);
    }

    private static async Task<Outcome<Done>> Write(Tx tx, RefundId id, OrderId order, Caller caller, IOrders orders)
    {
        await orders.LockForPayment(tx, order);
        await LockedPayment.Take(tx, order);
        var failed = await tx.Row(
            $"""
            select attempt_id, amount_minor from payments.refunds where id = {id} and status = 'failed' for update
            """,
            row => (Attempt: row.Id<Contracts.Kinds.PaymentAttempt>(0), Amount: row.GetInt64(1)));
        if (failed.Amount == 0)
        {
            return PaymentsErrors.NotFailed.Refuse();
        }

        var room = await tx.Query(
            $"""
            select a.captured_minor - coalesce(sum(r.amount_minor) filter (where r.status <> 'failed'), 0)::bigint
            from payments.payment_attempts a left join payments.refunds r on r.attempt_id = a.id where a.id = {failed.Attempt} group by a.id
            """,
            row => row.GetInt64(0));
        if (room[0] < failed.Amount)
        {
            return PaymentsErrors.NothingToRefund.Refuse();
        }

        tx.Queue(
            $"""
            update payments.refunds set status = 'pending', error = null, tries = 0, due_at = {tx.Now}, updated_at = {tx.Now}
            where id = {id}
            """);
        orders.Note(tx, order, "refundRetried", caller.Name);
        return Done.Value;
    }
}
