using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Verification;
using Tradepost.Webhooks.Endpoints;

namespace Tradepost.Webhooks.Sending;

/// <summary>
/// Sends what is due. A delivery is leased for longer than a receiver may take: no other node sends it meanwhile, and when this one dies it
/// is sent again under the same id. Slow receivers hold up nobody else: of one no more than a few are on their way at once.
/// </summary>
internal sealed partial class SendWebhooks(
    Database db, Sender sender, IOptions<WebhooksOptions> options, TimeProvider time, ILogger<SendWebhooks> log) : IPeriodicJob
{
    private const int MostAtOnce = 32;
    private const int MostOfOne = 4;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);
    private readonly ConcurrentDictionary<DeliveryId, (EndpointId Endpoint, Task Work)> underWay = new();

    public string Name => "webhooks.send";

    public TimeSpan Every => Tick;

    public async Task<int> Run(CancellationToken cancel)
    {
        var started = 0;
        foreach (var delivery in await Due(cancel))
        {
            underWay[delivery.Id] = (delivery.Endpoint, Task.Run(() => Deliver(delivery, cancel), CancellationToken.None));
            started++;
        }

        // Those that end soon make room at once; the slow ones go on while others are looked for.
        await Task.WhenAny(Task.WhenAll(underWay.Values.Select(one => one.Work)), Task.Delay(Tick, CancellationToken.None));
        return started;
    }

    private async Task<IReadOnlyList<Leased>> Due(CancellationToken cancel)
    {
        var room = MostAtOnce - underWay.Count;
        var full = underWay.Values.GroupBy(one => one.Endpoint.Value).Where(same => same.Count() >= MostOfOne).Select(same => same.Key).ToArray();
        var any = room > 0 && await db.Row(
            $"select exists (select from webhooks.deliveries where status = 'pending' and due_at <= {time.GetUtcNow()})",
            row => row.GetBoolean(0), cancel);
        return !any ? [] : (await db.Write<List<Leased>>("webhooks.lease", async tx => await Lease(tx, room, full), cancel)).Value;
    }

    private async Task<List<Leased>> Lease(Tx tx, int room, Guid[] full) => await tx.Query(
        $"""
        with due as (
          select d.id from webhooks.endpoints e cross join lateral (
            select id from webhooks.deliveries
            where endpoint_id = e.id and status = 'pending' and due_at <= {tx.Now} and coalesce(leased_until, {tx.Now}) <= {tx.Now}
            order by due_at, id limit {MostOfOne} for update skip locked) d
          where e.active and e.id <> all({full}) limit {room})
        update webhooks.deliveries d
        set attempts = attempts + 1, leased_until = {tx.Now + options.Value.Timeout + TimeSpan.FromSeconds(20)}
        from due, webhooks.endpoints e where d.id = due.id and e.id = d.endpoint_id
        returning d.id, e.id, e.url, d.type, d.body, d.attempts, e.generation, e.rotated_at
        """,
        row => new Leased(
            row.Id<Log.DeliveryKind>(0), row.Id<EndpointKind>(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt32(5),
            row.GetInt32(6), row.InstantOrNull(7)));

    private async Task Deliver(Leased delivery, CancellationToken cancel)
    {
        try
        {
            var attempt = await sender.Send(delivery, cancel);
            CrashPoints.Hit("webhooks.before_record");
            await db.Write("webhooks.record", tx => Record(tx, delivery, attempt), CancellationToken.None);
        }
        catch (Exception failure)
        {
            // The lease ends and the delivery is tried again.
            NotRecorded(log, delivery.Id, failure.Message);
        }
        finally
        {
            underWay.TryRemove(delivery.Id, out _);
        }
    }

    private async Task Record(Tx tx, Leased delivery, Attempt attempt)
    {
        tx.Queue(
            $"""
            insert into webhooks.attempts (id, delivery_id, at, url, status, error, answer, duration_ms)
            select {Guid.CreateVersion7()}, id, {tx.Now}, {delivery.Url}, {attempt.Status}::int, {attempt.Error}::text, {attempt.Answer},
              {(int)attempt.Duration.TotalMilliseconds}
            from webhooks.deliveries where id = {delivery.Id}
            """);
        var wait = attempt.Succeeded ? null : Patience.After(delivery.Attempts);
        var status = attempt.Succeeded ? "delivered" : wait is null ? "failed" : "pending";
        tx.Queue(
            $"""
            update webhooks.deliveries set status = {status}, leased_until = null, due_at = {tx.Now + (wait ?? TimeSpan.Zero)},
              delivered_at = case when {attempt.Succeeded} then {tx.Now}::timestamptz end
            where id = {delivery.Id} and status = 'pending'
            """);
        await tx.Execute(attempt.Succeeded
            ? $"update webhooks.endpoints set failing_since = null where id = {delivery.Endpoint} and failing_since is not null"
            : NoteFailing(tx.Now, delivery.Endpoint, attempt));
    }

    // 410 is a receiver's own word that nothing is to be sent to it any more.
    private SqlText NoteFailing(DateTimeOffset now, EndpointId endpoint, Attempt attempt)
    {
        var (gone, limit) = (attempt.Status == 410, now - options.Value.DisableAfter);
        SqlText sql = $"""
            update webhooks.endpoints set failing_since = coalesce(failing_since, {now}),
              active = active and not ({gone} or coalesce(failing_since < {limit}, false)),
              disabled_reason = case when not active then disabled_reason
                when {gone} then 'The receiver answered 410 Gone.'
                when failing_since < {limit} then 'Every attempt failed for days.' end
            where id = {endpoint}
            """;
        return sql;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What became of webhook {Delivery} could not be recorded: {Reason}")]
    private static partial void NotRecorded(ILogger log, DeliveryId delivery, string reason);
}
