namespace Tradepost.UnitTests.Pricing;

/// <summary>What each benefit takes off, to the cent.</summary>
public sealed class BenefitTests
{
    private static string With(string benefit, string conditions = "") =>
        $$"""{"promotions":[{"name":"Some","conditions":[{{conditions}}],"benefit":{{benefit}}}]}""";

    private static long[] Off(string lines, string benefit, string conditions = "") =>
        Quoting.Quote(lines, With(benefit, conditions)).Discounts();

    private static string? Reason(string lines, string benefit, string conditions = "") =>
        Quoting.Quote(lines, With(benefit, conditions)).Rejected.SingleOrDefault()?.Reason;

    [Theory]
    [InlineData("a 9990", "15", 1499)] // 14.985
    [InlineData("a 8333", "50", 4167)] // 41.665
    [InlineData("a 0", "50", 0)]
    [InlineData("a 1", "49", 0)]
    [InlineData("a 10000 x3", "33.3333333333", 10000)]
    public void A_percentage_of_the_order_is_rounded_once(string lines, string percent, long off) =>
        Assert.Equal(off, Off(lines, $$"""{"type":"percent","percent":"{{percent}}","target":"order"}""").Sum());

    [Fact]
    public void Half_even_rounds_the_discount_and_not_the_price() => Assert.Equal(
        4166,
        Quoting.Quote("a 8333", """{"rounding":{"mode":"halfEven"},"promotions":[{"benefit":{"type":"percent","percent":"50"}}]}""")
            .Totals.Discount.Minor);

    [Fact]
    public void An_order_wide_discount_is_shared_by_value_and_the_earlier_of_equals_gets_the_odd_cent()
    {
        Assert.Equal([34, 33, 33],
            Off("a 1000; b 1000; c 1000", """{"type":"fixed","target":"order","amount":{"minor":100,"currency":"USD"}}"""));
        Assert.Equal([67, 33], Off("a 2000; b 1000", """{"type":"fixed","amount":{"minor":100,"currency":"USD"}}"""));
    }

    [Fact]
    public void A_fixed_amount_never_takes_more_than_there_is()
    {
        Assert.Equal([300, 700], Off("a 300; b 700", """{"type":"fixed","target":"order","amount":{"minor":99999,"currency":"USD"}}"""));
        Assert.Equal([300, 500], Off("a 300; b 700", """{"type":"fixed","target":"eachLine","amount":{"minor":500,"currency":"USD"}}"""));
        Assert.Equal([600, 1500],
            Off("a 300 x2; b 700 x3", """{"type":"fixed","target":"eachUnit","amount":{"minor":500,"currency":"USD"}}"""));
    }

    [Fact]
    public void A_percentage_of_lines_is_rounded_on_each_and_of_unit_prices_on_each_unit()
    {
        Assert.Equal([50], Off("a 333 x3", """{"type":"percent","percent":"5","target":"lines"}""")); // 49.95
        Assert.Equal([51], Off("a 333 x3", """{"type":"percent","percent":"5","target":"unitPrice"}""")); // 16.65 each
    }

    [Fact]
    public void A_cap_bounds_the_whole_discount_and_is_shared_by_value()
    {
        Assert.Equal([67, 33], Off("a 2000; b 1000", """{"type":"percent","percent":"50","cap":{"minor":100,"currency":"USD"}}"""));
        Assert.Equal([67, 33],
            Off("a 2000; b 1000", """{"type":"percent","percent":"50","target":"lines","cap":{"minor":100,"currency":"USD"}}"""));
    }

    [Fact]
    public void Restrictions_limit_benefits_of_lines_but_only_open_those_of_the_order()
    {
        const string Sale = """{"type":"tags","any":["SALE"]}""";
        Assert.Equal([100, 0], Off("a 1000 #sale; b 1000", """{"type":"percent","percent":"10","target":"lines"}""", Sale));
        Assert.Equal([100, 100], Off("a 1000 #sale; b 1000", """{"type":"percent","percent":"10","target":"order"}""", Sale));
        Assert.Equal("noEligibleLines", Reason("a 1000; b 1000", """{"type":"percent","percent":"10","target":"order"}""", Sale));
    }

