using System.Diagnostics;
using Tradepost.Host.Cli;

namespace Tradepost.IntegrationTests.Harness;

/// <summary>The host as a process of its own, for tests that kill it.</summary>
public sealed class ShopProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private readonly Process process;

    private ShopProcess(Process process, string address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>The shop's address without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>A client relative to /api/v1/.</summary>
    public HttpClient Client => new() { BaseAddress = new Uri(Address + "/api/v1/") };

    /// <summary>Starts <c>serve</c> and waits for the line that says it is ready.</summary>
    public static async Task<ShopProcess> Start(IReadOnlyList<string> args, IReadOnlyDictionary<string, string>? environment = null)
    {
        var process = Launch(["serve", .. args], environment);
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var patience = new CancellationTokenSource(StartPatience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("Tradepost is ready at ", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new(process, line["Tradepost is ready at ".Length..]);
            }
        }

        throw new InvalidOperationException("The host ended before it was ready.");
    }

    /// <summary>Runs another verb to its end.</summary>
    public static async Task<(int Status, string Output)> Run(
        IReadOnlyList<string> args, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Launch(args, environment);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>SIGKILL: no farewell.</summary>
    public async Task Kill()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Until it has ended by itself.</summary>
    public Task Ended(CancellationToken cancel) => process.WaitForExitAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Kill();
        process.Dispose();
    }

    private static Process Launch(IReadOnlyList<string> args, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(StartOptions).Assembly.Location);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
