using System.Text.Json;
using System.Text.Json.Nodes;
using Tradepost.Platform.Http;
using Tradepost.Pricing.Engine;
using Tradepost.Pricing.Quotes;

namespace Tradepost.UnitTests.Pricing;

/// <summary>Prices requests written as the API writes them.</summary>
internal static class Quoting
{
    /// <summary>The answer to a body; its currency is USD and its lines come from short texts like "a 1999 x2 @20".</summary>
    public static QuoteView Quote(string lines, string rest = "{}")
    {
        var body = JsonNode.Parse(rest)!.AsObject();
        body["currency"] ??= "USD";
        var currency = $"{body["currency"]}";
        body["lines"] = new JsonArray([.. lines.Split(';', StringSplitOptions.TrimEntries).Select(line => Line(line, currency))]);
        return Quote(body);
    }

    public static QuoteView Quote(JsonNode body)
    {
        var input = body.Deserialize<QuoteInput>(ApiJson.Options)!;
        var faults = new Faults();
        input.Check(faults);
        Assert.Null(faults.Refusal());
        var request = input.ToRequest();
        return QuoteView.Of(request, PricingEngine.Price(request));
    }

    /// <summary>Fields the body is refused for.</summary>
    public static IReadOnlyCollection<string> Faulty(string body)
    {
        var faults = new Faults();
        JsonSerializer.Deserialize<QuoteInput>(body, ApiJson.Options)!.Check(faults);
        return [.. faults.Refusal()?.Fields.Keys ?? []];
    }

    /// <summary>The discounts of the lines, in order.</summary>
    public static long[] Discounts(this QuoteView quote) => [.. quote.Lines.Select(line => line.Discount.Minor)];

    public static long[] Taxes(this QuoteView quote) => [.. quote.Lines.Select(line => line.Tax.Minor)];

    // key price [xQuantity] [@percent[+percent…]] [#tag] [%brand] [/category] [!product]
    private static JsonNode Line(string text, string currency)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var line = new JsonObject
        {
            ["key"] = words[0],
            ["unitPrice"] = new JsonObject { ["minor"] = long.Parse(words[1], null), ["currency"] = currency },
            ["quantity"] = 1,
        };
        foreach (var word in words[2..])
        {
            var rest = word[1..];
            _ = word[0] switch
            {
                'x' => line["quantity"] = int.Parse(rest, null),
                '@' => line["taxRates"] = new JsonArray([.. rest.Split('+').Select((percent, i) =>
                    (JsonNode)new JsonObject { ["name"] = $"Tax {i + 1}", ["percent"] = percent })]),
                '#' => line["tags"] = new JsonArray([.. rest.Split(',').Select(tag => (JsonNode)tag)]),
                '%' => line["brand"] = rest,
                '/' => line["category"] = rest,
                _ => line["productId"] = rest,
            };
        }

        return line;
    }
}
