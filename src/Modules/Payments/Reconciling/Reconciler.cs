using Microsoft.Extensions.Logging;
using Tradepost.Payments.Gateways;
using Tradepost.Payments.Paying;
using Tradepost.Payments.Refunding;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Types;
using Tradepost.Platform.Verification;

namespace Tradepost.Payments.Reconciling;

/// <summary>
/// Asks providers about attempts nobody finished: the host died before or after the call, the answer was lost, the webhook never came, the
/// buyer never returned. What the provider never heard of, and what belongs to an order called off, is given up there, so that it can't
/// take money later. Money that is held is taken or let go here too, as often as it takes to get an answer.
/// </summary>
internal sealed partial class Reconciler(
    Database db, GatewayList gateways, Recorder recorder, RefundRunner refunds, TimeProvider time, ILogger<Reconciler> log) : IPeriodicJob
{
    private const int BatchSize = 20;

    /// <summary>A call may be under way for this long; until then "never heard of it" may still change.</summary>
    private static readonly TimeSpan CallTime = TimeSpan.FromSeconds(20);

    public string Name => "payments.reconcile";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public Task<int> Run(CancellationToken cancel) => Settle(null, cancel);

    /// <summary>Looks after what is due, of one order or of all.</summary>
    public async Task<int> Settle(OrderId? order, CancellationToken cancel)
    {
        var due = (await db.Write<List<Open>>("payments.claim_attempts", async tx => await Claim(tx, order), cancel)).Value;
        foreach (var open in due)
        {
            try
            {
                await Ask(open, cancel);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(log, open.Id, failure);
            }
        }

        return due.Count;
    }

    private static Task<List<Open>> Claim(Tx tx, OrderId? order) => tx.Query(
        $"""
        update payments.payment_attempts a
        set ask_at = {tx.Now} + case when a.status = 'authorized' and a.wanted is null then 3600
            else least(300, 2 * power(2, least(a.asked, 10))) end * interval '1 second',
          asked = a.asked + 1, updated_at = {tx.Now}
        from payments.payments p
        where p.id = a.payment_id and a.id in (
          select id from payments.payment_attempts
          where status in ('pending', 'unknown', 'challenged', 'authorized') and ask_at <= {tx.Now}
            and ({order?.Value}::uuid is null or order_id = {order?.Value}::uuid)
          order by ask_at limit {BatchSize} for no key update skip locked)
        returning a.id, a.created_at, p.called_off_at is not null
        """,
        row => new Open(row.Id<Contracts.Kinds.PaymentAttempt>(0), row.Instant(1), row.GetBoolean(2)));

    private async Task Ask(Open open, CancellationToken cancel)
    {
        var attempt = (await Attempt.Find(db, open.Id, cancel))!;
        var gateway = gateways.Online(attempt.Provider)!;
        var charge = attempt.ToCharge();
        CrashPoints.Hit("payments.before_settle");
        var answer = attempt switch
        {
            { Wanted: Wanted.Capture, WantedAmount: { } amount } => await gateway.Capture(charge, amount, cancel),
            { Wanted: Wanted.Void } => await gateway.Void(charge, cancel),
            _ when open.CalledOff => await gateway.Void(charge, cancel),
            _ => await gateway.Query(charge, mayTake: true, cancel),
        };
        if (answer.Kind == AnswerKind.Missing && time.GetUtcNow() - open.CreatedAt > CallTime)
        {
            answer = await gateway.Void(charge, cancel);
        }

        CrashPoints.Hit("payments.after_settle");
        var reply = await recorder.Record(attempt, answer, null, cancel);
        if (reply.Problem == Reply.Returned)
        {
            await refunds.Settle(attempt.OrderId, cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Attempt {Attempt} could not be settled and is asked about again")]
    private static partial void Failed(ILogger log, PaymentAttemptId attempt, Exception failure);

    private sealed record Open(PaymentAttemptId Id, DateTimeOffset CreatedAt, bool CalledOff);
}
