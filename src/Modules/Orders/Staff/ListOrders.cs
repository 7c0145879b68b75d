using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Orders.Reading;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Staff;

/// <summary>Staff look through all orders: by status, by payment, by the (UTC) days they were placed on, by number, name or
/// address.</summary>
internal static class ListOrders
{
    private static readonly string[] Statuses = ["", .. Words.All<OrderStatus>()];
    private static readonly string[] PaymentStatuses = ["", .. Words.All<PaymentStatus>()];

    internal sealed record Filter(string? Status, string? PaymentStatus, string? Q, string? From, string? To, string? Sort);

    internal static async Task<IResult> Handle(
        [AsParameters] Filter filter, HttpContext http, PageQuery page, Database db, CancellationToken cancel)
    {
        _ = filter; // for the API document; read below, where faults are collected
        var faults = new Faults();
        var query = http.Request.Query;
        var status = QueryValues.OneOf(query, "status", faults, Statuses);
        var paid = QueryValues.OneOf(query, "paymentStatus", faults, PaymentStatuses);
        var words = QueryValues.Text(query, "q", 200, faults);
        var (from, to) = (QueryValues.Day(query, "from", faults), QueryValues.Day(query, "to", faults));
        var sort = QueryValues.OneOf(query, "sort", faults, "-placedAt", "placedAt", "-total", "total");
        return faults.Refusal() is { } refusal
            ? refusal.ToResult()
            : Results.Json(await OrderListItem.Page(db, () => Fits(status, paid, words, from, to), () => Order(sort), page, cancel),
                ApiJson.Options);
    }

    private static SqlText Fits(string status, string paid, string? words, DateOnly? from, DateOnly? to)
    {
        List<SqlText> conditions = [Sql($"true")];
        if (status.Length > 0)
        {
            conditions.Add($"o.status = {status}");
        }

        if (paid.Length > 0)
        {
            conditions.Add($"o.payment_status = {paid}");
        }

        if (from is { } first)
        {
            conditions.Add($"o.placed_at >= {Start(first)}");
        }

        if (to is { } last)
        {
            conditions.Add($"o.placed_at < {Start(last.AddDays(1))}");
        }

        if (words is not null)
        {
            var like = "%" + words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
                .Replace("_", "\\_", StringComparison.Ordinal) + "%";
            conditions.Add($"(o.number ilike {like} or o.email ilike {like} or o.name ilike {like})");
        }

        return SqlText.Join(" and ", conditions);
    }

    private static DateTimeOffset Start(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static SqlText Sql(SqlText text) => text;

    private static SqlText Order(string sort) => sort switch
    {
        "placedAt" => Sql($"o.placed_at, o.id"),
        "total" => Sql($"o.total_minor, o.id"),
        "-total" => Sql($"o.total_minor desc, o.id"),
        _ => Sql($"o.placed_at desc, o.id desc"),
    };
}
