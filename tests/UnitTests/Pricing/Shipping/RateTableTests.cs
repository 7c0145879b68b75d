using FsCheck;
using FsCheck.Fluent;
using Tradepost.Pricing.ShippingMethods.Zones;

namespace Tradepost.UnitTests.Pricing.Shipping;

public sealed class RateTableTests
{
    [Theory]
    [InlineData(0, 100)]
    [InlineData(500, 100)]
    [InlineData(501, 200)]
    [InlineData(1000, 200)]
    public void A_bound_belongs_to_its_step(long grams, long price) =>
        Assert.Equal(price, new RateTable([500, 1000], [100, 200]).Price(grams));

    [Fact]
    public void Past_the_last_step_there_is_no_price_unless_it_is_open()
    {
        Assert.Null(new RateTable([500], [100]).Price(501));
        Assert.Null(RateTable.Empty.Price(0));
        Assert.Equal(300, new RateTable([500, RateTable.NoBound], [100, 300]).Price(long.MaxValue));
    }

    [Fact]
    public void A_search_finds_what_looking_from_the_start_finds()
    {
        var tables = from bounds in Gen.ListOf(Gen.Choose(0, 60)) from amount in Gen.Choose(0, 70) select (bounds, amount);
        Prop.ForAll(tables.ToArbitrary(), some =>
        {
            long[] bounds = [.. some.bounds.Distinct().Order().Select(bound => (long)bound)];
            long[] prices = [.. bounds.Select(bound => (bound * 7) + 1)];
            var first = bounds.Where(bound => bound >= some.amount).Select(bound => (long?)((bound * 7) + 1)).FirstOrDefault();
            return new RateTable(bounds, prices).Price(some.amount) == first;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }
}
