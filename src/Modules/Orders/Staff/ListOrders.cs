using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Orders.Staff;

/// <summary>
/// Staff look through all orders: by number, address, name, article or parcel, status, payment, the (UTC) days they were placed on,
/// country, tag, product and total. <c>after</c> goes on from a page's <c>next</c>, however deep.
/// </summary>
internal static class ListOrders
{
    internal static async Task<IResult> Handle(
        [AsParameters] OrderFilter.Query asked, HttpContext http, PageQuery page, Database db, ShopSettings shop, CancellationToken cancel)
    {
        _ = asked; // for the API document; read below, where faults are collected
        var faults = new Faults();
        var query = http.Request.Query;
        var filter = OrderFilter.Read(query, shop.Now, faults);
        var sort = OrderSort.Of(QueryValues.OneOf(query, "sort", faults, "-placedAt", "placedAt", "-total", "total"));
        var after = QueryValues.Text(query, "after", 100, faults);
        var cursor = after is null ? null : Cursor.Parse(after);
        faults.Unless(after is null || cursor is not null, "after", "is not a cursor of this list");
        return faults.Refusal() is { } refusal
            ? refusal.ToResult()
            : Results.Json(await Read(db, filter, sort, page, cursor, cancel), ApiJson.Options);
    }

    private static async Task<OrderPage> Read(
        Database db, OrderFilter filter, OrderSort sort, PageQuery page, Cursor? cursor, CancellationToken cancel)
    {
        var found = await filter.Found(db, cancel);
        var total = await OrderListPage.Count(db, filter, found, cancel);
        var place = new Place(cursor is null ? page.Offset : 0, cursor);
        var items = await OrderListPage.Items(db, filter, found, sort, place, page.PageSize + 1, cancel);
        var shown = items.Count > page.PageSize ? items.GetRange(0, page.PageSize) : items;
        return new(shown, page.Page, page.PageSize, Math.Min(total, OrderListPage.MostCounted))
        {
            More = total > OrderListPage.MostCounted,
            Next = items.Count > page.PageSize ? sort.CursorOf(shown[^1]).ToString() : null,
        };
    }
}
