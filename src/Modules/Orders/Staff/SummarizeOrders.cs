using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Staff;

/// <summary>
/// The dashboard's figures. Counted are orders that were confirmed and not called off, on the (UTC) day they were placed.
/// </summary>
internal static class SummarizeOrders
{
    private const int Days = 14;

    internal sealed record Summary(Figures Today, Figures Yesterday, IReadOnlyList<Day> Days, long AwaitingShipment, long PendingPayment);

    internal sealed record Figures(long Orders, Money Revenue, Money AverageOrder);

    internal sealed record Day(DateOnly Date, long Orders, Money Revenue);

    internal static async Task<IResult> Handle(Database db, ShopSettings settings, TimeProvider time, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var days = await PerDay(db, today, settings.Currency, cancel);
        var open = await db.Row(
            $"""
            select count(*) filter (where status = 'processing'), count(*) filter (where status = 'pendingPayment')
            from orders.orders where status in ('processing', 'pendingPayment')
            """,
            row => (Processing: row.GetInt64(0), Pending: row.GetInt64(1)), cancel);
        return Results.Json(new Summary(Of(days[^1]), Of(days[^2]), days, open.Processing, open.Pending), ApiJson.Options);
    }

    private static Task<List<Day>> PerDay(Database db, DateOnly today, Currency currency, CancellationToken cancel) => db.Query(
        $"""
        select d.day::date, count(o.id), coalesce(sum(o.total_minor), 0)::bigint
        from generate_series({today.AddDays(1 - Days)}::timestamp, {today}::timestamp, interval '1 day') as d (day)
        left join orders.orders o on o.placed_at >= d.day at time zone 'UTC' and o.placed_at < (d.day + interval '1 day') at time zone 'UTC'
          and o.status in ('processing', 'shipped', 'delivered') and o.currency = {currency}
        group by d.day order by d.day
        """,
        row => new Day(row.GetFieldValue<DateOnly>(0), row.GetInt64(1), new Money(row.GetInt64(2), currency)), cancel);

    private static Figures Of(Day day) => new(
        day.Orders, day.Revenue, day.Orders == 0
            ? Money.Zero(day.Revenue.Currency)
            : new Money(Rounding.HalfUp.Divide(day.Revenue.Minor, day.Orders), day.Revenue.Currency));
}
