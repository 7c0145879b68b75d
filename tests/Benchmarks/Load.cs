using System.Diagnostics;

namespace Tradepost.Benchmarks;

/// <summary>What a load came to.</summary>
/// <param name="Count">Requests or flows done.</param>
/// <param name="Seconds">Time it took.</param>
/// <param name="Milliseconds">Each one's time, in ascending order.</param>
internal sealed record Result(int Count, double Seconds, double[] Milliseconds)
{
    public double PerSecond => Count / Seconds;

    public double P(double share) => Milliseconds.Length == 0 ? 0
        : Milliseconds[Math.Min(Milliseconds.Length - 1, (int)(Milliseconds.Length * share))];
}

/// <summary>Runs the same work on several connections for a while.</summary>
internal static class Load
{
    public static async Task<Result> For(TimeSpan time, int connections, Uri server, Func<RawClient, int, Task> once)
    {
        var started = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(connection => Task.Run(async () =>
        {
            using var client = new RawClient(server);
            var mine = new List<double>();
            for (var number = 0; Stopwatch.GetElapsedTime(started) < time; number++)
            {
                var begun = Stopwatch.GetTimestamp();
                await once(client, (number * connections) + connection);
                mine.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            return mine;
        })));
        var all = times.SelectMany(mine => mine).Order().ToArray();
        return new(all.Length, Stopwatch.GetElapsedTime(started).TotalSeconds, all);
    }

    /// <summary>The same GET over and over; fails on any answer but 200.</summary>
    public static Task<Result> Get(TimeSpan time, int connections, Uri server, string path)
    {
        var request = RawClient.Prepare(server, "GET", path);
        return For(time, connections, server, async (client, _) =>
        {
            var (status, _) = await client.Send(request);
            if (status != 200)
            {
                throw new InvalidOperationException($"GET {path} answered {status}.");
            }
        });
    }
}
