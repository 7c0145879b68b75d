using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Staff;

/// <summary>
/// The orders of a list as CSV, sent while they are read. Cells a spreadsheet would take for a formula are made plain text: what they say
/// was typed by strangers.
/// </summary>
internal static class ExportOrders
{
    private const int BatchSize = 1000;
    private const string Head = "number,placed,status,payment,email,name,country,currency,total,units,tags\r\n";

    internal static async Task Handle(
        [AsParameters] OrderFilter.Query asked, HttpContext http, Database db, ShopSettings shop, TimeProvider time,
        CancellationToken cancel)
    {
        _ = asked;
        var faults = new Faults();
        var filter = OrderFilter.Read(http.Request.Query, shop.Now, faults);
        if (faults.Refusal() is { } refusal)
        {
            await Problems.Write(http, refusal);
            return;
        }

        var day = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"orders-{day}.csv\"";
        await http.Response.WriteAsync(Head, cancel);
        await Write(http.Response, db, filter, cancel);
    }

    private static async Task Write(HttpResponse response, Database db, OrderFilter filter, CancellationToken cancel)
    {
        var found = await filter.Found(db, cancel);
        var place = Place.Start;
        while (true)
        {
            var some = await OrderListPage.Items(db, filter, found, OrderSort.Newest, place, BatchSize, cancel);
            var text = new StringBuilder();
            foreach (var order in some)
            {
                text.AppendJoin(',', Cells(order).Select(Cell)).Append("\r\n");
            }

            await response.WriteAsync(text.ToString(), cancel);
            if (some.Count < BatchSize)
            {
                return;
            }

            place = new(0, OrderSort.Newest.CursorOf(some[^1]));
        }
    }

    private static string[] Cells(StaffOrderItem order) =>
    [
        order.Number, order.PlacedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), Words.Of(order.Status),
        Words.Of(order.PaymentStatus), order.Email, order.CustomerName ?? "", order.Country, order.Total.Currency.Code,
        Major(order.Total), order.ItemCount.ToString(CultureInfo.InvariantCulture), string.Join(' ', order.Tags),
    ];

    private static string Major(Money money)
    {
        var scale = money.Currency.Scale;
        var digits = money.Minor.ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        return scale == 0 ? digits : $"{digits[..^scale]}.{digits[^scale..]}";
    }

    internal static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
