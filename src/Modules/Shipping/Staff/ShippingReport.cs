using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Shipping.Staff;

/// <summary>How well parcels kept what customers were told, over the last 90 days.</summary>
internal static class ShippingReport
{
    private const int Days = 90;

    /// <param name="Carrier">Who had them.</param>
    /// <param name="Delivered">Parcels that arrived.</param>
    /// <param name="Promised">Those of them a day was named for.</param>
    /// <param name="OnTime">Those of them that were there by that day.</param>
    /// <param name="AverageHours">From the house to the door.</param>
    internal sealed record Row(string Carrier, long Delivered, long Promised, long OnTime, double AverageHours)
    {
        /// <summary>Whole percent; null while no day was named for any.</summary>
        public long? OnTimePercent => Promised == 0 ? null : Rounding.HalfUp.Divide(OnTime * 100, Promised);
    }

    /// <param name="Days">How far back it looks.</param>
    /// <param name="All">All carriers together.</param>
    /// <param name="Carriers">Each, the busiest first.</param>
    /// <param name="Packed">Labels waiting in the house.</param>
    /// <param name="Exceptions">Parcels somebody should look after.</param>
    internal sealed record Report(int Days, Row All, IReadOnlyList<Row> Carriers, long Packed, long Exceptions);

    internal static async Task<IResult> Handle(Database db, Contracts.Shop.ShopSettings settings, TimeProvider time, CancellationToken cancel)
    {
        var since = time.GetUtcNow() - TimeSpan.FromDays(Days);
        var rows = await db.Query(
            $"""
            select coalesce(carrier, ''), count(*), count(due_on),
              count(*) filter (where (delivered_at at time zone {settings.TimeZone})::date <= due_on),
              coalesce(extract(epoch from avg(delivered_at - shipped_at)) / 3600, 0)::float8
            from shipping.shipments where delivered_at >= {since}
            group by grouping sets ((carrier), ()) order by grouping(carrier) desc, count(*) desc, 1
            """,
            row => new Row(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetDouble(4)), cancel);
        var open = await db.Row(
            $"""
            select count(*) filter (where status = 'packed'), count(*) filter (where status = 'exception')
            from shipping.shipments where status in ('packed', 'exception')
            """,
            row => (Packed: row.GetInt64(0), Exceptions: row.GetInt64(1)), cancel);
        return Results.Json(new Report(Days, rows[0], [.. rows.Skip(1)], open.Packed, open.Exceptions), ApiJson.Options);
    }
}
