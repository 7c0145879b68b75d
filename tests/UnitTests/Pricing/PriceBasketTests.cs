using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;
using Tradepost.Pricing.ShippingMethods;
using Tradepost.Pricing.TaxRates;
using static Tradepost.UnitTests.Pricing.Baskets;

namespace Tradepost.UnitTests.Pricing;

public sealed class PriceBasketTests
{
    private static readonly ShippingMethod Standard = Method("standard", 490, perKg: 100, freeOver: 7500);
    private static readonly TaxRate StateTax = Tax("California sales tax", "US", "CA", 7.25m);
    private static readonly TaxRate Vat = Tax("VAT", "DE", null, 19m, onShipping: true);
    private static readonly PriceTables Shop = Tables([StateTax, Vat], Standard);

    private static Quote Price(Basket basket, PriceTables? tables = null, Terms? terms = null) =>
        PriceBasket.Price(basket, tables ?? Shop, terms ?? Plain).Value;

    [Fact]
    public void A_basket_for_California_is_taxed_on_its_goods()
    {
        var quote = Price(Basket(California, Standard, Line("a", 1999, 2, 750), Line("b", 1250, 1, 300)));

        // 52.48 goods; 4.90 + 1.8 kg × 1.00 shipping; 7.25 % of 39.98 = 2.89855 and of 12.50 = 0.90625.
        var totals = quote.Totals;
        Assert.Equal((5248, 0, 670, 290 + 91, 5248 + 670 + 381),
            (totals.Subtotal.Minor, totals.Discount.Minor, totals.Shipping.Minor, totals.Tax.Minor, totals.Total.Minor));
        Assert.Equal([new TaxAmount("California sales tax", "7.25", new Money(381, Currency.Usd))], quote.Taxes);
        Assert.Equal(["2 × Thing a", "1 × Thing b", "standard", "California sales tax 7.25 %"], quote.Trace.Select(step => step.Label));
        Assert.Equal(["a", "b", null, null], quote.Trace.Select(step => step.LineId));
    }

    [Fact]
    public void VAT_is_due_on_delivery_too()
    {
        var totals = Price(Basket(Germany, Standard, Line("a", 1000, 1))).Totals;
        Assert.Equal((490, 190 + 93, 1773), (totals.Shipping.Minor, totals.Tax.Minor, totals.Total.Minor)); // 19 % of 4.90 = 0.931
    }

    [Fact]
    public void A_tax_of_the_state_and_one_of_the_country_are_rounded_apart_and_added()
    {
        var tables = Tables([Tax("Federal", "CA", null, 5m), Tax("Quebec", "CA", "QC", 9.975m)]);
        var quote = Price(Basket(new("CA", "QC", null, null), null, Line("a", 1010, 1)), tables);

        Assert.Equal([51, 101], quote.Taxes.Select(tax => tax.Amount.Minor)); // 50.5 and 100.7475
        Assert.Equal(["Federal", "Quebec"], quote.Taxes.Select(tax => tax.Name));
        Assert.Empty(Price(Basket(new("CA", "ON", null, null), null, Line("a", 1010, 1)), tables).Taxes.Where(tax => tax.Name == "Quebec"));
    }

    [Fact]
    public void Halves_are_settled_line_by_line_as_the_shop_says()
    {
        var half = Tables([Tax("Half", "DE", null, 50m)]);
        var basket = Basket(Germany, null, Line("a", 1, 1), Line("b", 3, 1));

        Assert.Equal([1, 2], Price(basket, half).Lines.Select(line => line.Tax.Minor));
        Assert.Equal([0, 2], Price(basket, half, Plain with { Rounding = Rounding.HalfEven }).Lines.Select(line => line.Tax.Minor));
    }

