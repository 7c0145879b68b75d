using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Orders.Reading;

/// <summary>A customer's own orders, the newest first.</summary>
internal static class ListMyOrders
{
    internal static async Task<IResult> Handle(PageQuery page, Caller caller, Database db, CancellationToken cancel) =>
        Results.Json(
            await OrderListItem.Page(
                db, () => $"o.customer_id = {caller.UserId!.Value}", () => $"o.placed_at desc, o.id desc", page, cancel),
            ApiJson.Options);
}
