using System.Globalization;
using System.Text.Json.Serialization;
using Tradepost.Platform.Http;

namespace Tradepost.Pricing.Delivery;

/// <summary>The delivery calendar as staff send it, whole.</summary>
/// <param name="CutOff">"14:00", in the shop's zone.</param>
/// <param name="HandlingDays">Working days, 0–60.</param>
/// <param name="WorkingDays">"monday" … "sunday", at least one.</param>
/// <param name="Holidays">Days with names.</param>
internal sealed record CalendarInput(
    string? CutOff, int? HandlingDays, IReadOnlyList<string?>? WorkingDays, IReadOnlyList<HolidayInput?>? Holidays) : IChecked
{
    public static readonly string[] Week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public void Check(Faults faults)
    {
        faults.Text("cutOff", CutOff, 5);
        faults.Unless(CutOff is null || Time(CutOff) is not null, "cutOff", "must be a time like 14:00");
        faults.Range("handlingDays", HandlingDays, 0, DeliveryCalendar.MaxHandlingDays);
        faults.Required("workingDays", WorkingDays);
        var days = WorkingDays ?? [];
        faults.Unless(days.Count > 0, "workingDays", "must hold at least one day: the shop would never send anything");
        faults.Unless(days.All(day => Week.Contains(day, StringComparer.Ordinal)), "workingDays", "must be names of days, like monday");
        faults.Required("holidays", Holidays);
        CheckHolidays(faults, Holidays ?? []);
    }

    /// <summary>The time written so; null when it is none.</summary>
    public static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public int[] IsoDays() => [.. WorkingDays!.Select(day => Array.IndexOf(Week, day!) + 1).Distinct().Order()];

    private static void CheckHolidays(Faults faults, IReadOnlyList<HolidayInput?> holidays)
    {
        faults.Unless(holidays.Count <= DeliveryCalendar.MaxHolidays, "holidays", $"can be at most {DeliveryCalendar.MaxHolidays}");
        var seen = new HashSet<DateOnly>();
        for (var i = 0; i < Math.Min(holidays.Count, DeliveryCalendar.MaxHolidays); i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"holidays[{i}]");
            var day = holidays[i]?.Date;
            faults.Unless(day is { Year: >= 2000 and <= 2200 }, $"{at}.date", "must be a day like 2026-12-25");
            faults.Text($"{at}.name", holidays[i]?.Name, 100);
            faults.Unless(day is null || seen.Add(day.Value), $"{at}.date", "is there twice");
        }
    }
}

/// <summary>A holiday as a client sends it.</summary>
internal sealed record HolidayInput(DateOnly? Date, string? Name);

/// <summary>The delivery calendar as the API shows it.</summary>
/// <param name="CutOff">"14:00", in the shop's zone.</param>
/// <param name="HandlingDays">Working days before a parcel is handed over.</param>
/// <param name="WorkingDays">"monday" … "sunday".</param>
/// <param name="Holidays">By date.</param>
/// <param name="TimeZone">The shop's zone, an IANA name. A setting of the shop, not of the calendar.</param>
/// <param name="Version">For the ETag.</param>
internal sealed record CalendarView(
    string CutOff, int HandlingDays, IReadOnlyList<string> WorkingDays, IReadOnlyList<HolidayView> Holidays, string TimeZone,
    [property: JsonIgnore] int Version)
{
    public static CalendarView Of(StoredCalendar calendar, IEnumerable<Holiday> holidays, string timeZone) => new(
        calendar.CutOff.ToString("HH:mm", CultureInfo.InvariantCulture), calendar.HandlingDays,
        [.. calendar.WorkingDays.Select(day => CalendarInput.Week[day - 1])],
        [.. holidays.Select(holiday => new HolidayView(holiday.Day, holiday.Name))], timeZone, calendar.Version);
}

/// <summary>A holiday.</summary>
internal sealed record HolidayView(DateOnly Date, string Name);
