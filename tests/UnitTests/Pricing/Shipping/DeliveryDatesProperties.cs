using FsCheck;
using FsCheck.Fluent;
using Tradepost.Contracts.Pricing;
using Tradepost.Pricing.Delivery;

namespace Tradepost.UnitTests.Pricing.Shipping;

/// <summary>Delivery dates, whatever the calendar, the zone and the moment are.</summary>
public sealed class DeliveryDatesProperties
{
    private static readonly string[] ZoneNames =
    [
        "UTC", "Europe/Berlin", "America/New_York", "America/St_Johns", "America/Sao_Paulo", "Atlantic/Azores", "Asia/Kathmandu",
        "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Kiritimati", "Africa/Casablanca", "America/Havana",
    ];

    [Fact]
    public void Both_days_are_working_days_and_come_in_order() => ForAll(some =>
    {
        var window = some.Window(0);
        return some.Calendar.IsWorking(window.From) && some.Calendar.IsWorking(window.To) && window.From <= window.To;
    });

    [Fact]
    public void A_later_order_never_arrives_earlier() => ForAll(some =>
    {
        var (early, late) = (some.Window(0), some.Window(some.LaterMinutes));
        return early.From <= late.From && early.To <= late.To;
    });

    [Fact]
    public void As_many_working_days_pass_as_handling_and_way_take_after_the_first_open_one() => ForAll(some =>
    {
        var local = TimeZoneInfo.ConvertTime(some.At, some.Zone).DateTime;
        if (some.Zone.GetUtcOffset(some.At.AddDays(1)) != some.Zone.GetUtcOffset(some.At.AddDays(-1)))
        {
            return true; // days when clocks change have tests of their own
        }

        var day = DateOnly.FromDateTime(local);
        var counts = some.Calendar.IsWorking(day) && TimeOnly.FromDateTime(local) < some.Calendar.CutOff;
        var need = some.Calendar.HandlingDays + some.Days.Min + (counts ? 0 : 1);
        while (need > 0)
        {
            day = day.AddDays(1);
            need -= some.Calendar.IsWorking(day) ? 1 : 0;
        }

        return some.Window(0).From == day;
    });

    [Theory]
    [InlineData("2026-11-25T18:59:59Z", "2026-11-25")] // 13:59:59 in New York, a Wednesday
    [InlineData("2026-11-25T19:00:00Z", "2026-11-27")] // 14:00: after Thanksgiving
    [InlineData("2026-11-26T04:59:59Z", "2026-11-27")] // still Wednesday night there
    [InlineData("2026-11-27T19:00:00Z", "2026-11-30")] // the weekend between
    public void The_cut_off_is_in_the_shops_own_zone_and_holidays_and_weekends_pass(string at, string from)
    {
        var calendar = DeliveryCalendar.Weekdays with { Holidays = new HashSet<DateOnly> { new(2026, 11, 26) } };
        Assert.Equal(Day(from), Estimate(at, "America/New_York", calendar, new(0, 0)).From);
    }

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", 2, 30, "2026-03-29")] // Berlin leaps from 2:00 to 3:00: 2:30 counts half an hour after the leap
    [InlineData("2026-03-29T01:29:59Z", 2, 30, "2026-03-29")]
    [InlineData("2026-03-29T01:30:00Z", 2, 30, "2026-03-30")]
    [InlineData("2026-10-25T00:29:59Z", 2, 30, "2026-10-25")] // 2:30 comes twice: the first one ends the day
    [InlineData("2026-10-25T00:30:00Z", 2, 30, "2026-10-26")]
    [InlineData("2026-10-25T01:15:00Z", 2, 30, "2026-10-26")] // 2:15 for the second time
    public void When_clocks_change_the_cut_off_still_comes_once(string at, int hour, int minute, string from)
    {
        var daily = new DeliveryCalendar(new(hour, minute), 0, Enum.GetValues<DayOfWeek>().ToHashSet(), new HashSet<DateOnly>());
        Assert.Equal(Day(from), Estimate(at, "Europe/Berlin", daily, new(0, 0)).From);
    }

    [Fact]
    public void A_zone_nobody_knows_counts_as_utc() => Assert.Equal(TimeZoneInfo.Utc, ShopTime.ZoneOf("Mars/Olympus_Mons"));

    private static DeliveryWindow Estimate(string at, string zone, DeliveryCalendar calendar, EstimatedDays days) =>
        DeliveryDates.Estimate(new(DateTimeOffset.Parse(at, null), TimeZoneInfo.FindSystemTimeZoneById(zone)), calendar, days);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    private static void ForAll(Func<Case, bool> holds) =>
        Prop.ForAll(ByChance().ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    private static Gen<Case> ByChance() =>
        from zone in Gen.Elements(ZoneNames)
        from minutes in Gen.Choose(0, 4 * 366 * 24 * 60)
        from later in Gen.OneOf(Gen.Choose(0, 180), Gen.Choose(0, 20_000))
        from cutOff in Gen.Choose(0, (24 * 60) - 1)
        from handling in Gen.Choose(0, 3)
        from first in Gen.Choose(0, 6)
        from week in Gen.SubListOf(Enum.GetValues<DayOfWeek>())
        from holidays in Gen.ListOf(Gen.Choose(0, 4 * 366))
        from min in Gen.Choose(0, 10)
        from more in Gen.Choose(0, 10)
        let start = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)
        let calendar = new DeliveryCalendar(
            TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(cutOff)), handling, week.Append((DayOfWeek)first).ToHashSet(),
            holidays.Select(day => new DateOnly(2024, 1, 1).AddDays(day)).ToHashSet())
        select new Case(start.AddMinutes(minutes), TimeZoneInfo.FindSystemTimeZoneById(zone), calendar, new(min, min + more), later);

    private sealed record Case(DateTimeOffset At, TimeZoneInfo Zone, DeliveryCalendar Calendar, EstimatedDays Days, int LaterMinutes)
    {
        public DeliveryWindow Window(int minutesLater) =>
            DeliveryDates.Estimate(new(At.AddMinutes(minutesLater), Zone), Calendar, Days);
    }
}
