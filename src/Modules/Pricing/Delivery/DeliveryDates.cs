using Tradepost.Contracts.Pricing;

namespace Tradepost.Pricing.Delivery;

/// <summary>Reckons when something ordered now arrives. Pure.</summary>
internal static class DeliveryDates
{
    // A year of 365 working days with one working day a week and all holidays allowed ends well before this.
    private const int Horizon = 10_000;

    /// <summary>
    /// The order counts for the first working day whose cut-off is still to come; then the handling days pass, then those of the way, all
    /// of them working days. So both ends are working days, and a later order never arrives earlier.
    /// </summary>
    public static DeliveryWindow Estimate(ShopTime now, DeliveryCalendar calendar, EstimatedDays days)
    {
        var ordered = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now.Instant, now.Zone).DateTime);
        while (!calendar.IsWorking(ordered) || now.Instant >= CutOffOn(ordered, calendar.CutOff, now.Zone))
        {
            ordered = ordered.AddDays(1);
        }

        var sent = Working(ordered, calendar.HandlingDays, calendar);
        var from = Working(sent, days.Min, calendar);
        return new(from, Working(from, days.Max - days.Min, calendar));
    }

    // A time that clocks show twice that day is meant the first time; one they leap over counts as far behind the leap.
    private static DateTimeOffset CutOffOn(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        return new(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
    }

    private static DateOnly Working(DateOnly from, int days, DeliveryCalendar calendar)
    {
        var (day, left) = (from, days);
        for (var step = 0; left > 0 && step < Horizon; step++)
        {
            day = day.AddDays(1);
            left -= calendar.IsWorking(day) ? 1 : 0;
        }

        return day;
    }
}
