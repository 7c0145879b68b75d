using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tradepost.IntegrationTests.Chaos;

/// <summary>How the bank behaves at the moment.</summary>
internal enum Mood
{
    Fine,

    /// <summary>Breaks every connection before it did anything.</summary>
    Dead,

    /// <summary>Takes its time, often more than the shop has.</summary>
    Slow,

    /// <summary>Does what it is asked and then breaks the connection.</summary>
    Dropping,
}

/// <summary>
/// A card bank that speaks the demo gateway's protocol and is no part of the shop: what it really took and gave back is known here only, so
/// that the shop's books can be held against it.
/// </summary>
internal sealed class Bank : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Vault vault;
    private readonly Postman postman;
    private readonly Random random;
    private volatile Mood mood;

    private Bank(WebApplication app, Vault vault, Postman postman, Random random) =>
        (this.app, this.vault, this.postman, this.random) = (app, vault, postman, random);

    public Mood Mood { get => mood; set => mood = value; }

    /// <summary>What it really did.</summary>
    public Vault Vault => vault;

    /// <summary>Its reports to the shop.</summary>
    public Postman Postman => postman;

    public static async Task<Bank> Open(int port, string secret, IReadOnlyList<Uri> merchants, ChaosPlan plan)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, Unattached>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        var app = builder.Build();
        var postman = new Postman(secret, merchants, plan);
        var bank = new Bank(app, new Vault(postman), postman, plan.Draw(101));
        app.Run(bank.Serve);
        await app.StartAsync();
        return bank;
    }

    public async ValueTask DisposeAsync()
    {
        await postman.DisposeAsync();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task Serve(HttpContext http)
    {
        var now = Mood;
        if (now == Mood.Dead)
        {
            http.Abort();
            return;
        }

        if (now == Mood.Slow)
        {
            await Task.Delay(Upto(7000));
        }

        var body = http.Request.ContentType is null ? null : await JsonNode.ParseAsync(http.Request.Body);
        var (status, answer, loses) = Decide(http.Request.Method, http.Request.Path.Value!.Trim('/').Split('/'), body);
        if (loses || (now == Mood.Dropping && Upto(10) < 8))
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer.ToJsonString());
    }

    private (int Status, JsonNode Answer, bool Loses) Decide(string method, string[] path, JsonNode? body) => (method, path) switch
    {
        ("POST", ["v1", "charges"]) => vault.Charge(body!),
        ("GET", ["v1", "charges", var attempt]) => vault.Find(attempt),
        ("POST", ["v1", "charges", var attempt, "void"]) => vault.Void(attempt),
        ("POST", ["v1", "refunds"]) => vault.Refund(body!),
        _ => (404, new JsonObject { ["error"] = "there is nothing here" }, false),
    };

    // Signals are for the run, not for the bank in it: it would close and leave the run waiting.
    private sealed class Unattached : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private int Upto(int most)
    {
        lock (random)
        {
            return random.Next(most);
        }
    }
}
