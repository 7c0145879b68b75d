using Microsoft.Extensions.Logging;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Payments.Crediting;
using Tradepost.Payments.Gateways;
using Tradepost.Payments.Ledger;
using Tradepost.Payments.Paying;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Types;
using Tradepost.Platform.Verification;

namespace Tradepost.Payments.Refunding;

/// <summary>
/// Carries out refunds: claims what is due, asks the provider with the refund's id as the key, records the answer. A provider that does not
/// answer is asked again later; one that refuses leaves a failed refund that staff see in the order's timeline.
/// </summary>
internal sealed partial class RefundRunner(
    Database db, IOrders orders, GatewayList gateways, Books books, CreditNotes notes, ILogger<RefundRunner> log) : IPeriodicJob
{
    private const int BatchSize = 20;
    private static readonly TimeSpan Claimed = TimeSpan.FromSeconds(15);

    public string Name => "payments.settle_refunds";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public Task<int> Run(CancellationToken cancel) => Settle(null, cancel);

    /// <summary>Carries out what is due, of one order or of all.</summary>
    public async Task<int> Settle(OrderId? order, CancellationToken cancel)
    {
        var done = 0;
        while (true)
        {
            var due = (await db.Write<List<Due>>("payments.claim_refunds", async tx => await Claim(tx, order), cancel)).Value;
            if (due.Count == 0)
            {
                return done;
            }

            foreach (var refund in due)
            {
                CrashPoints.Hit("payments.before_refund");
                var answer = await Ask(refund, cancel);
                CrashPoints.Hit("payments.after_refund");
                await db.Write("payments.record_refund", tx => Record(tx, refund, answer), CancellationToken.None);
                done++;
            }
        }
    }

    // Whoever claims has a quarter of a minute; then the refund is due again. Asking twice gives back once.
    private static Task<List<Due>> Claim(Tx tx, OrderId? order) => tx.Query(
        $"""
        update payments.refunds r set due_at = {tx.Now + Claimed}, tries = r.tries + 1, updated_at = {tx.Now}
        from payments.payment_attempts a
        where a.id = r.attempt_id and r.id in (
          select id from payments.refunds
          where status = 'pending' and due_at <= {tx.Now} and ({order?.Value}::uuid is null or order_id = {order?.Value}::uuid)
          order by due_at limit {BatchSize} for update skip locked)
        returning r.id, r.order_id, r.attempt_id, a.provider, a.provider_reference, r.amount_minor, r.currency, r.reason, r.tries
        """,
        row => new Due(
            row.Id<Contracts.Kinds.Refund>(0), row.Id<Contracts.Kinds.Order>(1), row.Id<Contracts.Kinds.PaymentAttempt>(2),
            row.GetString(3), row.TextOrNull(4), row.Money(5, 6), row.GetString(7), row.GetInt32(8)));

    private async Task<RefundAnswer> Ask(Due refund, CancellationToken cancel)
    {
        try
        {
            return await gateways.Named(refund.Provider).Refund(new(refund.Id, refund.Attempt, refund.Reference, refund.Amount), cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(log, refund.Id, failure);
            return new(null, Error: failure.GetType().Name);
        }
    }

    private async Task Record(Tx tx, Due refund, RefundAnswer answer)
    {
        await orders.LockForPayment(tx, refund.Order);
        var payment = await LockedPayment.Take(tx, refund.Order);
        var open = await tx.Query(
            $"select 1 from payments.refunds where id = {refund.Id} and status = 'pending' for update", row => row.GetInt32(0));
        if (open.Count == 0)
        {
            return;
        }

        var status = answer.Done switch { true => "succeeded", false => "failed", null => "pending" };
        var dueAt = tx.Now + TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, refund.Tries)));
        tx.Queue(
            $"""
            update payments.refunds
            set status = {status}, provider_reference = {answer.Reference}, error = {answer.Error}, due_at = {dueAt}, updated_at = {tx.Now}
            where id = {refund.Id}
            """);
        if (answer.Done == true)
        {
            await Returned(tx, payment, refund);
        }
        else if (answer.Done == false)
        {
            orders.Note(tx, refund.Order, "refundFailed", refund.Provider, answer.Error);
        }
    }

    private async Task Returned(Tx tx, LockedPayment payment, Due refund)
    {
        var refunded = payment.Refunded + refund.Amount;
        var after = payment with
        {
            Refunded = refunded,
            Status = PaymentRules.Status(payment.Captured.Minor, refunded.Minor, AttemptState.Captured),
        };
        after.Save(tx);
        var wishes = tx.Later(
            $"""
            select kind, order_line_id, amount_minor from payments.refund_parts where refund_id = {refund.Id} order by kind, order_line_id
            """,
            row => new ShareWish(
                new(Words.Parse<ShareKind>(row.GetString(0)), row.IdOrNull<Contracts.Kinds.OrderLine>(1)), row.GetInt64(2)));
        var (order, position) = await books.Of(tx, refund.Order);
        var given = await wishes.Rows();
        Posting.Refund(refund.Id, refund.Order, refund.Provider, refund.Amount, position, given).Write(tx);
        orders.Note(tx, refund.Order, "refunded", refund.Provider, $"{refund.Amount}: {refund.Reason}");
        orders.RecordPayment(tx, refund.Order, after.Status);
        tx.Publish(new PaymentRefunded(refund.Order, refund.Id, refund.Amount, refund.Reason));
        await notes.Give(tx, refund.Id, order, position, position.Give(refund.Amount.Minor, given));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refund {Refund} could not be asked for and is tried again")]
    private static partial void Failed(ILogger log, RefundId refund, Exception failure);

    private sealed record Due(
        RefundId Id, OrderId Order, PaymentAttemptId Attempt, string Provider, string? Reference, Money Amount, string Reason, int Tries);
}
