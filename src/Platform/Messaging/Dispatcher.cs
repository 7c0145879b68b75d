using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tradepost.Platform.Messaging;

/// <summary>
/// Delivers stored events to their subscribers, several at a time, each in a transaction of its own. Word of new ones comes from the
/// writes of this node; what other nodes left, and what failed and is due again, is found by looking around every second.
/// </summary>
public sealed partial class Dispatcher : BackgroundService
{
    /// <summary>Failures after which a delivery is put aside.</summary>
    public const int MaxAttempts = 8;

    private const int Workers = 4;
    private const int Turn = 32; // deliveries a subscriber gets before the next one has its turn
    private static readonly TimeSpan SlowPoll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenBurials = TimeSpan.FromMinutes(10);
    private readonly Deliveries deliveries;
    private readonly OutboxSignal signal;
    private readonly TimeProvider time;
    private readonly ILogger<Dispatcher> log;
    private readonly WorkQueue queue = new(Workers);
    private readonly ConcurrentDictionary<Task, bool> atWork = new();

    internal Dispatcher(Deliveries deliveries, OutboxSignal signal, TimeProvider time, ILogger<Dispatcher> log) =>
        (this.deliveries, this.signal, this.time, this.log) = (deliveries, signal, time, log);

    /// <summary>Delivers all that is due now. Answers how many were delivered.</summary>
    public async Task<int> DeliverDue(CancellationToken cancel)
    {
        var delivered = 0;
        while (await deliveries.Due(cancel) is { Count: > 0 } due)
        {
            foreach (var subscriber in due)
            {
                while (await deliveries.Next(subscriber, cancel) is (true, var more))
                {
                    delivered++;
                    if (!more)
                    {
                        break;
                    }
                }
            }
        }

        return delivered;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (looked, buried) = (0L, 0L);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var (named, look) = looked == 0 ? ([], true) : await signal.Wait(SlowPoll, stoppingToken);
                Start(named, stoppingToken);
                if (look || Stopwatch.GetElapsedTime(looked) > SlowPoll)
                {
                    looked = Stopwatch.GetTimestamp();
                    Start(await deliveries.Due(stoppingToken), stoppingToken);
                }

                if (Stopwatch.GetElapsedTime(buried) > BetweenBurials)
                {
                    buried = Stopwatch.GetTimestamp();
                    await deliveries.BuryOrphans(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                CannotDeliver(log, failure);
                await Task.Delay(SlowPoll, time, CancellationToken.None);
            }
        }

        await Task.WhenAll(atWork.Keys);
    }

    private void Start(IEnumerable<string> subscribers, CancellationToken stop)
    {
        foreach (var subscriber in subscribers)
        {
            if (queue.Add(subscriber))
            {
                var work = Task.Run(() => Work(stop), CancellationToken.None);
                atWork[work] = true;
                work.ContinueWith(done => atWork.TryRemove(done, out _), TaskScheduler.Default);
            }
        }
    }

    private async Task Work(CancellationToken stop)
    {
        while (queue.Take() is { } subscriber)
        {
            try
            {
                await GiveTurn(subscriber, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // Whatever is left waits in the database; the queue empties quickly, as every turn ends here.
            }
            catch (Exception failure)
            {
                CannotDeliver(log, failure);
                await Task.Delay(SlowPoll, time, CancellationToken.None); // found again by looking around
            }
        }
    }

    // Who has much waiting gets more workers, as long as there are any to be had.
    private async Task GiveTurn(string subscriber, CancellationToken stop)
    {
        for (var turn = 0; turn < Turn; turn++)
        {
            if (await deliveries.Next(subscriber, stop) is not (_, true))
            {
                return;
            }

            if (turn == 0)
            {
                Start([subscriber], stop);
            }
        }

        Start([subscriber], stop);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read")]
    private static partial void CannotDeliver(ILogger log, Exception failure);
}
