using Microsoft.Extensions.Logging;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Payments.Gateways;
using Tradepost.Payments.Holding;
using Tradepost.Payments.Ledger;
using Tradepost.Payments.Refunding;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Paying;

/// <summary>
/// Records what a provider answered, however the answer came: to a call, by webhook, to the reconciler. The same answer twice changes
/// nothing. Captured money goes to the order in the same transaction, or is written down to go back; held money the order can't take is let
/// go.
/// </summary>
internal sealed partial class Recorder(Database db, IOrders orders, Books books, ILogger<Recorder> log)
{
    private static readonly TimeSpan ChallengePatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WebhookPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan HoldPatience = TimeSpan.FromHours(1);

    public async Task<Reply> Record(Attempt attempt, GatewayAnswer answer, IdempotencyKey? key, CancellationToken cancel) =>
        (await db.Write<Reply>("payments.record", tx => Record(tx, attempt, answer, key), cancel)).Value;

    /// <summary>Whether the answer speaks of the money this attempt is about.</summary>
    public static bool Agrees(Attempt attempt, GatewayAnswer answer) => AttemptRules.Agrees(Expected(attempt, answer.Kind), answer);

    private async Task<Outcome<Reply>> Record(Tx tx, Attempt known, GatewayAnswer answer, IdempotencyKey? key)
    {
        orders.AskForPayment(tx, known.OrderId);
        var paying = LockedPayment.Ask(tx, known.OrderId);
        var attempts = await Attempt.Ask(tx, known.OrderId).Rows();
        var payment = await paying.Row() ?? throw new InvalidOperationException($"Attempt {known.Id} has no payment.");
        var attempt = attempts.FirstOrDefault(some => some.Id == known.Id)
            ?? throw new InvalidOperationException($"There is no attempt {known.Id}.");
        if (!Agrees(attempt, answer))
        {
            var expected = Expected(attempt, answer.Kind);
            Disagrees(log, attempt.Id, expected, answer.Amount);
            await Alarms.Raise(tx, orders, attempt, Alarms.Mismatch, $"Asked for {expected}, the provider says {answer.Amount}");
            return new Reply(payment.View(attempt));
        }

        var after = Move(attempt, answer);
        var kept = false;
        if (after.State != attempt.State)
        {
            after.Save(tx, tx.Now + Patience(after.State));
            (payment, kept) = after.State == AttemptState.Captured
                ? await Capture(tx, payment, after, attempts)
                : (await Follow(tx, payment, attempt, after, answer), false);
        }
        else if (after != attempt)
        {
            after.Save(tx, tx.Now + Patience(after.State));
            payment = Heard(tx, payment, attempt, after);
        }

        var returned = after.State == AttemptState.Captured && !kept && await Refunds.IsReturned(tx, after.Id);
        var reply = Reply.About(payment.View(after), after.State, returned);
        tx.Remember(key, reply);
        return reply;
    }

    // A hold is of all that was asked for; what is taken of it may be a part.
    private static Money Expected(Attempt attempt, AnswerKind kind) => kind != AnswerKind.Captured ? attempt.Amount
        : attempt.State == AttemptState.Captured ? attempt.Captured
        : attempt.WantedAmount ?? attempt.Amount;

    private static Attempt Move(Attempt attempt, GatewayAnswer answer)
    {
        var next = AttemptRules.Next(attempt.State, answer.Kind);
        var told = next is AttemptState.Declined or AttemptState.Challenged;
        return attempt with
        {
            State = next,
            Reference = attempt.Reference ?? answer.Reference,
            DeclineReason = told ? answer.Reason ?? attempt.DeclineReason : attempt.DeclineReason,
            Next = next == AttemptState.Challenged ? answer.Next ?? attempt.Next : attempt.Next,
            Captured = next == AttemptState.Captured && attempt.State != next ? answer.Amount!.Value : attempt.Captured,
            Wanted = next == AttemptState.Authorized ? attempt.Wanted : null,
            WantedAmount = next == AttemptState.Authorized ? attempt.WantedAmount : null,
            Fee = next == AttemptState.Captured ? attempt.Fee ?? answer.Fee : attempt.Fee,
        };
    }

    private static TimeSpan Patience(AttemptState state) => state switch
    {
        AttemptState.Challenged => ChallengePatience,
        AttemptState.Authorized => HoldPatience,
        _ => WebhookPatience,
    };

    // The state stays, but something new was told: the buyer's try at the provider's failed, or what the provider kept.
    private LockedPayment Heard(Tx tx, LockedPayment payment, Attempt before, Attempt after)
    {
        if (before.Fee is null && after is { State: AttemptState.Captured, Fee: { } fee })
        {
            Books.Fee(tx, after, fee);
        }

        return after.State == AttemptState.Challenged && after.DeclineReason != before.DeclineReason ? Failed(tx, payment, after) : payment;
    }

