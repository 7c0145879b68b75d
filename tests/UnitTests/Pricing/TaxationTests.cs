namespace Tradepost.UnitTests.Pricing;

/// <summary>Tax at each level of rounding, added and contained. The expected cents are worked out by hand.</summary>
public sealed class TaxationTests
{
    private static string Level(string level, string more = "", string mode = "halfUp") =>
        $$"""{"rounding":{"mode":"{{mode}}","level":"{{level}}"}{{more}}}""";

    [Fact]
    public void At_the_level_of_the_line_each_line_is_rounded() =>
        Assert.Equal([74, 25], Quoting.Quote("a 123 x3 @20; b 123 @20", Level("line")).Taxes()); // 73.8, 24.6

    [Fact]
    public void At_the_level_of_the_unit_each_unit_is_rounded() =>
        Assert.Equal([75, 25], Quoting.Quote("a 123 x3 @20; b 123 @20", Level("unit")).Taxes()); // 24.6 each

    [Fact]
    public void At_the_level_of_the_total_a_rate_is_rounded_once_and_handed_out()
    {
        // 5 % of 1.10 five times: 5.5 each, 27.5 in all.
        var quote = Quoting.Quote("a 110 @5; b 110 @5; c 110 @5; d 110 @5; e 110 @5", Level("total"));
        Assert.Equal([6, 6, 6, 5, 5], quote.Taxes());
        Assert.Equal(28, quote.Totals.Tax.Minor);
        Assert.Equal(30, Quoting.Quote("a 110 @5; b 110 @5; c 110 @5; d 110 @5; e 110 @5", Level("line")).Totals.Tax.Minor);
        Assert.Equal(28,
            Quoting.Quote("a 110 @5; b 110 @5; c 110 @5; d 110 @5; e 110 @5", Level("total", mode: "halfEven")).Totals.Tax.Minor);
        Assert.Equal(2, Quoting.Quote("a 50 @5", Level("total", mode: "halfEven")).Totals.Tax.Minor);
    }

    [Fact]
    public void At_the_level_of_the_total_shipping_and_fees_share_in_the_rounding()
    {
        var quote = Quoting.Quote("a 110 @5", """
            {"rounding":{"level":"total"},
             "shipping":{"price":{"minor":110,"currency":"USD"},"taxRates":[{"name":"Tax 1","percent":"5"}]},
             "fees":[{"name":"Fee","price":{"minor":110,"currency":"USD"},"taxRates":[{"name":"Tax 1","percent":"5.0"}]}]}
            """);
        Assert.Equal((17, 6, 6, 5),
            (quote.Totals.Tax.Minor, quote.Lines[0].Tax.Minor, quote.ShippingLine.Tax.Minor, quote.Fees[0].Tax.Minor)); // 16.5
        Assert.Equal(("Tax 1", "5", 17), (quote.Taxes.Single().Name, quote.Taxes.Single().Percent, quote.Taxes.Single().Amount.Minor));
    }

    [Fact]
    public void Contained_tax_is_taken_out_of_the_gross()
    {
        var quote = Quoting.Quote("a 1199 x2 @20", """{"pricesIncludeTax":true}""");
        Assert.Equal((400, 1998, 2398, 2398), (
            quote.Totals.Tax.Minor, quote.Totals.Net.Minor, quote.Totals.Gross.Minor, quote.Totals.Total.Minor)); // 399.67
        Assert.True(quote.Trace.Single(step => step.Step == "includedTax").Included);
        Assert.Equal(400, Quoting.Quote("a 1199 x2 @20", Level("unit", ",\"pricesIncludeTax\":true")).Totals.Tax.Minor); // 199.83 twice
    }

    [Fact]
    public void Several_contained_taxes_are_each_a_part_of_the_gross()
    {
        var quote = Quoting.Quote("a 10000 @5+9.975", """{"pricesIncludeTax":true}""");
        Assert.Equal([435, 868], quote.Taxes.Select(tax => tax.Amount.Minor)); // 5/114.975, 9.975/114.975 of 100.00
        Assert.Equal(8697, quote.Totals.Net.Minor);
    }

    [Fact]
    public void Several_added_taxes_are_rounded_each() =>
        Assert.Equal([3, 5], Quoting.Quote("a 51 @5+9.975", Level("line")).Taxes.Select(tax => tax.Amount.Minor)); // 2.55, 5.087

    [Fact]
    public void A_discount_comes_off_before_tax()
    {
        var quote = Quoting.Quote("a 10000 @20; b 5000 @10",
            """{"promotions":[{"benefit":{"type":"fixed","amount":{"minor":3000,"currency":"USD"}}}]}""");
        Assert.Equal([2000, 1000], quote.Discounts());
        Assert.Equal([1600, 400], quote.Taxes());
    }

    [Fact]
    public void The_discounted_line_is_split_into_whole_cents_before_units_are_taxed()
    {
        // 1.00 three times less 0.01: 1.00, 1.00, 0.99; 50 %: 50, 50, 49.5.
        var quote = Quoting.Quote("a 100 x3 @50",
            """{"rounding":{"level":"unit"},"promotions":[{"benefit":{"type":"fixed","amount":{"minor":1,"currency":"USD"}}}]}""");
        Assert.Equal(150, quote.Totals.Tax.Minor);
    }

    [Fact]
    public void Tiny_gross_amounts_never_hold_more_tax_than_there_is()
    {
        foreach (var level in (string[])["line", "unit", "total"])
        {
            var quote = Quoting.Quote("a 1 @100+100+100; b 1 x3 @100+100", Level(level, ",\"pricesIncludeTax\":true"));
            Assert.All(quote.Lines, line => Assert.True(line.Net.Minor >= 0, level));
        }
    }

    [Theory]
    [InlineData("JPY", "a 1055 @10", 106)]
    [InlineData("KWD", "a 1001 @5", 50)]
    [InlineData("CLF", "a 33333 @19", 6333)]
    public void Currencies_of_any_scale_count_in_their_own_minor_units(string currency, string lines, long tax) =>
        Assert.Equal(tax, Quoting.Quote(lines, $$"""{"currency":"{{currency}}"}""").Totals.Tax.Minor);
}
