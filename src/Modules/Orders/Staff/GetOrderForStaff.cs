using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shop;
using Tradepost.Orders.Reading;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Staff;

/// <summary>One order with everything staff need to act on it.</summary>
internal static class GetOrderForStaff
{
    internal static async Task<IResult> Handle(
        OrderId id, HttpContext http, OrderReader reader, ShopSettings settings, CancellationToken cancel)
    {
        Outcome<OrderView> outcome = await reader.FindForStaff(id, cancel) is { } order
            ? order.At(ShopAddress.OriginOf(http.Request, settings))
            : OrderErrors.NotFound.Refuse();
        return outcome.Ok();
    }
}