    [Fact]
    public void Contained_tax_is_taken_out_of_the_price_and_not_added()
    {
        var quote = Price(Basket(Germany, Standard, Line("a", 11900, 1)), terms: TaxIncluded);

        Assert.Equal((11900, 0, 1900, 11900), // free delivery over 75.00
            (quote.Totals.Subtotal.Minor, quote.Totals.Shipping.Minor, quote.Totals.Tax.Minor, quote.Totals.Total.Minor));
        Assert.True(quote.Totals.TaxIncluded);
        Assert.Equal((TraceStep.IncludedTax, 1900L), (quote.Trace[^1].Step, quote.Trace[^1].Amount.Minor));
    }

    [Fact]
    public void Several_contained_taxes_never_take_more_than_there_is()
    {
        var greedy = Tables([Tax("A", "DE", null, 100m), Tax("B", "DE", null, 100m), Tax("C", "DE", null, 100m)]);
        var line = Price(Basket(Germany, null, Line("a", 2, 1)), greedy, TaxIncluded).Lines[0];
        Assert.Equal(2, line.Tax.Minor); // each would round 0.5 up to 1
    }

    [Theory]
    [InlineData(7499, 490)]
    [InlineData(7500, 0)]
    public void Delivery_is_free_from_the_threshold_on(long price, long shipping) =>
        Assert.Equal(shipping, Price(Basket(California, Standard, Line("a", price, 1))).Totals.Shipping.Minor);

    [Fact]
    public void Unknown_weight_counts_as_none_and_grams_cost_their_part_of_a_kilogram()
    {
        Assert.Equal(490, Price(Basket(California, Standard, Line("a", 100, 3, null))).Totals.Shipping.Minor);
        Assert.Equal(490 + 1, Price(Basket(California, Standard, Line("a", 100, 1, 5))).Totals.Shipping.Minor); // 0.5 of a cent
        Assert.Equal(490 + 250, Price(Basket(California, Standard, Line("a", 100, 5, 500))).Totals.Shipping.Minor);
    }

    [Fact]
    public void Options_are_those_that_serve_the_place_in_the_currency_cheapest_first()
    {
        var tables = Tables(
            [], Method("dear", 2000), Method("cheap", 300), Method("off", 1, active: false), Method("german", 100, countries: ["DE"]),
            Method("euros", 50, currency: "EUR"), Method("american", 900, countries: ["CA", "US"]));
        string[] Codes(Basket basket) =>
            [.. Tradepost.Pricing.Engine.Shipping.Options(basket, tables, Plain).Select(option => option.Code)];

        Assert.Equal(["cheap", "american", "dear"], Codes(Basket(California, null, Line("a", 1, 1))));
        Assert.Equal(["german", "cheap", "dear"], Codes(Basket(Germany, null, Line("a", 1, 1))));
        Assert.Empty(Codes(Basket(null, null, Line("a", 1, 1))));
        Assert.Empty(Codes(Basket(California, null)));
    }

    [Fact]
    public void An_option_that_does_not_serve_the_place_is_refused()
    {
        var german = Method("german", 100, countries: ["DE"]);
        var outcome = PriceBasket.Price(Basket(California, german, Line("a", 1, 1)), Tables([], german), Plain);
        Assert.Equal(PricingErrors.ShippingUnavailable, outcome.Refusal!.Error);
    }

    [Fact]
    public void An_empty_basket_costs_nothing_whatever_was_chosen()
    {
        var quote = Price(Basket(California, Standard));
        Assert.Equal((0, 0), (quote.Totals.Total.Minor, quote.Totals.Shipping.Minor));
        Assert.Empty(quote.Trace);
    }

    [Fact]
    public void The_largest_basket_there_can_be_does_not_overflow()
    {
        var lines = Enumerable.Range(0, 200).Select(i => Line($"{i}", 1_000_000_000_000, 999, 1_000_000)).ToArray();
        var total = Price(Basket(Germany, Standard, lines)).Totals.Total.Minor;
        Assert.Equal(200 * 999L * 1_000_000_000_000 / 100 * 119, total);
    }
}