    private async Task<LockedPayment> Follow(Tx tx, LockedPayment payment, Attempt before, Attempt after, GatewayAnswer answer)
    {
        if (before.State == AttemptState.Authorized)
        {
            return await LetGo(tx, payment, before, after, answer);
        }

        return after.State switch
        {
            AttemptState.Authorized => await Hold(tx, payment, after),
            AttemptState.Declined => Failed(tx, payment, after),
            AttemptState.Challenged when after.DeclineReason is not null => Failed(tx, payment, after),
            _ => payment.Status == PaymentStatus.Authorized ? payment : Stand(tx, payment, after.State),
        };
    }

    private LockedPayment Failed(Tx tx, LockedPayment payment, Attempt attempt)
    {
        orders.Note(tx, payment.OrderId, "paymentFailed", attempt.Provider, attempt.DeclineReason);
        return payment.Status == PaymentStatus.Authorized ? payment : Stand(tx, payment, AttemptState.Declined);
    }

    private LockedPayment Stand(Tx tx, LockedPayment payment, AttemptState last)
    {
        var after = payment with { Status = PaymentRules.Status(payment.Captured.Minor, payment.Refunded.Minor, last) };
        after.Save(tx);
        orders.RecordPayment(tx, payment.OrderId, after.Status);
        return after;
    }

    private async Task<LockedPayment> Hold(Tx tx, LockedPayment payment, Attempt attempt)
    {
        var needless = payment.Status == PaymentStatus.Authorized || payment.Captured > payment.Refunded;
        if (needless || !await orders.AcceptPayment(tx, payment.OrderId, attempt.Provider))
        {
            Holds.Want(tx, attempt, Wanted.Void, null);
            return payment;
        }

        if (!attempt.CaptureLater)
        {
            Holds.Want(tx, attempt, Wanted.Capture, null);
        }

        orders.Note(tx, payment.OrderId, "authorized", attempt.Provider, attempt.Amount.ToString());
        return Stand(tx, payment with { Method = attempt.Method, Provider = attempt.Provider }, AttemptState.Authorized);
    }

    private async Task<LockedPayment> LetGo(Tx tx, LockedPayment payment, Attempt before, Attempt after, GatewayAnswer answer)
    {
        var others = (await Attempt.Of(tx, payment.Id)).Any(some => some.Id != after.Id && some.State == AttemptState.Authorized);
        if (before.Wanted == Wanted.Capture)
        {
            await Alarms.Raise(tx, orders, after, Alarms.CaptureFailed, $"{answer.Reason ?? "The hold is gone"}: {before.WantedAmount}");
        }
        else if (before.Wanted is null && !payment.CalledOff)
        {
            await Alarms.Raise(tx, orders, after, Alarms.HoldLost, $"The provider let {before.Amount} go");
        }
        else
        {
            orders.Note(tx, payment.OrderId, "voided", after.Provider, before.Amount.ToString());
        }

        return others ? payment : Stand(tx, payment, after.State);
    }

    private async Task<(LockedPayment Payment, bool Kept)> Capture(
        Tx tx, LockedPayment payment, Attempt attempt, IReadOnlyList<Attempt> all)
    {
        var paidBefore = PaymentRules.IsPaid(payment.Captured, payment.Amount);
        var after = await Taken(tx, payment, attempt);
        if (paidBefore)
        {
            await Refunds.Write(tx, payment.Id, attempt.Id, "Paid twice", attempt.Provider);
        }
        else if (!await orders.AcceptPayment(tx, payment.OrderId, attempt.Provider))
        {
            await Refunds.Write(tx, payment.Id, null, "The payment came too late for the order", attempt.Provider);
        }
        else
        {
            foreach (var held in all.Where(some => some.Id != attempt.Id && some.State == AttemptState.Authorized))
            {
                Holds.Want(tx, held, Wanted.Void, null);
            }

            return (after, true);
        }

        return (after, false);
    }

    /// <summary>The books after money was taken: the payment's sums, the ledger, the order's copy, and word of it.</summary>
    public async Task<LockedPayment> Taken(Tx tx, LockedPayment payment, Attempt attempt)
    {
        var captured = payment.Captured + attempt.Captured;
        var after = payment with
        {
            Method = attempt.Method,
            Provider = attempt.Provider,
            Captured = captured,
            Status = PaymentRules.Status(captured.Minor, payment.Refunded.Minor, AttemptState.Captured),
        };
        after.Save(tx);
        await books.Captured(tx, attempt);
        orders.Note(tx, payment.OrderId, "paid", attempt.Provider, attempt.Captured.ToString());
        orders.RecordPayment(tx, payment.OrderId, after.Status);
        tx.Publish(new PaymentCaptured(payment.OrderId, attempt.Id, attempt.Provider, attempt.Captured));
        return after;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Attempt {Attempt} asked for {Asked}; its provider says {Taken}")]
    private static partial void Disagrees(ILogger log, PaymentAttemptId attempt, Money asked, Money? taken);
}
