using FsCheck;
using FsCheck.Fluent;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;
using Tradepost.Pricing.SpecialPrices;

namespace Tradepost.UnitTests.Pricing;

/// <summary>Which special price a line gets.</summary>
public sealed class SpecialPriceTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly VariantId Some = VariantId.New();

    private static SpecialPrice Special(
        long price, int from = 1, string? group = null, DateTimeOffset? starts = null, DateTimeOffset? ends = null,
            string currency = "USD") =>
        new(Some, group, from, new Money(price, Currency.Of(currency)), starts, ends);

    private static Money? Of(int quantity, string[] groups, params SpecialPrice[] prices)
    {
        var basket = Baskets.Basket(null, null, Baskets.Line("a", 1000, quantity) with { VariantId = Some });
        var found = SpecialPrice.Resolve(
            basket, new Dictionary<VariantId, SpecialPrice[]> { [Some] = prices }, groups, Now);
        return found.TryGetValue("a", out var price) ? price : null;
    }

    private static Money Usd(long minor) => new(minor, Currency.Usd);

    [Fact]
    public void A_quantity_price_counts_from_its_quantity_on()
    {
        Assert.Null(Of(4, [], Special(900, from: 5)));
        Assert.Equal(Usd(900), Of(5, [], Special(900, from: 5)));
        Assert.Equal(Usd(800), Of(10, [], Special(900, from: 5), Special(800, from: 10)));
    }

    [Fact]
    public void A_group_price_is_for_its_group_alone()
    {
        Assert.Null(Of(1, [], Special(900, group: "trade")));
        Assert.Null(Of(1, ["Trade"], Special(900, group: "trade")));
        Assert.Equal(Usd(900), Of(1, ["member", "trade"], Special(900, group: "trade")));
    }

    [Fact]
    public void The_lowest_of_what_applies_wins() =>
        Assert.Equal(Usd(700), Of(5, ["trade"], Special(800, from: 5), Special(700, group: "trade"), Special(600, from: 6)));

    [Fact]
    public void A_special_price_never_makes_anything_dearer() => Assert.Null(Of(1, [], Special(1001), Special(1000)));

    [Fact]
    public void A_window_includes_its_start_and_not_its_end()
    {
        Assert.Equal(Usd(900), Of(1, [], Special(900, starts: Now)));
        Assert.Null(Of(1, [], Special(900, starts: Now.AddTicks(1))));
        Assert.Null(Of(1, [], Special(900, ends: Now)));
        Assert.Equal(Usd(900), Of(1, [], Special(900, ends: Now.AddTicks(1))));
    }

    [Fact]
    public void A_price_in_another_currency_is_no_price() => Assert.Null(Of(1, [], Special(1, currency: "JPY")));

    [Fact]
    public void The_unit_price_makes_the_line_and_the_trace()
    {
        var line = Baskets.Line("a", 1000, 3) with { VariantId = Some };
        var basket = Baskets.Basket(null, null, line);
        var circumstances = Circumstances.None with
        {
            UnitPrices = SpecialPrice.Resolve(basket, new Dictionary<VariantId, SpecialPrice[]> { [Some] = [Special(900, from: 3)] }, [],
                Now),
        };
        var quote = PriceBasket.Price(basket, Baskets.Tables([]), Baskets.Plain, circumstances).Value;
        Assert.Equal((Usd(900), Usd(2700)), (quote.Lines[0].UnitPrice, quote.Totals.Total));
        Assert.Equal(2700, quote.Trace.Sum(step => step.Amount.Minor));
    }

    [Fact]
    public void More_units_never_cost_more_each() => Prop.ForAll(
        (from prices in Gen.ArrayOf(Gen.Choose(1, 1200), 6)
         from quantities in Gen.ArrayOf(Gen.Choose(1, 20), 6)
         from units in Gen.Choose(1, 19)
         select (prices, quantities, units)).ToArbitrary(),
        it =>
        {
            var all = it.prices.Zip(it.quantities, (price, from) => Special(price, from)).ToArray();
            var (few, more) = (Of(it.units, [], all) ?? Usd(1000), Of(it.units + 1, [], all) ?? Usd(1000));
            return more <= few && few <= Usd(1000);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_faulty_field_of_a_special_price_is_named()
    {
        var faults = new Faults();
        new SpecialPriceInput(null, "No Group", 0, new Money(-1, Currency.Usd), Now, Now).Check("prices[2].", null, faults);
        Assert.Equal(
            ["prices[2].customerGroup", "prices[2].endsAt", "prices[2].minQuantity", "prices[2].price", "prices[2].variantId"],
            faults.Refusal()!.Fields.Keys.Order());
    }
}
