using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tradepost.Platform.Messaging;

namespace Tradepost.Platform.Caching;

/// <summary>
/// Carries changes between nodes by LISTEN/NOTIFY. Notifications leave after the commit, many in one statement: NOTIFY inside the writing
/// transaction would make every commit of the shop wait for the one before it.
/// </summary>
public sealed partial class ChangeChannel(NpgsqlDataSource source, Changes changes, OutboxSignal outbox, TimeProvider time,
    ILogger<ChangeChannel> log)
    : BackgroundService
{
    private const string Channel = "tradepost_changes";
    private const string Everything = "*";
    private const int MaxPayload = 7000; // PostgreSQL takes 8000 bytes
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // A node that died may have taken word of its last changes with it: the one that takes its place says that anything may have changed.
    private readonly HashSet<string> unsent = new(StringComparer.Ordinal) { Everything };
    private readonly string node = Guid.CreateVersion7().ToString("N");

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Forever(Listen, stoppingToken), Forever(Send, stoppingToken));

    private async Task Forever(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await work(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                Interrupted(log, failure.Message);
                source.Clear();
                await Task.Delay(Pause, time, CancellationToken.None);
            }
        }
    }

    private async Task Listen(CancellationToken stop)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        connection.Notification += (_, message) => Receive(message.Payload);
        await using (var listen = new NpgsqlCommand($"listen {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(stop);
        }

        // Whatever happened while nobody listened is unknown, so nothing remembered may be trusted.
        changes.Reset();
        while (true)
        {
            await connection.WaitAsync(stop);
        }
    }

    private void Receive(string payload)
    {
        var parts = payload.Split('\n');
        if (parts[0] == node)
        {
            return;
        }

        outbox.Raise();
        if (parts.Contains(Everything, StringComparer.Ordinal))
        {
            changes.Reset();
        }

        changes.Hear(parts[1..]);
    }

    private async Task Send(CancellationToken stop)
    {
        // What could not be sent is sent when the connection is back: other nodes would show what is no longer true until then, and longer.
        while (unsent.Count > 0 || await changes.Outgoing.WaitToReadAsync(stop))
        {
            var size = node.Length + unsent.Sum(tag => tag.Length + 1);
            while (size < MaxPayload && changes.Outgoing.TryRead(out var tag))
            {
                size += unsent.Add(tag) ? tag.Length + 1 : 0;
            }

            await using var notify = source.CreateCommand("select pg_notify($1, $2)");
            notify.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Channel });
            notify.Parameters.Add(new NpgsqlParameter<string> { TypedValue = node + "\n" + string.Join('\n', unsent) });
            await notify.ExecuteNonQueryAsync(stop);
            unsent.Clear();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The change channel was interrupted and starts again: {Reason}")]
    private static partial void Interrupted(ILogger log, string reason);
}
