using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;

namespace Tradepost.Payments.Closing;

/// <summary>
/// Closes each day once it is over where the shop is, oldest first, from the day of the first posting on. Days on which the shop did not
/// run are closed when it runs again.
/// </summary>
internal sealed class CloseDays(Database db, ShopSettings shop, TimeProvider time) : IPeriodicJob
{
    private const int MostDays = 400;

    // Transactions that began before midnight have this long to commit. One that takes longer belongs to the next day.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    public string Name => "payments.close_days";

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task<int> Run(CancellationToken cancel)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(shop.Now.TimeZone);
        var over = DayOf(time.GetUtcNow() - Grace, zone);
        var last = await db.Row<DateOnly?>(
            $"select max(day) from payments.ledger_closes", row => row.IsDBNull(0) ? null : row.GetFieldValue<DateOnly>(0), cancel);
        var next = last is { } closed ? closed.AddDays(1) : await FirstDay(zone, cancel) ?? over;
        var done = 0;
        for (; next < over && done < MostDays; next = next.AddDays(1), done++)
        {
            await Close(next, End(next, zone), cancel);
        }

        return done;
    }

    /// <summary>The instant a day ends: the next one's midnight, or the first instant after it where clocks skip midnight.</summary>
    internal static DateTimeOffset End(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        // Where midnight comes twice, the first one ends the day.
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }

    private static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private async Task<DateOnly?> FirstDay(TimeZoneInfo zone, CancellationToken cancel)
    {
        var first = await db.Row<DateTimeOffset?>(
            $"select min(at) from payments.ledger_transactions", row => row.InstantOrNull(0), cancel);
        return first is { } at ? DayOf(at, zone) : null;
    }

    private Task Close(DateOnly day, DateTimeOffset end, CancellationToken cancel) => db.Write(
        "payments.close_day",
        tx => tx.Query($"select payments.close_day({day}, {end}, {tx.Now})", row => row.GetBoolean(0)),
        cancel);
}
