using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Pricing;

/// <summary>The quote route as its clients call it.</summary>
public sealed class QuoteTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static JsonNode Body(string more = "") => JsonNode.Parse(
        $$"""
        {"currency":"USD",
         "lines":[{"key":"a","unitPrice":{"minor":8333,"currency":"USD"},"quantity":1,"taxRates":[{"name":"VAT","percent":"20"}]}]{{more}}}
        """)!;

    [Fact]
    public async Task It_answers_as_the_contract_says()
    {
        const string More = """
            ,"rounding":{"mode":"halfUp","level":"line"},"pricesIncludeTax":false,
             "shipping":{"price":{"minor":500,"currency":"USD"},"taxRates":[{"name":"VAT","percent":"20"}]},
             "fees":[{"name":"COD fee","price":{"minor":100,"currency":"USD"}}],
             "promotions":[{"name":"Half","code":"HALF","benefit":{"type":"percent","percent":"50"}}],"codes":["half","other"],
             "customerGroups":[],"country":"US"
            """;
        var quote = (await Quote(Body(More))).Is(200).Json;
        var usd = (long minor) => $$"""{"minor":{{minor}},"currency":"USD"}""";
        Assert.Equal(
            $$"""{"subtotal":{{usd(8333)}},"discount":{{usd(4167)}},"shipping":{{usd(500)}},"fees":{{usd(100)}},"tax":{{usd(933)}}"""
            + $$""","total":{{usd(5699)}},"net":{{usd(4766)}},"gross":{{usd(5699)}},"taxIncluded":false}""",
            quote["totals"]!.ToJsonString());
        Assert.Equal($$"""[{"name":"VAT","percent":"20","amount":{{usd(933)}}}]""", quote["taxes"]!.ToJsonString());
        Assert.Equal($$"""[{"name":"COD fee","net":{{usd(100)}},"tax":{{usd(0)}},"gross":{{usd(100)}}}]""", quote["fees"]!.ToJsonString());
        Assert.Equal("other", quote["rejected"]!.AsArray().Single()!["name"]!.GetValue<string>());
        Assert.Equal("unknownCode", quote["rejected"]![0]!["reason"]!.GetValue<string>());
        Assert.Equal(4167, quote["applied"]![0]!["amount"]!["minor"]!.GetValue<long>());
        Assert.Equal(
            ["line", "discount", "shipping", "fee", "tax"], quote["trace"]!.AsArray().Select(step => step!["step"]!.GetValue<string>()));
        Assert.Equal(5699, quote["trace"]!.AsArray().Sum(step => step!["amount"]!["minor"]!.GetValue<long>()));
        Assert.Equal("a", quote["trace"]![1]!["lineKey"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_currency_and_one_line_are_enough() =>
        Assert.Equal(100, (await Quote(JsonNode.Parse("""{"currency":"JPY","lines":[{"unitPrice":{"minor":100,"currency":"JPY"}}]}""")!))
            .Is(200).Json["totals"]!["total"]!["minor"]!.GetValue<long>());

    [Fact]
    public async Task Every_fault_is_named_at_once()
    {
        var faulty = JsonNode.Parse(
            """
            {"lines":[{"unitPrice":{"minor":-1,"currency":"USD"},"quantity":0,"taxRates":[{"percent":"120"}]}],
             "promotions":[{"benefit":{"type":"percent","percent":"101"},"conditions":[{"type":"moon"}]}]}
            """)!;
        Assert.Equal(
            ["currency", "lines[0].quantity", "lines[0].taxRates[0].percent", "lines[0].unitPrice", "promotions[0].benefit.percent",
             "promotions[0].conditions[0].type"],
            (await Quote(faulty)).Is(400).Faulty.Order(StringComparer.Ordinal));
        Assert.Equal(["lines"], (await Quote(JsonNode.Parse("""{"currency":"USD","lines":{}}""")!)).Is(400).Faulty);
    }

    [Fact]
    public async Task Only_staff_may_ask()
    {
        using var guest = shop.Client();
        (await guest.Post("admin/pricing/quote", Body())).Is(401);
    }

    private async Task<Answer> Quote(JsonNode body) => await (await shop.AdminClient()).Post("admin/pricing/quote", body);
}
