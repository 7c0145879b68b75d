using FsCheck;
using FsCheck.Fluent;
using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;
using Tradepost.Pricing.Taxes.Exemptions;
using static Tradepost.UnitTests.Pricing.Baskets;

namespace Tradepost.UnitTests.Pricing.Taxes;

public sealed class TaxExemptTests
{
    private static readonly Circumstances Exempt = new() { TaxExemption = "DE-4711" };
    private static readonly PriceTables Shop = Tables([Tax("VAT", "DE", null, 19m, onShipping: true)], Method("standard", 490));

    [Fact]
    public void Who_is_exempt_pays_no_tax_and_the_trace_names_the_certificate()
    {
        var quote = PriceBasket.Price(Basket(Germany, Shop.ShippingMethods[0], Line("a", 1000, 2)), Shop, Plain, Exempt).Value;
        Assert.Equal((2000, 490, 0, 2490), Sums(quote));
        Assert.Empty(quote.Taxes);
        Assert.Equal("DE-4711", quote.TaxExemption);
        Assert.Equal(new TraceStep("tax", "Tax exempt, no. DE-4711", Money.Zero(Currency.Usd)), quote.Trace[^1]);
    }

    [Fact]
    public void From_prices_that_include_tax_it_comes_off_unit_by_unit()
    {
        // 9.99 / 1.19 = 8.3950 → 8.39 after 1.595 of tax is rounded to 1.60; 4.90 / 1.19 = 4.1176, tax .7824 → .78.
        var quote = PriceBasket.Price(Basket(Germany, Shop.ShippingMethods[0], Line("a", 999, 3)), Shop, TaxIncluded, Exempt).Value;
        Assert.Equal(839, quote.Lines[0].UnitPrice.Minor);
        Assert.Equal((3 * 839, 412, 0, (3 * 839) + 412), Sums(quote));
        Assert.Equal(412, quote.Shipping!.Price.Minor);
        Assert.False(quote.Totals.TaxIncluded);
    }

    [Fact]
    public void Several_contained_taxes_all_come_off()
    {
        var tables = Tables([Tax("Federal", "CA", null, 5m), Tax("Quebec", "CA", "QC", 9.975m)]);
        var place = new Destination("CA", "QC", null, null);

        // 114.98 holds 5.00 (5.0000…) and 9.98 (9.9754…).
        var quote = PriceBasket.Price(Basket(place, null, Line("a", 11498, 1)), tables, TaxIncluded, Exempt).Value;
        Assert.Equal(10_000, quote.Totals.Total.Minor);
    }

    [Fact]
    public void Where_nothing_is_due_nothing_comes_off()
    {
        var quote = PriceBasket.Price(Basket(California, null, Line("a", 999, 3)), Shop, TaxIncluded, Exempt).Value;
        Assert.Equal(2997, quote.Totals.Total.Minor);
    }

    [Fact]
    public void Whatever_is_bought_an_exempt_customer_pays_at_most_as_much_no_tax_and_the_trace_adds_up() =>
        Prop.ForAll(ByChance().ToArbitrary(), some =>
        {
            var taxed = some.Quote();
            var free = PriceBasket.Price(some.Basket, some.Tables, some.Terms, Exempt).Value;
            return free.Totals.Tax.IsZero && free.Lines.All(line => line.Tax.IsZero)
                && free.Totals.Total.Minor <= taxed.Totals.Total.Minor
                && free.Trace.Sum(step => step.Amount.Minor) == free.Totals.Total.Minor
                && free.Totals.Total == free.Totals.Subtotal - free.Totals.Discount + free.Totals.Shipping
                && (some.Terms.PricesIncludeTax || free.Totals.Subtotal == taxed.Totals.Subtotal);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_certificate_holds_in_its_place_from_its_first_to_its_last_day()
    {
        var some = Certificate("DE", null, new(2026, 1, 1), new(2026, 12, 31));
        TaxExemption? At(Destination place, DateOnly day) => TaxExemption.At([some], place, day);

        Assert.Null(At(Germany, new(2025, 12, 31)));
        Assert.Same(some, At(Germany, new(2026, 1, 1)));
        Assert.Same(some, At(Germany, new(2026, 12, 31)));
        Assert.Null(At(Germany, new(2027, 1, 1)));
        Assert.Null(At(California, new(2026, 6, 1)));
    }

    [Fact]
    public void A_certificate_of_the_state_goes_before_that_of_the_country_and_holds_nowhere_else()
    {
        var (country, state) = (Certificate("US", null), Certificate("US", "CA"));
        Assert.Same(state, TaxExemption.At([country, state], California, new(2026, 1, 1)));
        Assert.Same(country, TaxExemption.At([country, state], new("US", "TX", null, null), new(2026, 1, 1)));
        Assert.Null(TaxExemption.At([state], new("US", null, null, null), new(2026, 1, 1)));
    }

    private static (long, long, long, long) Sums(Quote quote) =>
        (quote.Totals.Subtotal.Minor, quote.Totals.Shipping.Minor, quote.Totals.Tax.Minor, quote.Totals.Total.Minor);

    private static TaxExemption Certificate(string country, string? state, DateOnly? from = null, DateOnly? until = null) => new()
    {
        Id = Id<TaxExemption>.New(), UserId = UserId.New(), Number = "X", Country = country, State = state, ValidFrom = from,
        ValidUntil = until, CreatedAt = default, UpdatedAt = default,
    };
}
