using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Reading;

/// <summary>
/// Finds an order again by its number and e-mail address. One look-up, one answer for whatever was wrong, and few tries a minute, so that
/// numbers can't be matched with addresses by trying.
/// </summary>
internal static class TrackOrder
{
    internal sealed record Request(string? Number, string? Email) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Text("number", Number, 40);
            faults.Email("email", Email);
        }
    }

    internal sealed record Tracked(OrderId Id, string AccessToken, OrderView Order);

    internal static async Task<IResult> Handle(
        Body<Request> body, HttpContext http, Database db, OrderReader reader, TrackingThrottle throttle, ShopSettings settings,
        CancellationToken cancel)
    {
        if (!throttle.Allows(http.Connection.RemoteIpAddress, body.Value.Number!))
        {
            return PlatformErrors.TooMany.Refuse().ToResult();
        }

        var found = await db.Write("orders.track", tx => Find(tx, body.Value), cancel);
        if (!found.Try(out var key, out var refusal))
        {
            return refusal.ToResult();
        }

        var order = (await reader.Find(key.Id, cancel))!.At(ShopAddress.OriginOf(http.Request, settings));
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new Tracked(key.Id, key.Token, order), ApiJson.Options);
    }

    private static async Task<Outcome<Key>> Find(Tx tx, Request request)
    {
        var found = await tx.Query(
            $"""
            select id from orders.orders
            where number = {request.Number!.Trim().ToUpperInvariant()} and lower(email) = lower({request.Email!.Trim()})
            """,
            row => row.Id<Contracts.Kinds.Order>(0));
        return found is [var order] ? new Key(order, AccessTokens.Issue(tx, order)) : OrderErrors.NotFound.Refuse();
    }

    private sealed record Key(OrderId Id, string Token);
}
