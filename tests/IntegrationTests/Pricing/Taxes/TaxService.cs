using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Pricing.Taxes;

/// <summary>A tax provider as a real server: it answers as the postal code it is asked about was told to.</summary>
internal sealed class TaxService : IAsyncDisposable
{
    private readonly WebApplication app;

    public TaxService()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/rates", Answer);
        app.Start();
    }

    public string Url => app.Urls.Single() + "/rates";

    /// <summary>What to answer about a postal code.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, Task>> Answers { get; } = new();

    /// <summary>Every question, as it came in.</summary>
    public ConcurrentQueue<(string? Secret, JsonNode Question)> Asked { get; } = new();

    public int Times(string postalCode) => Asked.Count(some => some.Question["postalCode"]?.GetValue<string>() == postalCode);

    public static Func<HttpContext, Task> Says(string json, int status = 200) => async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(json, http.RequestAborted);
    };

    public static Func<HttpContext, Task> Says(params (string Class, string Name, string Percent, bool OnShipping)[] rates) => Says(
        new JsonObject
        {
            ["rates"] = new JsonArray([.. rates.Select(rate => (JsonNode)new JsonObject
            {
                ["taxClass"] = rate.Class, ["name"] = rate.Name, ["percent"] = rate.Percent, ["appliesToShipping"] = rate.OnShipping,
            })]),
        }.ToJsonString());

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task Answer(HttpContext http)
    {
        var question = (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!;
        Asked.Enqueue((http.Request.Headers.Authorization, question));
        var code = question["postalCode"]?.GetValue<string>() ?? "";
        await (Answers.TryGetValue(code, out var answer) ? answer : Says("{}", 404))(http);
    }
}

/// <summary>A shop that asks it, and waits for half a second at most.</summary>
public sealed class AdvisedShop(TestCluster cluster) : ShopFixture(cluster)
{
    internal TaxService Service { get; } = new();

    /// <inheritdoc/>
    protected override void Adjust(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Configuration["Tax:Provider:Url"] = Service.Url;
        builder.Configuration["Tax:Provider:Secret"] = "opensesame";
        builder.Configuration["Tax:Provider:Timeout"] = "00:00:01";
    }
}
