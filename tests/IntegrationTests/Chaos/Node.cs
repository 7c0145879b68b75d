using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Tradepost.IntegrationTests.Chaos;

/// <summary>One host of the shop as a process of its own. Whenever it ends, for whatever reason, it is started again.</summary>
internal sealed class Node : IAsyncDisposable
{
    private const int KeptLines = 40;
    private readonly string data;
    private readonly int port;
    private readonly IReadOnlyDictionary<string, string> environment;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> last = new();
    private Task keeping = Task.CompletedTask;
    private volatile Process? process;
    private volatile TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int starts;

    public Node(string data, int port, IReadOnlyDictionary<string, string> environment) =>
        (this.data, this.port, this.environment) = (data, port, environment);

    public Uri Address => new($"http://127.0.0.1:{port}");

    /// <summary>How often it was started.</summary>
    public int Starts => starts;

    /// <summary>The last it said, for when something goes wrong.</summary>
    public string LastWords => string.Join('\n', last);

    public void Start() => keeping = Keep();

    /// <summary>Completes while the host serves.</summary>
    public Task Ready => ready.Task;

    /// <summary>SIGKILL.</summary>
    public void Kill()
    {
        try
        {
            process?.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended just now.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        Kill();
        await keeping;
        stop.Dispose();
    }

    /// <summary>Runs a verb of the host to its end.</summary>
    public static async Task<(int Status, string Output)> Run(string[] words, IReadOnlyDictionary<string, string> environment)
    {
        using var process = Launch(words, environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private async Task Keep()
    {
        while (!stop.IsCancellationRequested)
        {
            var words = new[] { "serve", "--empty", "--port", port.ToString(CultureInfo.InvariantCulture), "--data", data };
            using var started = Launch(words, environment);
            process = started;
            starts++;
            if (stop.IsCancellationRequested)
            {
                started.Kill();
            }

            await Task.WhenAll(Listen(started.StandardOutput), Listen(started.StandardError), started.WaitForExitAsync());
            process = null;
            ready = ready.Task.IsCompleted ? new(TaskCreationOptions.RunContinuationsAsynchronously) : ready;
        }
    }

    private async Task Listen(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Tradepost is ready", StringComparison.Ordinal))
            {
                ready.TrySetResult();
                continue;
            }

            last.Enqueue(line.Length > 600 ? line[..600] : line);
            if (last.Count > KeptLines)
            {
                last.TryDequeue(out _);
            }
        }
    }

    private static Process Launch(string[] words, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Tradepost.Host.dll"));
        Array.ForEach(words, start.ArgumentList.Add);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
