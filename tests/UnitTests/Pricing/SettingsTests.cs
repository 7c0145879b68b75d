using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing;
using Tradepost.Pricing.Migrations;
using Tradepost.Pricing.ShippingMethods;
using Tradepost.Pricing.TaxRates;

namespace Tradepost.UnitTests.Pricing;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("8.25", "8.25")]
    [InlineData(" 20 ", "20")]
    [InlineData("9.9750", "9.975")]
    [InlineData("0", "0")]
    [InlineData("100.0000", "100")]
    public void A_percentage_is_a_text_without_idle_zeros(string sent, string shown) =>
        Assert.Equal(shown, Percents.Text(TaxRateInput.Parse(sent)!.Value));

    [Theory]
    [InlineData("-1")]
    [InlineData("100.0001")]
    [InlineData("8,25")]
    [InlineData("1.23456")]
    [InlineData("1e1")]
    [InlineData("")]
    [InlineData("٧")]
    public void What_is_no_percentage_is_not_taken_for_one(string sent) => Assert.Null(TaxRateInput.Parse(sent));

    [Fact]
    public void Every_fault_of_a_tax_rate_is_named() =>
        Assert.Equal(
            ["appliesToShipping", "name", "percent", "state"],
            Faulty(new TaxRateInput(" ", "US", "ZZ", "200", null)));

    [Fact]
    public void Every_fault_of_a_shipping_method_is_named()
    {
        Money dollars = new(100, Currency.Usd), debt = new(-1, Currency.Usd);
        var input = new ShippingMethodInput("Fast!", null, debt, dollars, null, new(5, 2), ["US", "XX"], null);
        Assert.Equal(["basePrice", "code", "countries", "estimatedDays.max", "name"], Faulty(input));
    }

    [Fact]
    public void Amounts_in_another_currency_than_the_shops_are_named()
    {
        Money dollars = new(100, Currency.Usd), euros = new(100, Currency.Of("EUR"));
        var faults = new Faults();
        new ShippingMethodInput("fast", "Fast", euros, dollars, euros, new(1, 2), null, true).CheckCurrency(faults, Currency.Usd);
        Assert.Equal(["basePrice", "freeOver"], faults.Refusal()!.Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_new_shop_knows_each_state_and_each_country_of_the_union_once_with_a_rate_that_reads()
    {
        Assert.Equal(51, Seeds.UnitedStates.Select(rate => rate.State).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(28, Seeds.ValueAddedTax.Select(rate => rate.Country).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Seeds.UnitedStates, rate => Assert.True(Tradepost.Contracts.Countries.Find("US")!.HasState(rate.State), rate.State));
        Assert.All(Seeds.UnitedStates, rate => Assert.InRange(TaxRateInput.Parse(rate.Percent)!.Value, 0, 8));
        Assert.All(Seeds.ValueAddedTax, rate => Assert.InRange(TaxRateInput.Parse(rate.Percent)!.Value, 17, 27));
    }

    private static IEnumerable<string> Faulty(IChecked input)
    {
        var faults = new Faults();
        input.Check(faults);
        return faults.Refusal()!.Fields.Keys.Order(StringComparer.Ordinal);
    }
}
