using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Shipping;

/// <summary>EasyPost as a real server: shipments, rates, buying, refunds. What goes wrong is asked for by the recipient's town.</summary>
internal sealed class EasyPostServer : IAsyncDisposable
{
    public const string Key = "EZTKtest";
    private readonly WebApplication app;
    private int made;

    public EasyPostServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v2/shipments", (Delegate)Create); // not as a RequestDelegate, which would drop the answer
        app.MapGet("/v2/shipments/{id}", (string id) => Shipments.TryGetValue(id, out var known) ? Say(known) : Missing());
        app.MapPost("/v2/shipments/{id}/buy", Buy);
        app.MapPost("/v2/shipments/{id}/refund", Refund);
        app.MapGet("/labels/{id}", () => Results.File(Label, "image/png"));
        app.Start();
    }

    public string Url => app.Urls.Single();

    public ConcurrentDictionary<string, JsonObject> Shipments { get; } = new();

    /// <summary>Requests as they came: what was asked, and the body.</summary>
    public ConcurrentQueue<(string Path, JsonNode Body)> Asked { get; } = new();

    /// <summary>Times a label was paid for.</summary>
    public ConcurrentDictionary<string, int> Paid { get; } = new();

    /// <summary>A white picture of one dot, black text would be no different to the shop.</summary>
    private static byte[] Label { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>The shipment of an order.</summary>
    public JsonObject Of(string shipmentId) => Shipments.Values.Single(some => some["reference"]?.GetValue<string>() == shipmentId);

    private async Task<IResult> Create(HttpContext http)
    {
        var wanted = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Key + ":"));
        if (http.Request.Headers.Authorization != wanted)
        {
            return Results.Text(
                """{"error":{"code":"APIKEY.INVALID","message":"nope","errors":[]}}""", "application/json", statusCode: 401);
        }

        var body = (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!["shipment"]!;
        Asked.Enqueue(("shipments", body));
        var town = body["to_address"]!["city"]!.GetValue<string>();
        if (town == "Nowhere")
        {
            return Results.Text(
                """{"error":{"code":"ADDRESS.VERIFY.FAILURE","message":["Unable to verify address."],"errors":[]}}""", "application/json",
                statusCode: 422);
        }

        var number = Interlocked.Increment(ref made);
        var shipment = new JsonObject
        {
            ["id"] = $"shp_{number}", ["object"] = "Shipment", ["reference"] = body["reference"]?.GetValue<string>(), ["town"] = town,
            ["rates"] = new JsonArray(Rate("rate_b", "UPS", "Ground", "11.30", 3), Rate("rate_a", "USPS", "Priority", "7.58", 2)),
            ["postage_label"] = null, ["tracker"] = null, ["messages"] = new JsonArray(),
        };
        Shipments[$"shp_{number}"] = shipment;
        return Say(shipment, 201);
    }

    private async Task<IResult> Buy(string id, HttpContext http)
    {
        var body = (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!;
        Asked.Enqueue(("buy", body));
        var shipment = Shipments[id];
        if (shipment["postage_label"] is not null)
        {
            return Results.Text(
                """{"error":{"code":"SHIPMENT.POSTAGE.EXISTS","message":"Postage already exists for this shipment","errors":[]}}""",
                "application/json", statusCode: 422);
        }

        var town = shipment["town"]!.GetValue<string>();
        if (town == "Poorville")
        {
            return Results.Text(
                """{"error":{"code":"PAYMENT_REQUIRED","message":"Add money to your account.","errors":[]}}""", "application/json",
                statusCode: 402);
        }

        var rate = shipment["rates"]!.AsArray().Single(some => some!["id"]!.GetValue<string>() == body["rate"]!["id"]!.GetValue<string>())!;
        Paid.AddOrUpdate(id, 1, (_, times) => times + 1);
        shipment["selected_rate"] = rate.DeepClone();
        shipment["tracking_code"] = $"94001{id[4..].PadLeft(15, '0')}";
        shipment["postage_label"] = new JsonObject { ["label_url"] = $"{Url}/labels/{id}", ["label_file_type"] = "image/png" };
        shipment["tracker"] = new JsonObject { ["id"] = "trk_1", ["public_url"] = "https://track.easypost.com/x" };
        if (town == "Lostville" && Paid[id] == 1 && shipment["lost"] is null)
        {
            shipment["lost"] = true;
            http.Abort(); // it was bought, and nobody heard
        }

        return Say(shipment);
    }

    private IResult Refund(string id)
    {
        var shipment = Shipments[id];
        Asked.Enqueue(("refund", id));
        shipment["refund_status"] = shipment["town"]!.GetValue<string>() == "Keepsville" ? "rejected" : "submitted";
        return Say(shipment);
    }

    private static JsonObject Rate(string id, string carrier, string service, string price, int days) => new()
    {
        ["id"] = id, ["carrier"] = carrier, ["service"] = service, ["rate"] = price, ["currency"] = "USD", ["delivery_days"] = days,
    };

    private static IResult Say(JsonObject body, int status = 200) =>
        Results.Text(body.ToJsonString(), "application/json", statusCode: status);

    private static IResult Missing() =>
        Results.Text("""{"error":{"code":"NOT_FOUND","message":"not found","errors":[]}}""", "application/json", statusCode: 404);

    /// <summary>A tracker's event as EasyPost sends it.</summary>
    public static string Event(string id, string number, params (string Status, string At, string Message)[] details) => new JsonObject
    {
        ["id"] = id, ["object"] = "Event", ["description"] = "tracker.updated",
        ["result"] = new JsonObject
        {
            ["id"] = "trk_1", ["object"] = "Tracker", ["tracking_code"] = number, ["status"] = details[^1].Status,
            ["tracking_details"] = new JsonArray([.. details.Select(detail => (JsonNode)new JsonObject
            {
                ["status"] = detail.Status, ["datetime"] = detail.At, ["message"] = detail.Message,
                ["tracking_location"] = new JsonObject { ["city"] = "PORTLAND", ["state"] = "OR", ["country"] = "US" },
            })]),
        },
    }.ToJsonString();

    /// <summary>An instant as EasyPost writes it, so many minutes from now.</summary>
    public static string In(int minutes) =>
        TimeProvider.System.GetUtcNow().AddMinutes(minutes)
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>A shop that buys from it and from the demo courier.</summary>
public sealed class CourierShop(TestCluster cluster) : ShopFixture(cluster)
{
    public const string Secret = "sécret-of-webhooks";

    internal EasyPostServer EasyPost { get; } = new();

    /// <inheritdoc/>
    protected override void Adjust(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Configuration["EasyPost:Url"] = EasyPost.Url;
        builder.Configuration["EasyPost:ApiKey"] = EasyPostServer.Key;
        builder.Configuration["EasyPost:WebhookSecret"] = Secret;
    }
}
