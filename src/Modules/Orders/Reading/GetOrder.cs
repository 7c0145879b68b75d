using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Reading;

/// <summary>One order, for whoever may see it. A stranger is told that there is none.</summary>
internal static class GetOrder
{
    internal static async Task<IResult> Handle(
        OrderId id, Caller caller, HttpContext http, Database db, OrderReader reader, ShopSettings settings, CancellationToken cancel)
    {
        Outcome<OrderView> outcome = await AccessTokens.MayAccess(db, id, caller, cancel) && await reader.Find(id, cancel) is { } order
            ? order.At(ShopAddress.OriginOf(http.Request, settings))
            : OrderErrors.NotFound.Refuse();
        http.Response.Headers.CacheControl = "no-store";
        return outcome.Ok();
    }
}