    [Fact]
    public void All_restrictions_must_fit_the_same_line()
    {
        const string Both = """{"type":"brands","any":["Acme"]},{"type":"categories","any":["phones"]}""";
        Assert.Equal([0, 0, 100],
            Off("a 1000 %Acme; b 1000 /phones; c 1000 %acme /Phones", """{"type":"percent","percent":"10","target":"lines"}""", Both));
    }

    [Fact]
    public void Buy_two_get_one_takes_the_cheapest_of_the_pool()
    {
        const string Benefit = """{"type":"buyXGetY","buy":2,"get":1,"percentOff":"100"}""";
        Assert.Equal([0, 0, 100], Off("a 300; b 200; c 100", Benefit));
        Assert.Equal([0, 0], Off("a 300; b 200", Benefit));
        Assert.Equal("tooFewUnits", Reason("a 300; b 200", Benefit));
        Assert.Equal([0, 200], Off("a 300 x3; b 100 x4", Benefit)); // two sets of seven units: two of the cheapest
        Assert.Equal([100, 0], Off("a 100; b 100 x2", Benefit));
    }

    [Fact]
    public void Buy_one_get_two_at_half_price_rounds_each_unit() =>
        Assert.Equal([0, 100], Off("a 500; b 99 x2", """{"type":"buyXGetY","buy":1,"get":2,"percentOff":"50"}"""));

    [Fact]
    public void A_quantity_group_pools_units_in_line_order()
    {
        const string Benefit = """{"type":"quantityGroup","size":3,"amountEach":{"minor":50,"currency":"USD"}}""";
        Assert.Equal([100, 50], Off("a 300 x2; b 300 x3", Benefit));
        Assert.Equal([100, 200], Off("a 300 x2; b 300 x4", Benefit));
        Assert.Equal([20, 50], Off("a 10 x2; b 300", Benefit));
    }

    [Fact]
    public void Tiers_are_chosen_by_all_eligible_units_together()
    {
        const string Benefit = """
            {"type":"tiers","tiers":[{"minQuantity":5,"percent":"10"},{"minQuantity":10,"unitPrice":{"minor":200,"currency":"USD"}}]}
            """;
        Assert.Equal([60, 90], Off("a 300 x2; b 300 x3", Benefit));
        Assert.Equal([500, 0], Off("a 300 x5; b 100 x5", Benefit));
        Assert.Equal("tooFewUnits", Reason("a 300 x4", Benefit));
    }

    [Fact]
    public void Benefits_of_shipping_touch_nothing_else()
    {
        const string Shipping = "\"shipping\":{\"price\":{\"minor\":500,\"currency\":\"USD\"}}";
        var free = Quoting.Quote("a 1000", $$$"""{ {{{Shipping}}}, "promotions":[{"name":"F","benefit":{"type":"freeShipping"}}]}""");
        Assert.Equal((500, 500, 1000), (free.Totals.Discount.Minor, free.Totals.Shipping.Minor, free.Totals.Total.Minor));
        Assert.Equal((500, 0), (free.ShippingLine.Discount.Minor, free.ShippingLine.Net.Minor));
        var some = Quoting.Quote("a 1000", $$$"""
            { {{{Shipping}}}, "promotions":[{"benefit":{"type":"percent","percent":"33","target":"shipping"}},
              {"benefit":{"type":"fixed","amount":{"minor":9900,"currency":"USD"},"target":"shipping"}}]}
            """);
        Assert.Equal([165, 335], some.Applied.Select(one => one.Amount.Minor));
    }

    [Fact]
    public void Free_shipping_applies_before_a_shipping_is_chosen_but_not_to_one_that_is_free_already()
    {
        Assert.Equal("F",
            Quoting.Quote("a 1", """{"promotions":[{"name":"F","benefit":{"type":"freeShipping"}}]}""").Applied.Single().Name);
        var free = Quoting.Quote("a 1", """
            {"shipping":{"price":{"minor":0,"currency":"USD"}},"promotions":[{"name":"F","benefit":{"type":"freeShipping"}}]}
            """);
        Assert.Equal("nothingLeft", free.Rejected.Single().Reason);
    }
}
