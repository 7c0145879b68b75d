using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;
using Tradepost.Pricing.Engine;
using Tradepost.Pricing.TaxRates;
using static Tradepost.UnitTests.Pricing.Baskets;

namespace Tradepost.UnitTests.Pricing.Taxes;

/// <summary>Which taxes meet at a place, on which class, worked out by hand.</summary>
public sealed class TaxesDueTests
{
    private static readonly Destination NewYork = new("US", "NY", "10001", "New York");

    private static TaxRate Of(TaxRate rate, string? taxClass, string[]? codes = null, string[]? except = null)
    {
        (rate.TaxClass, rate.PostalCodes, rate.ExceptPostalCodes) = (taxClass, codes, except);
        return rate;
    }

    private static string[] Names(Destination place, string taxClass, params TaxRate[] rates) =>
        [.. Tables(rates).TaxesAt(place).On(taxClass).Select(rate => rate.Name)];

    [Fact]
    public void All_taxes_of_a_place_apply_those_of_the_country_before_the_state_before_the_postal_code_then_by_name()
    {
        TaxRate[] rates =
        [
            Of(Tax("City", "US", "NY", 4.5m), "standard", ["10001-10299"]), Tax("State", "US", "NY", 4m), Tax("Federal B", "US", null, 2m),
            Tax("Federal A", "US", null, 1m), Of(Tax("District", "US", "NY", .375m), "standard", ["100*"]),
            Of(Tax("Elsewhere", "US", "NY", 3m), "standard", ["110*"]), Tax("California", "US", "CA", 7.25m),
        ];
        Assert.Equal(["Federal A", "Federal B", "State", "City", "District"], Names(NewYork, "standard", rates));
        Assert.Equal(["Federal A", "Federal B", "State"], Names(NewYork with { PostalCode = null }, "standard", rates));
        Assert.Equal(["Federal A", "Federal B"], Names(new("US", null, "10001", null), "standard", rates));
        Assert.Empty(Names(new("CA", "NY", "10001", null), "standard", rates));

        // 4 % and 4.5 % and 0.375 % and 1 % and 2 % of 19.99, each rounded for itself: 0.7996, 0.89955, 0.0749625, 0.1999, 0.3998.
        var quote = PriceBasket.Price(Basket(NewYork, null, Line("a", 1999, 1)), Tables(rates), Plain).Value;
        Assert.Equal([20, 40, 80, 90, 7], quote.Taxes.Select(tax => tax.Amount.Minor));
        Assert.Equal(237, quote.Totals.Tax.Minor);
    }

    [Fact]
    public void Postal_codes_that_are_left_out_pay_nothing()
    {
        var rate = Of(Tax("VAT", "ES", null, 21m), "standard", null, ["35*", "38*"]);
        Assert.Empty(Names(new("ES", null, "35001", null), "standard", rate));
        Assert.Equal(["VAT"], Names(new("ES", null, "28001", null), "standard", rate));
        Assert.Equal(["VAT"], Names(new("ES", null, null, null), "standard", rate));
    }

    [Fact]
    public void A_class_pays_its_own_rates_and_one_the_place_does_not_know_pays_the_standard_ones()
    {
        TaxRate[] rates =
        [
            Tax("VAT", "DE", null, 19m), Of(Tax("VAT reduced", "DE", null, 7m), "reduced"), Of(Tax("Levy", "DE", null, 1m), null),
        ];
        Assert.Equal(["Levy", "VAT"], Names(Germany, "standard", rates));
        Assert.Equal(["Levy", "VAT reduced"], Names(Germany, "reduced", rates));
        Assert.Equal(["Levy", "VAT"], Names(Germany, "super-reduced", rates));
        Assert.Equal(["Levy", "VAT"], Names(Germany, "nobody knows it", rates));
    }

    [Fact]
    public void A_tax_of_nothing_frees_its_class()
    {
        TaxRate[] rates = [Tax("State", "US", "NY", 4m), Of(Tax("Clothing", "US", "NY", 0m), "clothing")];
        Assert.Empty(Names(NewYork, "clothing", rates));
        Assert.Equal(["State"], Names(NewYork, "standard", rates));
    }

    [Fact]
    public void A_class_known_only_in_one_postal_code_is_standard_in_the_others()
    {
        TaxRate[] rates = [Tax("State", "US", "NY", 4m), Of(Tax("Books", "US", "NY", 1m), "books", ["10001"])];
        Assert.Equal(["Books"], Names(NewYork, "books", rates));
        Assert.Equal(["State"], Names(NewYork with { PostalCode = "10002" }, "books", rates));
    }

    [Fact]
    public void Shipping_is_taxed_as_the_standard_class_by_the_taxes_that_apply_to_it()
    {
        TaxRate[] rates =
        [
            Tax("VAT", "DE", null, 19m, onShipping: true), Of(Tax("Reduced", "DE", null, 7m, onShipping: true), "reduced"),
            Of(Tax("Levy", "DE", null, 1m, onShipping: true), null), Tax("Goods only", "DE", null, 2m),
        ];
        Assert.Equal(["Levy", "VAT"], Tables(rates).TaxesAt(Germany).OnShipping.Select(rate => rate.Name));
    }

    [Fact]
    public void Lines_of_several_classes_are_taxed_each_by_its_own_excluded_and_included()
    {
        TaxRate[] rates = [Tax("VAT", "DE", null, 19m, onShipping: true), Of(Tax("VAT", "DE", null, 7m), "reduced")];
        var basket = Basket(Germany, null, Line("a", 999, 3), Line("b", 1495, 1) with { TaxClass = "reduced" });

        // 19 % of 29.97 = 5.6943; 7 % of 14.95 = 1.0465.
        var excluded = PriceBasket.Price(basket, Tables(rates), Plain).Value;
        Assert.Equal([569, 105], excluded.Lines.Select(line => line.Tax.Minor));
        Assert.Equal([("19", 569L), ("7", 105L)], excluded.Taxes.Select(tax => (tax.Percent, tax.Amount.Minor)));
        Assert.Equal(2997 + 1495 + 569 + 105, excluded.Totals.Total.Minor);

        // 29.97 × 19 / 119 = 4.78512…; 14.95 × 7 / 107 = 0.97803…
        var included = PriceBasket.Price(basket, Tables(rates), TaxIncluded).Value;
        Assert.Equal([479, 98], included.Lines.Select(line => line.Tax.Minor));
        Assert.Equal(2997 + 1495, included.Totals.Total.Minor);
    }

    [Fact]
    public void What_a_provider_said_takes_the_place_of_the_tables()
    {
        var told = new Tradepost.Pricing.Taxes.TaxesDue([new("standard", "Street tax", 9m, false)]);
        var quote = PriceBasket.Price(
            Basket(Germany, null, Line("a", 1000, 1)), Tables([Tax("VAT", "DE", null, 19m)]), Plain,
            new Circumstances { Taxes = told }).Value;
        Assert.Equal([new TaxAmount("Street tax", "9", quote.Totals.Tax)], quote.Taxes);
        Assert.Equal(90, quote.Totals.Tax.Minor);
    }
}
