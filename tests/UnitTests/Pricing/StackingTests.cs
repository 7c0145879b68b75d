namespace Tradepost.UnitTests.Pricing;

/// <summary>Which promotions apply, in which order, and why the others do not.</summary>
public sealed class StackingTests
{
    private const string Ten = "\"benefit\":{\"type\":\"percent\",\"percent\":\"10\"}";

    private static string Percent(string name, string percent, int priority = 0, string more = "") =>
        $$$"""{"name":"{{{name}}}","priority":{{{priority}}},{{{more}}}"benefit":{"type":"percent","percent":"{{{percent}}}"}}""";

    private static string Promotions(params string[] some) => $$"""{"promotions":[{{string.Join(',', some)}}]}""";

    [Fact]
    public void Lower_priorities_come_first_and_each_takes_from_what_is_left()
    {
        var quote = Quoting.Quote("a 10000", Promotions(Percent("Second", "50", 2), Percent("First", "10", 1)));
        Assert.Equal([("First", 1000L), ("Second", 4500L)], quote.Applied.Select(some => (some.Name, some.Amount.Minor)));
    }

    [Fact]
    public void A_minimum_looks_at_what_earlier_promotions_left()
    {
        const string Min = "\"conditions\":[{\"type\":\"minSubtotal\",\"amount\":{\"minor\":9500,\"currency\":\"USD\"}}],";
        var quote = Quoting.Quote("a 10000", Promotions(Percent("First", "10", 1), Percent("Second", "50", 2, Min)));
        Assert.Equal(("Second", "minSubtotal"), (quote.Rejected.Single().Name, quote.Rejected.Single().Reason));
        Assert.Single(Quoting.Quote("a 9500", Promotions(Percent("Only", "10", 1, Min))).Applied);
    }

    [Fact]
    public void What_can_not_be_combined_applies_alone_when_that_is_better()
    {
        var alone = Percent("Alone", "30", 9, "\"combinable\":false,");
        var better = Quoting.Quote("a 10000", Promotions(Percent("A", "10"), Percent("B", "10"), alone));
        Assert.Equal((7000, "Alone"), (better.Totals.Total.Minor, better.Applied.Single().Name));
        Assert.Equal(["A", "B"], better.Rejected.Select(some => some.Name));
        Assert.All(better.Rejected, some => Assert.Equal("notBest", some.Reason));

        var worse = Quoting.Quote("a 10000", Promotions(Percent("A", "20"), Percent("B", "20"), alone));
        Assert.Equal((6400, "Alone"), (worse.Totals.Total.Minor, worse.Rejected.Single().Name));
    }

    [Fact]
    public void Ties_go_to_the_combination_and_then_to_the_lower_priority()
    {
        var tie = Quoting.Quote("a 10000", Promotions(Percent("Alone", "10", -5, "\"combinable\":false,"), Percent("Both", "10")));
        Assert.Equal("Both", tie.Applied.Single().Name);
        var later = Percent("Later", "10", 2, "\"combinable\":false,");
        var earlier = Percent("Earlier", "10", 1, "\"combinable\":false,");
        Assert.Equal("Earlier", Quoting.Quote("a 10000", Promotions(later, earlier)).Applied.Single().Name);
    }

    [Fact]
    public void The_cheapest_candidate_is_that_of_the_lowest_total_with_tax()
    {
        // 10.00 off the line taxed at 50 % saves 15.00; 12.00 off the untaxed one 12.00.
        var quote = Quoting.Quote("a 10000 @50 #taxed; b 10000 #free", """
            {"promotions":[
              {"name":"T","combinable":false,"conditions":[{"type":"tags","any":["taxed"]}],
               "benefit":{"type":"fixed","target":"eachLine","amount":{"minor":1000,"currency":"USD"}}},
              {"name":"F","combinable":false,"conditions":[{"type":"tags","any":["free"]}],
               "benefit":{"type":"fixed","target":"eachLine","amount":{"minor":1200,"currency":"USD"}}}]}
            """);
        Assert.Equal("T", quote.Applied.Single().Name);
    }

    [Fact]
    public void Codes_open_promotions_whatever_their_case_and_unknown_ones_never_fail()
    {
        var quote = Quoting.Quote("a 10000",
            $$"""{"codes":["autumn","NOPE","nope"],"promotions":[{"name":"X","code":"AUTUMN",{{Ten}}}]}""");
        Assert.Equal(("X", "autumn"), (quote.Applied.Single().Name, quote.Applied.Single().Code));
        Assert.Equal(("NOPE", "unknownCode"), (quote.Rejected.Single().Name, quote.Rejected.Single().Reason));
        var without = Quoting.Quote("a 10000", $$"""{"promotions":[{"name":"X","code":"AUTUMN",{{Ten}}}]}""");
        Assert.Equal((0, "codeMissing"), (without.Totals.Discount.Minor, without.Rejected.Single().Reason));
    }

