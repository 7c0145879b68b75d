using Microsoft.Extensions.Logging;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Payments.Gateways;
using Tradepost.Payments.Ledger;
using Tradepost.Payments.Refunding;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Paying;

/// <summary>
/// Records what a provider answered, however the answer came: to a call, by webhook, to the reconciler. The same answer twice changes
/// nothing. Captured money goes to the order in the same transaction, or is written down to go back.
/// </summary>
internal sealed partial class Recorder(Database db, IOrders orders, ILogger<Recorder> log)
{
    private static readonly TimeSpan ChallengePatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WebhookPatience = TimeSpan.FromSeconds(5);

    public async Task<Reply> Record(Attempt attempt, GatewayAnswer answer, IdempotencyKey? key, CancellationToken cancel) =>
        (await db.Write<Reply>("payments.record", tx => Record(tx, attempt, answer, key), cancel)).Value;

    private async Task<Outcome<Reply>> Record(Tx tx, Attempt known, GatewayAnswer answer, IdempotencyKey? key)
    {
        var order = await orders.LockForPayment(tx, known.OrderId)
            ?? throw new InvalidOperationException($"Attempt {known.Id} has no order.");
        var payment = await LockedPayment.Take(tx, known.OrderId);
        var attempt = await Attempt.Take(tx, known.Id) ?? throw new InvalidOperationException($"There is no attempt {known.Id}.");
        if (!AttemptRules.Agrees(attempt.Amount, answer))
        {
            Disagrees(log, attempt.Id, attempt.Amount, answer.Amount);
            orders.Note(
                tx, order.Id, "paymentMismatch", attempt.Provider, $"Asked for {attempt.Amount}, the provider says {answer.Amount}");
            return new Reply(payment.View(attempt));
        }

        var (after, moved) = Move(attempt, answer);
        if (moved)
        {
            after.Save(tx, tx.Now + (after.State == AttemptState.Challenged ? ChallengePatience : WebhookPatience));
            payment = await Follow(tx, payment, after);
        }

        var returned = after.State == AttemptState.Captured && await Refunds.IsReturned(tx, after.Id);
        var reply = Reply.About(payment.View(after), after.State, returned);
        tx.Remember(key, reply);
        return reply;
    }

    private static (Attempt After, bool Moved) Move(Attempt attempt, GatewayAnswer answer)
    {
        var next = AttemptRules.Next(attempt.State, answer.Kind);
        var after = attempt with
        {
            State = next,
            Reference = attempt.Reference ?? answer.Reference,
            DeclineReason = next == AttemptState.Declined ? answer.Reason ?? attempt.DeclineReason : attempt.DeclineReason,
            Next = next == AttemptState.Challenged ? answer.Next ?? attempt.Next : attempt.Next,
        };
        return (after, next != attempt.State);
    }

    private async Task<LockedPayment> Follow(Tx tx, LockedPayment payment, Attempt attempt)
    {
        if (attempt.State == AttemptState.Captured)
        {
            return await Capture(tx, payment, attempt);
        }

        if (attempt.State == AttemptState.Declined)
        {
            orders.Note(tx, payment.OrderId, "paymentFailed", attempt.Provider, attempt.DeclineReason);
        }

        var after = payment with { Status = PaymentRules.Status(payment.Captured.Minor, payment.Refunded.Minor, attempt.State) };
        after.Save(tx);
        orders.RecordPayment(tx, payment.OrderId, after.Status);
        return after;
    }

    private async Task<LockedPayment> Capture(Tx tx, LockedPayment payment, Attempt attempt)
    {
        var paidBefore = payment.Captured - payment.Refunded >= payment.Amount;
        var after = Taken(tx, payment, attempt);
        if (paidBefore)
        {
            await Refunds.Write(tx, payment.Id, attempt.Id, "Paid twice", attempt.Provider);
        }
        else if (!await orders.AcceptPayment(tx, payment.OrderId, attempt.Provider))
        {
            await Refunds.Write(tx, payment.Id, null, "The payment came too late for the order", attempt.Provider);
        }

        return after;
    }

    /// <summary>The books after money was taken: the payment's sums, the ledger, the order's copy, and word of it.</summary>
    public LockedPayment Taken(Tx tx, LockedPayment payment, Attempt attempt)
    {
        var captured = payment.Captured + attempt.Amount;
        var after = payment with
        {
            Method = attempt.Method,
            Provider = attempt.Provider,
            Captured = captured,
            Status = PaymentRules.Status(captured.Minor, payment.Refunded.Minor, AttemptState.Captured),
        };
        after.Save(tx);
        Posting.Capture(attempt.Id, payment.OrderId, attempt.Provider, attempt.Amount).Write(tx);
        orders.Note(tx, payment.OrderId, "paid", attempt.Provider, attempt.Amount.ToString());
        orders.RecordPayment(tx, payment.OrderId, after.Status);
        tx.Publish(new PaymentCaptured(payment.OrderId, attempt.Id, attempt.Provider, attempt.Amount));
        return after;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Attempt {Attempt} asked for {Asked}; its provider says it took {Taken}")]
    private static partial void Disagrees(ILogger log, PaymentAttemptId attempt, Money asked, Money? taken);
}
