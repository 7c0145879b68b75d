using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tradepost.IntegrationTests.Payments.Providers;

/// <summary>A request a provider got.</summary>
internal sealed record Call(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>Its form fields.</summary>
    public IReadOnlyDictionary<string, string> Form { get; } = Body.StartsWith('{') ? new Dictionary<string, string>() : Body.Split('&')
        .Where(pair => pair.Length > 0).Select(pair => pair.Split('=', 2)).ToDictionary(
            pair => Uri.UnescapeDataString(pair[0].Replace('+', ' ')), pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')));
}

/// <summary>What a provider answers; a null body breaks the line without a word.</summary>
internal sealed record Said(int Status, JsonNode? Body);

/// <summary>
/// A small server with a real socket that speaks a provider's protocol, and fails on demand: it can swallow answers after having acted, be
/// busy, or be slow.
/// </summary>
internal abstract class ProviderServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private int busy;
    private int lost;

    protected ProviderServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(Serve);
        app.Start();
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    public string Address { get; }

    /// <summary>All it was asked.</summary>
    public ConcurrentQueue<Call> Calls { get; } = new();

    /// <summary>The next so many requests are answered "busy", and nothing is done.</summary>
    public void BeBusy(int times) => Volatile.Write(ref busy, times);

    /// <summary>The next so many requests that change something are done, but the answer never arrives.</summary>
    public void LoseAnswers(int times) => Volatile.Write(ref lost, times);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    protected abstract Said Answer(Call call);

    protected static Said Ok(JsonNode body) => new(200, body.DeepClone());

    private async Task Serve(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var call = new Call(
            http.Request.Method, http.Request.Path + http.Request.QueryString,
            http.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()),
            await reader.ReadToEndAsync());
        Calls.Enqueue(call);
        if (call.Path != "/v1/oauth2/token" && Interlocked.Decrement(ref busy) >= 0)
        {
            http.Response.StatusCode = 429;
            return;
        }

        Said said;
        lock (gate)
        {
            said = Answer(call);
        }

        if (call.Method == "POST" && call.Path != "/v1/oauth2/token" && Interlocked.Decrement(ref lost) >= 0)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = said.Status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(said.Body?.ToJsonString() ?? "");
    }
}
