namespace Tradepost.Pricing.Delivery;

/// <summary>The days the shop and its carriers work on.</summary>
/// <param name="CutOff">Orders before this time, in the shop's zone, are sent the same working day.</param>
/// <param name="HandlingDays">Working days between an order and its handing over.</param>
/// <param name="WorkingDays">Days of the week, at least one.</param>
/// <param name="Holidays">Days nobody works on, whatever day of the week they are.</param>
internal sealed record DeliveryCalendar(
    TimeOnly CutOff, int HandlingDays, IReadOnlySet<DayOfWeek> WorkingDays, IReadOnlySet<DateOnly> Holidays)
{
    public const int MaxHandlingDays = 60;
    public const int MaxHolidays = 400;

    /// <summary>Monday to Friday, until two in the afternoon: how a new shop begins.</summary>
    public static readonly DeliveryCalendar Weekdays = new(
        new(14, 0), 0,
        new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday },
        new HashSet<DateOnly>());

    public bool IsWorking(DateOnly day) => WorkingDays.Contains(day.DayOfWeek) && !Holidays.Contains(day);
}

/// <summary>An instant, and the zone in which the shop's days begin and end.</summary>
internal sealed record ShopTime(DateTimeOffset Instant, TimeZoneInfo Zone)
{
    /// <summary>The zone of this IANA name. One the machine does not know counts as UTC: prices must not fail over a date.</summary>
    public static TimeZoneInfo ZoneOf(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
