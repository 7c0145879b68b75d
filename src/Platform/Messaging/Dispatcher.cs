using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tradepost.Platform.Data;

namespace Tradepost.Platform.Messaging;

/// <summary>
/// Delivers stored events to their subscribers. A batch runs in one transaction; when one of it fails, each runs again in a transaction of
/// its own, so that only the failing one waits. After <see cref="MaxAttempts"/> failures a delivery is a dead letter an admin sees.
/// </summary>
public sealed partial class Dispatcher(
    Database db, EventRegistry registry, OutboxSignal signal, IServiceScopeFactory scopes, TimeProvider time, ILogger<Dispatcher> log)
        : BackgroundService
{
    /// <summary>Failures after which a delivery is put aside.</summary>
    public const int MaxAttempts = 8;

    private const int BatchSize = 32;
    private static readonly TimeSpan SlowPoll = TimeSpan.FromSeconds(1);

    /// <summary>Delivers all that is due now. Answers how many were delivered.</summary>
    public async Task<int> DeliverDue(CancellationToken cancel)
    {
        var delivered = 0;
        while (await DeliverBatch(cancel) is > 0 and var count)
        {
            delivered += count;
        }

        return delivered;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DeliverDue(stoppingToken);
                await signal.Wait(SlowPoll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                CannotDeliver(log, failure);
                await Task.Delay(SlowPoll, time, CancellationToken.None);
            }
        }
    }

    private async Task<int> DeliverBatch(CancellationToken cancel)
    {
        try
        {
            return await InOne(BatchSize, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            BatchFailed(log, failure.Message);
            return await OneByOne(cancel);
        }
    }

    private async Task<int> InOne(int size, CancellationToken cancel)
    {
        var outcome = await db.Write<int>("messaging.deliver", async tx =>
        {
            var due = await Claim(tx, size);
            foreach (var delivery in due)
            {
                await Run(delivery, tx);
            }

            return due.Count;
        }, cancel);
        return outcome.Value;
    }

    private async Task<int> OneByOne(CancellationToken cancel)
    {
        var handled = 0;
        for (; handled < BatchSize; handled++)
        {
            Delivery? current = null;
            try
            {
                var outcome = await db.Write<int>("messaging.deliver_one", async tx =>
                {
                    current = (await Claim(tx, 1)).FirstOrDefault();
                    if (current is null)
                    {
                        return 0;
                    }

                    await Run(current, tx);
                    return 1;
                }, cancel);
                if (outcome.Value == 0)
                {
                    break;
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException && current is not null)
            {
                await Failed(current, failure, cancel);
            }
        }

        return handled;
    }

    private static Task<List<Delivery>> Claim(Tx tx, int size) => tx.Query(
        $"""
        select d.event_id, d.subscriber, d.attempts, e.payload::text, e.type
        from platform.deliveries d join platform.events e on e.id = d.event_id
        where d.dead_at is null and d.due_at <= {tx.Now}
        order by d.due_at, d.event_id limit {size} for update of d skip locked
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
                dead_at = case when attempts + 1 >= {MaxAttempts} then {tx.Now}::timestamptz end
            where event_id = {delivery.EventId} and subscriber = {delivery.Subscriber}
            """), cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read")]
    private static partial void CannotDeliver(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "A batch of deliveries runs again one by one: {Reason}")]
    private static partial void BatchFailed(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Event} to {Subscriber} failed, attempt {Attempt}")]
    private static partial void DeliveryFailed(ILogger log, string @event, string subscriber, int attempt, Exception failure);

    private sealed record Delivery(Guid EventId, string Subscriber, int Attempts, string Payload, string Type);
}
