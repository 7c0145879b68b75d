using FsCheck;
using FsCheck.Fluent;
using Tradepost.Contracts.Shop;
using Tradepost.Returns.Rules;

namespace Tradepost.UnitTests.Returns;

/// <summary>Until when something may come back.</summary>
public sealed class ReturnWindowTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static ReturnFacts Days(int days) => new() { WindowDays = days };

    [Fact]
    public void The_day_of_arrival_does_not_count_and_the_last_day_counts_whole()
    {
        var window = ReturnWindow.Of("US", At("2026-03-02T23:30:00Z"), Days(30), TimeZoneInfo.Utc);
        Assert.True(window.IsOpen(At("2026-04-01T23:59:59Z")));
        Assert.False(window.IsOpen(At("2026-04-02T00:00:00Z")));
    }

    [Fact]
    public void Days_are_the_shops()
    {
        // 23:30 in UTC is the next day in Berlin.
        var window = ReturnWindow.Of("US", At("2026-03-02T23:30:00Z"), Days(1), Berlin);
        Assert.Equal(At("2026-03-04T23:00:00Z"), window.Until);
    }

    [Theory]
    [InlineData("2026-03-02T12:00:00Z", "2026-03-17T00:00:00Z")] // the 16th is a Monday
    [InlineData("2026-03-06T12:00:00Z", "2026-03-21T00:00:00Z")] // the 20th is a Friday
    [InlineData("2026-03-07T12:00:00Z", "2026-03-24T00:00:00Z")] // Saturday the 21st: until Monday
    [InlineData("2026-03-08T12:00:00Z", "2026-03-24T00:00:00Z")] // Sunday the 22nd: until Monday
    public void A_consumer_in_the_union_has_fourteen_days_and_no_period_ends_on_a_weekend(string arrived, string end) =>
        Assert.Equal(At(end), ReturnWindow.Of("DE", At(arrived), Days(0), TimeZoneInfo.Utc).WithdrawUntil);

    [Fact]
    public void A_shop_that_takes_nothing_back_does_so_where_the_law_says_so()
    {
        var arrived = At("2026-03-02T12:00:00Z");
        Assert.False(ReturnWindow.Of("US", arrived, Days(0), TimeZoneInfo.Utc).IsOpen(arrived));
        Assert.True(ReturnWindow.Of("FR", arrived, Days(0), TimeZoneInfo.Utc).IsOpen(arrived.AddDays(14)));
        Assert.True(ReturnWindow.Of("FR", arrived, Days(0), TimeZoneInfo.Utc).MayWithdraw(arrived.AddDays(14)));
        Assert.False(ReturnWindow.Of("US", arrived, Days(30), TimeZoneInfo.Utc).MayWithdraw(arrived));
    }

    [Fact]
    public void While_a_parcel_is_on_its_way_no_day_is_counted()
    {
        var window = ReturnWindow.Of("AT", null, Days(30), TimeZoneInfo.Utc);
        Assert.Null(window.Until);
        Assert.True(window.IsOpen(DateTimeOffset.MaxValue));
        Assert.True(window.MayWithdraw(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Whoever_arrives_when_never_has_less_than_the_days_promised_nor_two_days_more_than_a_weekend()
    {
        var property = Prop.ForAll(
            ArbMap.Default.ArbFor<DateTime>().Filter(day => day.Year is > 1990 and < 2090), Gen.Choose(1, 400).ToArbitrary(),
            Gen.Elements("US", "DE", "GR", "NO", "GB").ToArbitrary(), (moment, days, country) =>
            {
                var arrived = new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc));
                var window = ReturnWindow.Of(country, arrived, Days(days), Berlin);
                var promised = EuropeanUnion.Covers(country) ? Math.Max(days, 14) : days;
                var least = arrived.AddDays(promised).AddHours(-1); // a clock may have been put forward
                return window.Until >= least && window.Until <= arrived.AddDays(promised + 3).AddHours(1)
                    && (window.WithdrawUntil is null || window.Until >= window.WithdrawUntil);
            });
        property.QuickCheckThrowOnFailure();
    }
}
