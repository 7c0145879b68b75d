using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tradepost.Platform.Http;
using Tradepost.Pricing.Engine;
using Tradepost.Pricing.Quotes;

namespace Tradepost.Benchmarks;

/// <summary>
/// A cart of 100 lines, two taxes on each, and 50 promotions of every kind, ten of which can only apply alone: eleven candidates to price.
/// The engine by itself, and the quote route with reading and writing of its 40 KB.
/// </summary>
internal static class Pricing
{
    private const int Lines = 100;
    private const int Promotions = 50;
    private const double Bound = 5;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Row>> Run(Shop shop)
    {
        var body = Body();
        var engine = Engine(body);
        var text = body.ToJsonString();
        var token = shop.AdminToken;
        var route = await Load.For(Time, 1, shop.Server, async (client, _) =>
        {
            var (status, answer) = await client.Call(
                "POST", "/api/v1/admin/pricing/quote", text, ("Authorization", $"Bearer {token}"));
            if (status != 200)
            {
                throw new InvalidOperationException($"{status}: {answer}");
            }
        });
        return
        [
            Line($"engine, {Lines} lines × {Promotions} promotions", engine),
            Line("the same as a quote over HTTP, 1 connection", route),
        ];
    }

    private static Row Line(string name, Result result) => new(
        name, $"p50 {result.P(0.5):0.00} ms, p95 {result.P(0.95):0.00} ms", $"{Bound:0} ms", Suite.Number(result.P(0.95) / Bound),
        $"p95 ≤ {Bound:0} ms", result.P(0.95) <= Bound);

    private static Result Engine(JsonNode body)
    {
        var request = body.Deserialize<QuoteInput>(ApiJson.Options)!.ToRequest();
        var times = new List<double>();
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; Stopwatch.GetElapsedTime(started) < Time; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            PricingEngine.Price(request);
            if (i >= 200)
            {
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        }

        return new(times.Count, Time.TotalSeconds, [.. times.Order()]);
    }

    private static JsonObject Body()
    {
        static JsonObject Money(long minor) => new() { ["minor"] = minor, ["currency"] = "USD" };
        static JsonArray Each(int count, Func<int, JsonNode> make) => new([.. Enumerable.Range(0, count).Select(make)]);
        return new()
        {
            ["currency"] = "USD",
            ["country"] = "US",
            ["lines"] = Each(Lines, i => new JsonObject
            {
                ["key"] = $"line-{i}", ["unitPrice"] = Money(199 + (i * 137)), ["quantity"] = 1 + (i % 7), ["brand"] = $"Brand {i % 9}",
                ["category"] = $"category-{i % 11}", ["tags"] = new JsonArray(i % 3 == 0 ? "sale" : "new"),
                ["taxRates"] = Each(2, tax => new JsonObject { ["name"] = $"Tax {tax}", ["percent"] = tax == 0 ? "6.25" : "2.875" }),
            }),
            ["shipping"] = new JsonObject { ["price"] = Money(990) },
            ["promotions"] = Each(Promotions, i => new JsonObject
            {
                ["name"] = $"Promotion {i}", ["priority"] = i % 10, ["combinable"] = i % 5 != 0, ["benefit"] = Benefit(i),
                ["conditions"] = new JsonArray(Condition(i)),
            }),
        };

        static JsonObject Condition(int i) => (i % 4) switch
        {
            0 => new() { ["type"] = "tags", ["any"] = new JsonArray("sale") },
            1 => new() { ["type"] = "minSubtotal", ["amount"] = Money(5000) },
            2 => new() { ["type"] = "brands", ["any"] = new JsonArray($"Brand {i % 9}", "Brand 1") },
            _ => new() { ["type"] = "minQuantity", ["quantity"] = 3 },
        };

        static JsonObject Benefit(int i) => (i % 6) switch
        {
            0 => new() { ["type"] = "percent", ["percent"] = "3.5", ["target"] = "order" },
            1 => new() { ["type"] = "fixed", ["amount"] = Money(250), ["target"] = "order" },
            2 => new() { ["type"] = "percent", ["percent"] = "2.5", ["target"] = "unitPrice" },
            3 => new() { ["type"] = "buyXGetY", ["buy"] = 5, ["get"] = 1, ["percentOff"] = "50" },
            4 => new() { ["type"] = "quantityGroup", ["size"] = 4, ["amountEach"] = Money(7) },
            _ => new() { ["type"] = "tiers", ["tiers"] = new JsonArray(new JsonObject { ["minQuantity"] = 10, ["percent"] = "1.5" }) },
        };
    }
}
