using Microsoft.EntityFrameworkCore;

namespace Tradepost.Pricing.Delivery;

/// <summary>The delivery calendar as it is stored: one row.</summary>
internal sealed class StoredCalendar
{
    /// <summary>Always 1.</summary>
    public required int Id { get; init; }

    public required TimeOnly CutOff { get; set; }

    public required int HandlingDays { get; set; }

    /// <summary>ISO: 1 is Monday, 7 is Sunday.</summary>
    public required int[] WorkingDays { get; set; }

    public int Version { get; set; } = 1;

    public required DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>A day nobody works on.</summary>
internal sealed class Holiday
{
    public required DateOnly Day { get; init; }

    public required string Name { get; init; }
}

/// <summary>Reading the calendar.</summary>
internal static class Calendars
{
    public static async Task<(StoredCalendar Calendar, List<Holiday> Holidays)> Read(PricingDb context, CancellationToken cancel) => (
        await context.Calendars.AsNoTracking().SingleAsync(cancel),
        await context.Holidays.AsNoTracking().OrderBy(holiday => holiday.Day).ToListAsync(cancel));

    public static async Task<DeliveryCalendar> ForReckoning(PricingDb context, CancellationToken cancel)
    {
        var (calendar, holidays) = await Read(context, cancel);
        return new(
            calendar.CutOff, calendar.HandlingDays, calendar.WorkingDays.Select(day => (DayOfWeek)(day % 7)).ToHashSet(),
            holidays.Select(holiday => holiday.Day).ToHashSet());
    }
}
