using Microsoft.AspNetCore.Http;
using Npgsql;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Promotions.Codes;

namespace Tradepost.Pricing.Promotions.Usage;

/// <summary>
/// How a promotion is used: orders that hold it, what it took off, what these orders came to; in all and by day, in the shop's time zone.
/// Orders that were called off do not count.
/// </summary>
internal static class ShowUsage
{
    private const int MostDays = 366;

    internal sealed record Filter(string? From, string? To);

    internal sealed record Report(DateOnly From, DateOnly To, Figures Total, IReadOnlyList<Day> Days);

    internal sealed record Figures(long Orders, Money Discount, Money Revenue, long GivenBack);

    internal sealed record Day(DateOnly Date, long Orders, Money Discount, Money Revenue);

    internal sealed record UseView(
        OrderId OrderId, string? Code, Money Amount, Money OrderTotal, DateTimeOffset UsedAt, DateTimeOffset? GivenBackAt);

    internal static async Task<IResult> Handle(
        PromotionId id, [AsParameters] Filter filter, HttpContext http, Database db, ShopSettings shop, TimeProvider time,
        CancellationToken cancel)
    {
        _ = filter; // for the API document; read below, where faults are collected
        var faults = new Faults();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(shop.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
        var to = QueryValues.Day(http.Request.Query, "to", faults) ?? today;
        var from = QueryValues.Day(http.Request.Query, "from", faults) ?? to.AddDays(-29);
        faults.Unless(from <= to, "from", "must not be after to");
        faults.Unless(to.DayNumber - from.DayNumber < MostDays, "from", $"must be at most {MostDays} days before to");
        if ((faults.Refusal() ?? await ListCodes.Missing(db, id, cancel)) is { } refusal)
        {
            return refusal.ToResult();
        }

        var days = await Days(db, id, from, to, shop, cancel);
        var total = await Total(db, id, from, to, shop, cancel);
        return Results.Json(new Report(from, to, total, days), ApiJson.Options);
    }

    internal static async Task<IResult> List(PromotionId id, PageQuery page, Database db, CancellationToken cancel)
    {
        if (await ListCodes.Missing(db, id, cancel) is { } refusal)
        {
            return refusal.ToResult();
        }

        var uses = await db.Query(
            $"""
            select order_id, code, amount_minor, order_total_minor, currency, used_at, given_back_at from pricing.promotion_uses
            where promotion_id = {id} order by used_at desc, id limit {page.PageSize} offset {page.Offset}
            """,
            Read, cancel);
        var total = await db.Row(
            $"select count(*) from pricing.promotion_uses where promotion_id = {id}", row => row.GetInt64(0), cancel);
        return Results.Json(new Paged<UseView>(uses, page.Page, page.PageSize, total), ApiJson.Options);
    }

    private static Task<List<Day>> Days(
        Database db, PromotionId id, DateOnly from, DateOnly to, ShopSettings shop, CancellationToken cancel) => db.Query(
        $"""
        select d.day::date, count(u.id), coalesce(sum(u.amount_minor), 0)::bigint, coalesce(sum(u.order_total_minor), 0)::bigint
        from generate_series({from}::timestamp, {to}::timestamp, interval '1 day') as d (day)
        left join pricing.promotion_uses u on u.promotion_id = {id} and u.given_back_at is null
          and u.used_at >= d.day at time zone {shop.TimeZone} and u.used_at < (d.day + interval '1 day') at time zone {shop.TimeZone}
        group by d.day order by d.day
        """,
        row => new Day(
            row.GetFieldValue<DateOnly>(0), row.GetInt64(1), new Money(row.GetInt64(2), shop.Currency),
            new Money(row.GetInt64(3), shop.Currency)), cancel);

    private static Task<Figures> Total(
        Database db, PromotionId id, DateOnly from, DateOnly to, ShopSettings shop, CancellationToken cancel) => db.Row(
        $"""
        select count(*) filter (where given_back_at is null), coalesce(sum(amount_minor) filter (where given_back_at is null), 0)::bigint,
          coalesce(sum(order_total_minor) filter (where given_back_at is null), 0)::bigint, count(given_back_at)
        from pricing.promotion_uses
        where promotion_id = {id} and used_at >= {from}::timestamp at time zone {shop.TimeZone}
          and used_at < ({to}::timestamp + interval '1 day') at time zone {shop.TimeZone}
        """,
        row => new Figures(
            row.GetInt64(0), new Money(row.GetInt64(1), shop.Currency), new Money(row.GetInt64(2), shop.Currency), row.GetInt64(3)),
        cancel)!;

    private static UseView Read(NpgsqlDataReader row) => new(
        row.Id<Contracts.Kinds.Order>(0), row.TextOrNull(1), row.Money(2, 4), row.Money(3, 4), row.Instant(5), row.InstantOrNull(6));
}
