using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Tradepost.Contracts.Shop;
using Tradepost.Payments.Gateways;
using Tradepost.Payments.Gateways.Calls;
using Tradepost.Payments.Gateways.PayPal;
using Tradepost.Payments.Gateways.Razorpay;
using Tradepost.Payments.Gateways.Stripe;
using Tradepost.Platform.Types;

namespace Tradepost.IntegrationTests.Payments.Providers;

/// <summary>What our clients send is what the providers' own libraries send for the same calls: method, path, keys, fields.</summary>
public sealed class JudgedRequestTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    private static readonly Charge Charge =
        new(PaymentAttemptId.New(), "Order T-1 & more", new Money(1999, Currency.Usd), null, "/orders/1?a=b") { CaptureLater = true };

    private static readonly string Attempt = Charge.Attempt.ToString();

    [Fact]
    public async Task Stripe_gets_what_its_own_library_sends()
    {
        await using var server = new StripeServer();
        var stripe = new StripeGateway(Calls(), Keys("Stripe", ("SecretKey", StripeServer.SecretKey), ("BaseUrl", server.Address)),
            TimeProvider.System);
        var id = (await stripe.Start(Charge, Cancel)).Reference!;
        var known = Charge with { Reference = id };
        await stripe.Query(known, mayTake: true, Cancel);
        server.BuyerPays(server.Intent(Attempt));
        await stripe.Capture(known, new(1500, Currency.Usd), Cancel);
        var other = await stripe.Start(Charge with { Attempt = PaymentAttemptId.New() }, Cancel);
        await stripe.Void(known with { Reference = other.Reference }, Cancel);
        var cancelled = server.Calls.Last();
        var refund = new RefundRequest(RefundId.New(), Charge.Attempt, id, new(100, Currency.Usd));
        await stripe.Refund(refund, Cancel);
        var ours = server.Calls.ToList();
        var theirs = await Judge.Ask(
            Question("stripe.create", body: new JsonObject
            {
                ["amount"] = 1999, ["currency"] = "usd", ["capture_method"] = "manual",
                ["automatic_payment_methods"] = new JsonObject { ["enabled"] = true }, ["description"] = Charge.Description,
                ["metadata"] = new JsonObject { ["attempt"] = Attempt },
            }, key: Attempt),
            Question("stripe.retrieve", id, new JsonObject { ["expand"] = new JsonArray("latest_charge.balance_transaction") }),
            Question("stripe.capture", id, new JsonObject
            {
                ["amount_to_capture"] = 1500, ["expand"] = new JsonArray("latest_charge.balance_transaction"),
            }, $"{Attempt}-capture"),
            Question("stripe.cancel", cancelled.Path.Split('/')[3], key: $"{Attempt}-cancel"),
            Question("stripe.refund", body: new JsonObject
            {
                ["payment_intent"] = id, ["amount"] = 100, ["metadata"] = new JsonObject { ["refund"] = refund.Id.ToString() },
            }, key: refund.Id.ToString()));
        Same([ours[0], ours[1], ours[2], cancelled, ours[^1]], theirs, "idempotency-key", "authorization");
    }

    [Fact]
    public async Task PayPal_gets_what_its_own_library_sends()
    {
        await using var server = new PayPalServer();
        var settings = new ShopSettings { BaseUrl = "https://shop.example", Name = "Harbour" };
        var keys = Keys("PayPal", ("ClientId", "client"), ("Secret", "secret"), ("BaseUrl", server.Address));
        using var paypal = new PayPalGateway(Calls(), keys, settings, TimeProvider.System);
        var id = (await paypal.Start(Charge, Cancel)).Reference!;
        var known = Charge with { Reference = id };
        PayPalServer.BuyerApproves(server.OrderOf(Attempt));
        await paypal.Query(known, mayTake: true, Cancel);
        var hold = server.OrderOf(Attempt)["purchase_units"]![0]!["payments"]!["authorizations"]![0]!["id"]!.GetValue<string>();
        await paypal.Capture(known, new(1500, Currency.Usd), Cancel);
        var capture = server.OrderOf(Attempt)["purchase_units"]![0]!["payments"]!["captures"]![0]!["id"]!.GetValue<string>();
        var refund = new RefundRequest(RefundId.New(), Charge.Attempt, id, new(100, Currency.Usd));
        await paypal.Refund(refund, Cancel);
        var ours = server.Calls.Where(call => call.Path != "/v1/oauth2/token").ToList();
        var theirs = await Judge.Ask(
            Question("paypal.create", body: new JsonObject
            {
                ["intent"] = "AUTHORIZE",
                ["purchaseUnits"] = new JsonArray(new JsonObject
                {
                    ["customId"] = Attempt, ["description"] = Charge.Description, ["amount"] = Dollars("19.99"),
                }),
                ["paymentSource"] = new JsonObject
                {
                    ["paypal"] = new JsonObject
                    {
                        ["experienceContext"] = new JsonObject
                        {
                            ["returnUrl"] = "https://shop.example/orders/1?a=b", ["cancelUrl"] = "https://shop.example/orders/1?a=b",
                            ["userAction"] = "PAY_NOW", ["shippingPreference"] = "NO_SHIPPING", ["brandName"] = "Harbour",
                        },
                    },
                },
            }, key: Attempt),
            Question("paypal.get", id),
            Question("paypal.authorize", id, key: $"{Attempt}-authorize"),
            Question("paypal.captureHold", hold, new JsonObject { ["amount"] = Dollars("15.00"), ["finalCapture"] = true },
                $"{Attempt}-capture"),
            Question("paypal.refund", capture, new JsonObject { ["amount"] = Dollars("1.00"), ["customId"] = refund.Id.ToString() },
                refund.Id.ToString()));
        var captured = ours.Single(call => call.Path.Contains("/authorizations/", StringComparison.Ordinal));
        Same([ours[0], ours[1], ours[2], captured, ours[^1]], theirs, "paypal-request-id", "authorization", "prefer", "content-type");
    }

    [Fact]
    public async Task Razorpay_gets_what_its_own_library_sends()
    {
        await using var server = new RazorpayServer();
        var keys = Keys("Razorpay", ("KeyId", "rzp_test_key"), ("KeySecret", RazorpayServer.KeySecret), ("BaseUrl", server.Address));
        var razorpay = new RazorpayGateway(Calls(), keys);
        var id = (await razorpay.Start(Charge, Cancel)).Reference!;
        var payment = server.BuyerPays(server.OrderOf(Attempt));
        await razorpay.Capture(Charge with { Reference = id }, Charge.Amount, Cancel);
        var refund = new RefundRequest(RefundId.New(), Charge.Attempt, id, new(100, Currency.Usd));
        await razorpay.Refund(refund, Cancel);
        var ours = server.Calls.ToList();
        var notes = new JsonObject { ["attempt"] = Attempt, ["description"] = Charge.Description };
        var paid = payment["id"]!.GetValue<string>();
        var theirs = await Judge.Ask(
            Question("razorpay.find", body: new JsonObject { ["receipt"] = Attempt }),
            Question("razorpay.create", body: new JsonObject
            {
                ["amount"] = 1999, ["currency"] = "USD", ["receipt"] = Attempt, ["notes"] = notes,
            }),
            Question("razorpay.payments", id),
            Question("razorpay.capture", paid, new JsonObject { ["amount"] = 1999, ["currency"] = "USD" }),
            Question("razorpay.refund", paid, new JsonObject
            {
                ["amount"] = 100, ["receipt"] = refund.Id.ToString(), ["notes"] = new JsonObject { ["refund"] = refund.Id.ToString() },
            }));
        Same([ours[0], ours[1], ours[2], ours[3], ours[^1]], theirs);
    }

    private static void Same(IReadOnlyList<Call> ours, IReadOnlyList<JsonNode> theirs, params string[] headers)
    {
        for (var i = 0; i < ours.Count; i++)
        {
            var (path, query) = Split(Uri.UnescapeDataString(ours[i].Path));
            var (theirPath, theirQuery) = Split(theirs[i]["path"]!.GetValue<string>());
            Assert.Equal($"{theirs[i]["method"]} {theirPath}", $"{ours[i].Method} {path}");
            Assert.Subset(theirQuery, query);
            var names = headers.Where(name => name != "content-type" || ours[i].Method == "POST");
            Assert.All(names, name => Assert.Equal(
                theirs[i]["headers"]![name]?.GetValue<string>(), ours[i].Headers.GetValueOrDefault(name)?.Split(';')[0]));
            Assert.Equal(Fields(theirs[i]["body"]!.GetValue<string>()), Fields(ours[i].Body));
        }
    }

    private static (string Path, HashSet<string> Query) Split(string address) =>
        (address.Split('?')[0], [.. address.Split('?').Skip(1).SelectMany(query => query.Split('&'))]);

    // A body as sorted "name=value" lines, whether it was written as a form or as JSON. No body and an empty object say the same.
    private static IEnumerable<string> Fields(string body)
    {
        var fields = body.StartsWith('{') ? Leaves(JsonNode.Parse(body)!, "") : body.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => Uri.UnescapeDataString(pair.Replace('+', ' ')));
        return fields.Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Leaves(JsonNode node, string path) => node switch
    {
        JsonObject some => some.SelectMany(field => Leaves(field.Value!, $"{path}.{field.Key}")),
        JsonArray list => list.SelectMany((item, i) => Leaves(item!, $"{path}[{i}]")),
        _ => [$"{path}={node.ToJsonString()}"],
    };

    private static JsonObject Dollars(string value) => new() { ["currencyCode"] = "USD", ["value"] = value };

    private static JsonObject Question(string what, string? id = null, JsonObject? body = null, string? key = null) =>
        new() { ["what"] = what, ["id"] = id, ["body"] = body, ["key"] = key };

    private static ProviderCalls Calls() => new(new Clients(), TimeProvider.System, NullLogger<ProviderCalls>.Instance);

    private static IConfiguration Keys(string provider, params (string Name, string Value)[] keys) => new ConfigurationBuilder()
        .AddInMemoryCollection(keys.Select(key => KeyValuePair.Create($"Payments:{provider}:{key.Name}", (string?)key.Value))).Build();

    private sealed class Clients : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new();
    }
}
