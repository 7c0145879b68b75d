using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shop;
using Tradepost.Orders.Reading;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Orders.Moving;

/// <summary>
/// A customer, a guest with the order's key, or staff call an order off. The answer shows the refund when the provider took it at once.
/// </summary>
internal static class CancelOrder
{
    internal sealed record Request(string? Reason) : IChecked
    {
        public void Check(Faults faults) => faults.OptionalText("reason", Reason, 500);
    }

    internal static async Task<IResult> Handle(
        OrderId id, Caller caller, HttpContext http, Database db, Cancellation cancellation, OrderReader reader, ShopSettings settings,
        CancellationToken cancel)
    {
        var reason = await Reason(http);
        if (!await AccessTokens.MayAccess(db, id, caller, cancel))
        {
            return OrderErrors.NotFound.Refuse().ToResult();
        }

        var outcome = await cancellation.Cancel(id, reason, caller.IsAdmin ? caller.Name : Timeline.Customer, cancel);
        if (!outcome.Try(out _, out var refusal))
        {
            return refusal.ToResult();
        }

        var order = caller.IsAdmin ? await reader.FindForStaff(id, cancel) : await reader.Find(id, cancel);
        return Results.Json(order!.At(ShopAddress.OriginOf(http.Request, settings)), ApiJson.Options);
    }

    // The reason may be left out, and the body with it.
    private static async Task<string?> Reason(HttpContext http)
    {
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true)
        {
            return null;
        }

        var body = await Body<Request>.BindAsync(http);
        return string.IsNullOrWhiteSpace(body?.Value.Reason) ? null : body.Value.Reason.Trim();
    }
}
