using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tradepost.Platform.Data;

namespace Tradepost.Platform.Messaging;

/// <summary>
/// Stored deliveries, one at a time: claimed, reacted to and struck off in one transaction, so that the effect happens once however many
/// nodes are at it and wherever one dies. After <see cref="Dispatcher.MaxAttempts"/> failures a delivery is a dead letter an admin sees.
/// </summary>
internal sealed partial class Deliveries(
    Database db, EventRegistry registry, IServiceScopeFactory scopes, TimeProvider time, ILogger<Deliveries> log)
{
    /// <summary>Deliveries that nobody takes for this long are put aside: the reaction was removed, or renamed.</summary>
    private static readonly TimeSpan Orphaned = TimeSpan.FromHours(1);

    /// <summary>The subscribers something is due for. Reactions another version of the shop has are left to its nodes.</summary>
    public Task<List<string>> Due(CancellationToken cancel) => db.Query(
        $"""
        select s.name from unnest({registry.Subscribers}) as s (name)
        where exists (
          select from platform.deliveries d where d.subscriber = s.name and d.dead_at is null and d.due_at <= {time.GetUtcNow()})
        """,
        row => row.GetString(0), cancel);

    /// <summary>Delivers the subscriber's next one.</summary>
    /// <returns>Whether there was one, and whether another waits behind it.</returns>
    public async Task<(bool Found, bool More)> Next(string subscriber, CancellationToken cancel)
    {
        Delivery? current = null;
        var more = false;
        try
        {
            await db.Write("messaging.deliver", async tx =>
            {
                var due = await Claim(tx, subscriber);
                (current, more) = (due.FirstOrDefault(), due.Count > 1);
                if (current is not null)
                {
                    await Run(current, tx);
                }
            }, cancel);
        }
        catch (Exception failure) when (current is not null && failure is not OperationCanceledException && !Absence.Is(failure))
        {
            await Failed(current, failure, cancel);
        }

        return (current is not null, more);
    }

    /// <summary>Puts aside what no reaction takes any more, where staff see it.</summary>
    public Task BuryOrphans(CancellationToken cancel) => db.Write("messaging.bury_orphans", tx => tx.Execute(
        $"""
        update platform.deliveries set dead_at = {tx.Now}, error = 'No reaction has this name.'
        where dead_at is null and due_at < {tx.Now - Orphaned} and subscriber <> all ({registry.Subscribers})
        """), cancel);

    // Two are locked and one is run: that shows whether another waits without asking again. The other is free at the commit.
    private static Task<List<Delivery>> Claim(Tx tx, string subscriber) => tx.Query(
        $"""
        select d.event_id, d.subscriber, d.attempts, e.payload::text, e.type
        from platform.deliveries d join platform.events e on e.id = d.event_id
        where d.subscriber = {subscriber} and d.dead_at is null and d.due_at <= {tx.Now}
        order by d.due_at, d.event_id limit 2 for update of d skip locked
        """,
        row => new Delivery(row.GetGuid(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetString(4)));

    private async Task Run(Delivery delivery, Tx tx)
    {
        var subscription = registry.Find(delivery.Subscriber)
            ?? throw new InvalidOperationException($"No reaction is called {delivery.Subscriber}.");
        await using var scope = scopes.CreateAsyncScope();
        await subscription.Handle(scope.ServiceProvider, delivery.Payload, tx);
        tx.Queue($"delete from platform.deliveries where event_id = {delivery.EventId} and subscriber = {delivery.Subscriber}");
    }

    private async Task Failed(Delivery delivery, Exception failure, CancellationToken cancel)
    {
        DeliveryFailed(log, delivery.Type, delivery.Subscriber, delivery.Attempts + 1, failure);
        var wait = TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, delivery.Attempts)));
        await db.Write("messaging.delivery_failed", tx => tx.Execute(
            $"""
            update platform.deliveries
            set attempts = attempts + 1, error = {failure.GetType().Name + ": " + failure.Message}, due_at = {tx.Now + wait},
                dead_at = case when attempts + 1 >= {Dispatcher.MaxAttempts} then {tx.Now}::timestamptz end
            where event_id = {delivery.EventId} and subscriber = {delivery.Subscriber}
            """), cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Event} to {Subscriber} failed, attempt {Attempt}")]
    private static partial void DeliveryFailed(ILogger log, string @event, string subscriber, int attempt, Exception failure);

    private sealed record Delivery(Guid EventId, string Subscriber, int Attempts, string Payload, string Type);
}
