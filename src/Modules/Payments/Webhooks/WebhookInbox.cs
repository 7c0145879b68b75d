using Microsoft.Extensions.Logging;
using Tradepost.Payments.Gateways;
using Tradepost.Payments.Paying;
using Tradepost.Payments.Refunding;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Webhooks;

/// <summary>
/// Reports of providers, kept before they are worked on: one the host could not finish is taken up again by the job. Recording is safe to
/// repeat, so a report worked on twice does no harm.
/// </summary>
internal sealed partial class WebhookInbox(
    Database db, GatewayList gateways, Recorder recorder, RefundRunner refunds, TimeProvider time, ILogger<WebhookInbox> log) : IPeriodicJob
{
    private const int BatchSize = 50;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public string Name => "payments.process_webhooks";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    /// <summary>Stores a genuine report and works on it, unless it was seen before. A failure is left to the job.</summary>
    public async Task Receive(string provider, string eventId, string payload, CancellationToken cancel)
    {
        var stored = new Stored(Id<Stored>.New(), provider, payload);
        var added = await db.Write<int>("payments.receive_webhook", async tx => await tx.Execute(
            $"""
            insert into payments.webhook_inbox (id, provider, event_id, payload, received_at)
            values ({stored.Id}, {provider}, {eventId}, {payload}, {tx.Now}) on conflict (provider, event_id) do nothing
            """), cancel);
        if (added.Value == 1)
        {
            await TryProcess(stored, cancel);
        }
    }

    public async Task<int> Run(CancellationToken cancel)
    {
        var waiting = await db.Query(
            $"""
            select id, provider, payload from payments.webhook_inbox
            where processed_at is null and received_at < {time.GetUtcNow() - Grace} order by received_at limit {BatchSize}
            """,
            row => new Stored(row.Id<Stored>(0), row.GetString(1), row.GetString(2)), cancel);
        foreach (var stored in waiting)
        {
            await TryProcess(stored, cancel);
        }

        return waiting.Count;
    }

    private async Task TryProcess(Stored stored, CancellationToken cancel)
    {
        try
        {
            var outcome = await Process(stored, cancel);
            await db.Write("payments.processed_webhook", tx => tx.Execute(
                $"update payments.webhook_inbox set processed_at = {tx.Now}, outcome = {outcome} where id = {stored.Id}"), cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(log, stored.Provider, stored.Id.Value, failure);
        }
    }

    private async Task<string> Process(Stored stored, CancellationToken cancel)
    {
        if (gateways.Online(stored.Provider) is not { } gateway || gateway.Read(stored.Payload, null) is not { } notice)
        {
            return "nothing to do";
        }

        if (notice is { Attempt: null, Reference: null })
        {
            return "nothing to do";
        }

        var attempt = notice.Attempt is { } id ? await Attempt.Find(db, id, cancel)
            : await Attempt.Find(db, stored.Provider, notice.Reference!, cancel);
        if (attempt is null || attempt.Provider != stored.Provider)
        {
            return "unknown attempt";
        }

        return notice.AboutRefund ? await Refunded(attempt, cancel) : await Record(gateway, attempt, notice.Answer, cancel);
    }

    private async Task<string> Record(IOnlineGateway gateway, Attempt attempt, GatewayAnswer? told, CancellationToken cancel)
    {
        var answer = told ?? await gateway.Query(attempt.ToCharge(), attempt.IsOpen, cancel);
        if (told is null && answer.Kind == AnswerKind.Lost && attempt.IsOpen)
        {
            throw new TimeoutException($"{gateway.Name} rang, and does not say why.");
        }

        // The answer to the call was here first, as it mostly is: nothing to change, so nothing to wait for.
        if (attempt.State == AttemptState.Captured && answer.Kind == AnswerKind.Captured && answer.Fee is null
            && Recorder.Agrees(attempt, answer))
        {
            return "known";
        }

        var reply = await recorder.Record(attempt, answer, null, cancel);
        if (reply.Problem == Reply.Returned)
        {
            await refunds.Settle(attempt.OrderId, cancel);
        }

        return Recorder.Agrees(attempt, answer) ? "recorded" : "refused: another amount";
    }

    // A refund that was waiting for the provider need not wait for its next turn.
    private async Task<string> Refunded(Attempt attempt, CancellationToken cancel)
    {
        await db.Write("payments.hurry_refunds", tx => tx.Execute(
            $"""
            update payments.refunds set due_at = {tx.Now}, updated_at = {tx.Now} where attempt_id = {attempt.Id} and status = 'pending'
            """), cancel);
        await refunds.Settle(attempt.OrderId, cancel);
        return "recorded";
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The webhook of {Provider} stored as {Id} could not be worked on; it is tried again")]
    private static partial void Failed(ILogger log, string provider, Guid id, Exception failure);

    internal sealed record Stored(Id<Stored> Id, string Provider, string Payload);
}