    [Theory]
    [InlineData("2026-11-01T00:00:00Z", null)]
    [InlineData("2026-10-31T23:59:59Z", "notStarted")]
    [InlineData("2026-11-30T23:59:59Z", null)]
    [InlineData("2026-12-01T00:00:00Z", "ended")]
    public void A_window_holds_its_start_and_not_its_end(string at, string? reason)
    {
        var window = $$"""{"startsAt":"2026-11-01T00:00:00Z","endsAt":"2026-12-01T00:00:00Z",{{Ten}}}""";
        Assert.Equal(reason, Quoting.Quote("a 100", $$"""{"at":"{{at}}","promotions":[{{window}}]}""").Rejected.SingleOrDefault()?.Reason);
        Assert.Empty(Quoting.Quote("a 100", $$"""{"promotions":[{{window}}]}""").Rejected);
    }

    [Theory]
    [InlineData("""{"type":"minLineQuantity","quantity":3}""", "a 100 x2; b 100 x2", "{}", "minLineQuantity")]
    [InlineData("""{"type":"minLineQuantity","quantity":3}""", "a 100 x3; b 100", "{}", null)]
    [InlineData("""{"type":"minQuantity","quantity":4}""", "a 100 x2; b 100 x2", "{}", null)]
    [InlineData("""{"type":"minQuantity","quantity":5}""", "a 100 x2; b 100 x2", "{}", "minQuantity")]
    [InlineData("""{"type":"customerGroup","any":["member"]}""", "a 100", """{"customerGroups":["Member"]}""", null)]
    [InlineData("""{"type":"customerGroup","any":["member"]}""", "a 100", "{}", "customerGroup")]
    [InlineData("""{"type":"country","any":["US","DE"]}""", "a 100", """{"country":"DE"}""", null)]
    [InlineData("""{"type":"country","any":["US"]}""", "a 100", "{}", "country")]
    [InlineData("""{"type":"paymentMethod","any":["card"]}""", "a 100", """{"paymentMethod":"cod"}""", "paymentMethod")]
    [InlineData("""{"type":"firstOrder"}""", "a 100", """{"firstOrder":true}""", null)]
    [InlineData("""{"type":"firstOrder"}""", "a 100", "{}", "firstOrder")]
    [InlineData("""{"type":"products","any":["p1"]}""", "a 100 !p1", "{}", null)]
    [InlineData("""{"type":"products","any":["p1"]}""", "a 100 !p2", "{}", "noEligibleLines")]
    public void Conditions_open_a_promotion_or_say_why_not(string condition, string lines, string rest, string? reason)
    {
        var body = System.Text.Json.Nodes.JsonNode.Parse(rest)!.AsObject();
        body["promotions"] = System.Text.Json.Nodes.JsonNode.Parse($$"""[{"conditions":[{{condition}}],{{Ten}}}]""");
        var quote = Quoting.Quote(lines, body.ToJsonString());
        Assert.Equal(reason, quote.Rejected.SingleOrDefault()?.Reason);
        Assert.Equal(reason is null ? 1 : 0, quote.Applied.Count);
    }

    [Theory]
    [InlineData("""{"type":"percent","percent":"10"}""", "[]", true)]
    [InlineData("""{"type":"percent","percent":"10","cap":{"minor":1,"currency":"USD"}}""", "[]", false)]
    [InlineData("""{"type":"fixed","amount":{"minor":1,"currency":"USD"}}""", "[]", false)]
    [InlineData("""{"type":"quantityGroup","size":2,"amountEach":{"minor":1,"currency":"USD"}}""", "[]", false)]
    [InlineData("""{"type":"tiers","tiers":[{"minQuantity":2,"unitPrice":{"minor":1,"currency":"USD"}}]}""", "[]", false)]
    [InlineData("""{"type":"tiers","tiers":[{"minQuantity":2,"percent":"5"}]}""", "[]", true)]
    [InlineData("""{"type":"freeShipping"}""", """[{"type":"minSubtotal","amount":{"minor":1,"currency":"USD"}}]""", false)]
    [InlineData("""{"type":"freeShipping"}""", """[{"type":"minQuantity","quantity":2}]""", true)]
    public void A_promotion_with_amounts_of_one_currency_means_nothing_in_another(string benefit, string conditions, bool fits)
    {
        var json = $$"""{"benefit":{{benefit}},"conditions":{{conditions}}}""";
        var rule = System.Text.Json.JsonSerializer.Deserialize<Tradepost.Pricing.Promotions.PromotionInput>(
            json, Tradepost.Platform.Http.ApiJson.Options)!.ToRule("X");
        Assert.Equal(fits, rule.Fits(Tradepost.Platform.Types.Currency.Of("EUR")));
        Assert.True(rule.Fits(Tradepost.Platform.Types.Currency.Usd));
    }
}
