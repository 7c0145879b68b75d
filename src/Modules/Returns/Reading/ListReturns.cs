using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Returns;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Returns.Reading;

/// <summary>A customer's own returns, the newest first.</summary>
internal static class ListMyReturns
{
    internal static async Task<IResult> Handle(PageQuery page, Caller caller, Database db, CancellationToken cancel) =>
        Results.Json(
            await ReturnRows.Page(db, () => $"r.customer_id = {caller.UserId!.Value}", page, cancel), ApiJson.Options);
}

/// <summary>Staff look through all returns: by where they stand, by number, order or name.</summary>
internal static class ListReturns
{
    private static readonly string[] Statuses = ["", "open", .. Words.All<ReturnStatus>()];

    internal sealed record Filter(string? Status, string? Q, string? OrderId);

    internal static async Task<IResult> Handle(
        [AsParameters] Filter filter, HttpContext http, PageQuery page, Database db, CancellationToken cancel)
    {
        _ = filter; // for the API document; read below, where faults are collected
        var faults = new Faults();
        var status = QueryValues.OneOf(http.Request.Query, "status", faults, Statuses);
        var words = QueryValues.Text(http.Request.Query, "q", 200, faults);
        var order = QueryValues.Text(http.Request.Query, "orderId", 40, faults);
        var parsed = OrderId.TryParse(order, null, out var orderId);
        faults.Unless(order is null || parsed, "orderId", "must be a UUID");
        return faults.Refusal() is { } refusal
            ? refusal.ToResult()
            : Results.Json(
                await ReturnRows.Page(db, () => Fits(status, words, order is null ? null : orderId), page, cancel), ApiJson.Options);
    }

    private static SqlText Fits(string status, string? words, OrderId? order)
    {
        List<SqlText> conditions = [Sql($"true")];
        if (status == "open")
        {
            conditions.Add($"r.status not in ('refused', 'closed', 'cancelled')");
        }
        else if (status.Length > 0)
        {
            conditions.Add($"r.status = {status}");
        }

        if (order is { } id)
        {
            conditions.Add($"r.order_id = {id}");
        }

        if (words is not null)
        {
            var like = "%" + words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
                .Replace("_", "\\_", StringComparison.Ordinal) + "%";
            conditions.Add($"(r.number ilike {like} or r.order_number ilike {like} or r.customer_name ilike {like})");
        }

        return SqlText.Join(" and ", conditions);
    }

    private static SqlText Sql(SqlText text) => text;
}

/// <summary>Pages of returns, the newest first.</summary>
internal static class ReturnRows
{
    public static async Task<Paged<ReturnListItem>> Page(Database db, Func<SqlText> fits, PageQuery page, CancellationToken cancel)
    {
        var total = await db.Query($"select count(*) from returns.returns r where {fits()}", row => row.GetInt64(0), cancel);
        var items = await db.Query(
            $"""
            select r.id, r.number, r.order_id, r.order_number, r.customer_name, r.kind, r.status, r.requested_at,
              l.units, l.names::text, r.refund_minor, r.currency
            from returns.returns r
            cross join lateral (
              select sum(quantity)::int as units, jsonb_agg(name order by position) as names
              from returns.return_lines where return_id = r.id) l
            where {fits()} order by r.requested_at desc, r.id desc limit {page.PageSize} offset {page.Offset}
            """,
            row => new ReturnListItem(
                row.Id<Contracts.Kinds.Return>(0), row.GetString(1), row.Id<Contracts.Kinds.Order>(2), row.GetString(3), row.GetString(4),
                Words.Parse<ReturnKind>(row.GetString(5)), Words.Parse<ReturnStatus>(row.GetString(6)), row.Instant(7), row.GetInt32(8),
                row.Json<List<string>>(9), row.MoneyOrNull(10, 11)), cancel);
        return new(items, page.Page, page.PageSize, total[0]);
    }
}
