namespace Tradepost.UnitTests.Pricing;

/// <summary>What a quote's body may hold, and which field is named when it does not.</summary>
public sealed class QuoteInputTests
{
    private const string Usd = """{"minor":100,"currency":"USD"}""";

    private static string Body(string more) => $$"""{"currency":"USD","lines":[{"unitPrice":{{Usd}}}]{{more}}}""";

    private static string Promotion(string promotion) => Body($$""","promotions":[{{promotion}}]""");

    [Fact]
    public void A_currency_and_one_line_are_enough()
    {
        Assert.Empty(Quoting.Faulty(Body("")));
        Assert.Equal(["currency", "lines"], Quoting.Faulty("{}").Order(StringComparer.Ordinal));
        Assert.Equal(["lines"], Quoting.Faulty("""{"currency":"USD","lines":[]}"""));
    }

    [Theory]
    [InlineData("""{"minor":-1,"currency":"USD"}""", "lines[0].unitPrice")]
    [InlineData("""{"minor":1,"currency":"EUR"}""", "lines[0].unitPrice")]
    [InlineData("null", "lines[0].unitPrice")]
    public void A_line_needs_a_price_in_the_currency(string price, string field) =>
        Assert.Equal([field], Quoting.Faulty($$"""{"currency":"USD","lines":[{"unitPrice":{{price}}}]}"""));

    [Theory]
    [InlineData(""","quantity":0""", "lines[0].quantity")]
    [InlineData(""","quantity":-5""", "lines[0].quantity")]
    [InlineData(""","taxRates":[{"name":"T","percent":"100.5"}]""", "lines[0].taxRates[0].percent")]
    [InlineData(""","taxRates":[{"name":"T","percent":"-1"}]""", "lines[0].taxRates[0].percent")]
    [InlineData(""","taxRates":[{"name":"T"}]""", "lines[0].taxRates[0].percent")]
    [InlineData(""","taxRates":[null]""", "lines[0].taxRates[0]")]
    public void A_line_names_what_is_wrong_with_it(string more, string field) =>
        Assert.Contains(field, Quoting.Faulty($$"""{"currency":"USD","lines":[{"unitPrice":{{Usd}}{{more}}}]}"""));

    [Theory]
    [InlineData("""{"name":"x"}""", "promotions[0].benefit")]
    [InlineData("""{"benefit":{"type":"gift"}}""", "promotions[0].benefit.type")]
    [InlineData("""{"benefit":{"type":"percent","percent":"101"}}""", "promotions[0].benefit.percent")]
    [InlineData("""{"benefit":{"type":"percent","percent":"-1"}}""", "promotions[0].benefit.percent")]
    [InlineData("""{"benefit":{"type":"percent"}}""", "promotions[0].benefit.percent")]
    [InlineData("""{"benefit":{"type":"percent","percent":"5","target":"moon"}}""", "promotions[0].benefit.target")]
    [InlineData("""{"benefit":{"type":"fixed"}}""", "promotions[0].benefit.amount")]
    [InlineData("""{"benefit":{"type":"fixed","amount":{"minor":-1,"currency":"USD"}}}""", "promotions[0].benefit.amount")]
    [InlineData("""{"benefit":{"type":"fixed","amount":{"minor":1,"currency":"EUR"}}}""", "promotions[0].benefit.amount")]
    [InlineData("""{"benefit":{"type":"fixed","target":"lines","amount":{"minor":1,"currency":"USD"}}}""", "promotions[0].benefit.target")]
    [InlineData("""{"benefit":{"type":"buyXGetY","buy":0,"get":1,"percentOff":"100"}}""", "promotions[0].benefit.buy")]
    [InlineData("""{"benefit":{"type":"quantityGroup","size":0,"amountEach":{"minor":1,"currency":"USD"}}}""",
        "promotions[0].benefit.size")]
    [InlineData("""{"benefit":{"type":"tiers","tiers":[]}}""", "promotions[0].benefit.tiers")]
    [InlineData("""{"benefit":{"type":"tiers","tiers":[{"minQuantity":2}]}}""", "promotions[0].benefit.tiers[0].percent")]
    [InlineData("""{"conditions":[{"type":"moon"}],"benefit":{"type":"freeShipping"}}""", "promotions[0].conditions[0].type")]
    [InlineData("""{"conditions":[{"type":"minSubtotal"}],"benefit":{"type":"freeShipping"}}""", "promotions[0].conditions[0].amount")]
    [InlineData("""{"conditions":[{"type":"tags","any":[]}],"benefit":{"type":"freeShipping"}}""", "promotions[0].conditions[0].any")]
    [InlineData("""{"startsAt":"2026-02-01T00:00:00Z","endsAt":"2026-01-01T00:00:00Z","benefit":{"type":"freeShipping"}}""",
        "promotions[0].endsAt")]
    public void A_promotion_names_what_is_wrong_with_it(string promotion, string field) =>
        Assert.Equal([field], Quoting.Faulty(Promotion(promotion)));

    [Theory]
    [InlineData(""","rounding":{"mode":"down"}""", "rounding.mode")]
    [InlineData(""","rounding":{"level":"row"}""", "rounding.level")]
    [InlineData(""","shipping":{}""", "shipping.price")]
    [InlineData(""","fees":[{"name":"x"}]""", "fees[0].price")]
    [InlineData(""","codes":[""]""", "codes[0]")]
    [InlineData(""","promotions":[null]""", "promotions[0]")]
    public void The_rest_names_what_is_wrong_with_it(string more, string field) => Assert.Equal([field], Quoting.Faulty(Body(more)));

    [Fact]
    public void Sums_that_no_money_column_could_hold_are_refused() => Assert.Equal(["lines"], Quoting.Faulty(
        """{"currency":"USD","lines":[{"unitPrice":{"minor":1000000000000,"currency":"USD"},"quantity":1000000}]}"""));

    [Fact]
    public void Two_lines_of_one_key_are_refused() => Assert.Equal(["lines"], Quoting.Faulty(
        $$"""{"currency":"USD","lines":[{"key":"a","unitPrice":{{Usd}}},{"key":"a","unitPrice":{{Usd}}}]}"""));
}
