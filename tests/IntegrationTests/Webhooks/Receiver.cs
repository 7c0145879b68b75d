using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tradepost.Host.Cli;

namespace Tradepost.IntegrationTests.Webhooks;

/// <summary>What a receiver was sent.</summary>
public sealed record Received(string Path, string Body, string Signature, string Event, string Delivery);

/// <summary>Somebody else's server: keeps what it is sent and answers as told.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;

    /// <summary>Listens.</summary>
    public Receiver()
    {
        var port = StartOptions.FreePort();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        app = builder.Build();
        app.Run(Take);
        app.Start();
        Address = $"http://127.0.0.1:{port}";
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>Everything it was sent.</summary>
    public ConcurrentQueue<Received> Taken { get; } = new();

    /// <summary>What it answers, by path; 200 when nothing is said.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, Task>> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>What was sent to one path.</summary>
    public IReadOnlyList<Received> To(string path) => [.. Taken.Where(one => one.Path == path)];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var headers = http.Request.Headers;
        var path = http.Request.Path.Value!;
        Taken.Enqueue(new(
            path, await reader.ReadToEndAsync(), headers["Tradepost-Signature"].ToString(), headers["Tradepost-Event"].ToString(),
            headers["Tradepost-Delivery"].ToString()));
        if (Answers.TryGetValue(path, out var answer))
        {
            await answer(http);
        }
    }
}
