using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Tradepost.IntegrationTests.Chaos;
using Tradepost.IntegrationTests.Messaging;
using Tradepost.IntegrationTests.Notifications;

namespace Tradepost.Benchmarks;

/// <summary>Ten thousand events wait, each makes a mail; two hosts deliver them and send the mails to a server on this machine.</summary>
internal static class Outbox
{
    private const int Messages = 10_000;
    private const double Bound = 30;

    public static async Task<IReadOnlyList<Row>> Run(Shop shop)
    {
        var connection = await NewDatabase(shop);
        await using var sink = new SmtpSink();
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__Shop"] = connection,
            ["Mail__Host"] = "127.0.0.1",
            ["Mail__Port"] = sink.Port.ToString(CultureInfo.InvariantCulture),
            ["Logging__LogLevel__Default"] = "Warning",
        };
        await using var one = new Node(Path.Combine(shop.Folder, "outbox-1"), Shop.FreePort(), environment);
        await using var two = new Node(Path.Combine(shop.Folder, "outbox-2"), Shop.FreePort(), environment);
        one.Start();
        await one.Ready;
        two.Start();
        await two.Ready;
        var backlog = new Backlog(connection);
        await backlog.Write(Messages);
        var started = Stopwatch.GetTimestamp();
        await Until(backlog.Waiting);
        var delivered = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await Until(backlog.Unsent);
        var sent = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var (all, twice) = await backlog.Effects();
        return
        [
            Line($"{Messages:N0} events delivered, 2 hosts", delivered, $"{twice} effects twice", all == Messages && twice == 0),
            Line("their mails sent, from the same start", sent, $"{sink.Taken.Count - Messages} mails twice", sink.Taken.Count == Messages),
        ];
    }

    private static Row Line(string name, double seconds, string wrong, bool exact) => new(
        name, $"{seconds:0.0} s, {Suite.Number(Messages / seconds)}/s, {wrong}", $"{Bound:0} s", Suite.Number(seconds / Bound),
        $"≤ {Bound:0} s, nothing twice", exact && seconds <= Bound);

    private static async Task Until(Func<Task<long>> left)
    {
        while (await left() > 0)
        {
            await Task.Delay(50);
        }
    }

    private static async Task<string> NewDatabase(Shop shop)
    {
        await using var server = new NpgsqlConnection(shop.ConnectionString + ";Pooling=false");
        await server.OpenAsync();
        await using var create = new NpgsqlCommand("create database outbox", server);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(shop.ConnectionString) { Database = "outbox" }.ConnectionString;
    }
}
