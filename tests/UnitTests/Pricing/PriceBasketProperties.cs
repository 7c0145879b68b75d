using FsCheck;
using FsCheck.Fluent;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Pricing;

/// <summary>What holds of every basket, whatever is in it.</summary>
public sealed class PriceBasketProperties
{
    private static void ForAll(Func<Scenario, bool> holds) =>
        Prop.ForAll(Baskets.ByChance().ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static long Sum(IEnumerable<Money> amounts) => amounts.Sum(amount => amount.Minor);

    [Fact]
    public void The_total_is_subtotal_less_discount_plus_shipping_plus_tax_that_is_not_contained() => ForAll(scenario =>
    {
        var totals = scenario.Quote().Totals;
        var tax = totals.TaxIncluded ? Money.Zero(totals.Tax.Currency) : totals.Tax;
        return totals.Total == totals.Subtotal - totals.Discount + totals.Shipping + tax
            && totals.TaxIncluded == scenario.Terms.PricesIncludeTax;
    });

    [Fact]
    public void The_trace_adds_up_to_the_total_again() => ForAll(scenario =>
    {
        var quote = scenario.Quote();
        return Sum(quote.Trace.Where(step => step.Step != TraceStep.IncludedTax).Select(step => step.Amount)) == quote.Totals.Total.Minor;
    });

    [Fact]
    public void Lines_add_up_to_the_subtotal_and_taxes_to_the_tax() => ForAll(scenario =>
    {
        var quote = scenario.Quote();
        var shippingTax = quote.Totals.Tax.Minor - Sum(quote.Lines.Select(line => line.Tax));
        return Sum(quote.Lines.Select(line => line.LineTotal)) == quote.Totals.Subtotal.Minor
            && Sum(quote.Taxes.Select(tax => tax.Amount)) == quote.Totals.Tax.Minor
            && shippingTax >= 0 && (shippingTax == 0 || quote.Shipping is not null)
            && quote.Lines.Zip(scenario.Basket.Lines).All(pair => pair.First.LineTotal == pair.Second.UnitPrice * pair.Second.Quantity);
    });

    [Fact]
    public void Nothing_is_ever_negative_and_contained_tax_is_never_more_than_the_price() => ForAll(scenario =>
    {
        var (quote, totals) = (scenario.Quote(), scenario.Quote().Totals);
        Money[] all =
        [
            totals.Subtotal, totals.Discount, totals.Shipping, totals.Tax, totals.Total,
            .. quote.Lines.Select(line => line.Tax), .. quote.Taxes.Select(tax => tax.Amount), .. quote.Trace.Select(step => step.Amount),
        ];
        return all.All(amount => !amount.IsNegative) && (!totals.TaxIncluded || totals.Tax <= totals.Total);
    });

    [Fact]
    public void The_order_of_lines_does_not_matter() => ForAll(scenario =>
    {
        var turned = scenario with { Basket = scenario.Basket with { Lines = [.. scenario.Basket.Lines.Reverse()] } };
        var (there, back) = (scenario.Quote(), turned.Quote());
        return there.Totals == back.Totals && there.Lines.OrderBy(line => line.Key, StringComparer.Ordinal).SequenceEqual(
            back.Lines.OrderBy(line => line.Key, StringComparer.Ordinal));
    });

    [Fact]
    public void Tax_of_a_line_is_each_rate_of_its_net_rounded_by_itself() => ForAll(scenario =>
    {
        var percents = scenario.Taxes.Where(tax => scenario.Basket.Destination is { } to && tax.AppliesAt(to)).Select(tax => tax.Percent)
            .ToArray();
        return scenario.Quote().Lines.All(line => IsNear(
            line.Tax.Minor,
            scenario.Terms.PricesIncludeTax
                ? line.LineTotal.Minor * percents.Sum() / (100 + percents.Sum())
                : line.LineTotal.Minor * percents.Sum() / 100,
            percents.Length));
    });

    [Fact]
    public void Without_a_destination_there_is_no_tax_and_no_shipping() => ForAll(scenario =>
    {
        var quote = (scenario with { Basket = scenario.Basket with { Destination = null } }).Quote();
        return quote.Totals is { Tax.Minor: 0, Shipping.Minor: 0 } && quote.Shipping is null && quote.Totals.Total == quote.Totals.Subtotal;
    });

    [Fact]
    public void The_options_cost_what_choosing_them_costs() => ForAll(scenario =>
        Tradepost.Pricing.Engine.Shipping.Options(scenario.Basket, scenario.Tables, scenario.Terms).All(option =>
            (scenario with { Basket = scenario.Basket with { ShippingOption = option.Id } }).Quote() is { } quote
            && quote.Totals.Shipping == option.Price && quote.Shipping == option));

    // Each rounded part is off by half a unit at most.
    private static bool IsNear(long minor, decimal exact, int parts) => Math.Abs(minor - exact) <= 0.5m * Math.Max(parts, 1);
}
