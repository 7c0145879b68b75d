using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Access;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Orders.Reading;

/// <summary>
/// An order that tells its changes: server-sent events, the order at once and after each change. Every 15 seconds a comment keeps proxies
/// from closing the line, or the order, should word of a change have been lost between two nodes. An event's id names the state it tells:
/// who comes back with it (Last-Event-ID) and missed nothing is told nothing.
/// </summary>
internal static class FollowOrder
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    internal static async Task Handle(
        OrderId id, Caller caller, HttpContext http, Database db, OrderReader reader, Changes changes, ShopSettings settings,
        Listeners listeners, IHostApplicationLifetime host, TimeProvider time, CancellationToken cancel)
    {
        if (!await AccessTokens.MayAccess(db, id, caller, cancel))
        {
            await Problems.Write(http, OrderErrors.NotFound.Refuse());
            return;
        }

        using var seat = listeners.Take(id, caller);
        if (seat is null)
        {
            await Problems.Write(http, PlatformErrors.TooMany.Refuse());
            return;
        }

        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var origin = ShopAddress.OriginOf(http.Request, settings);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, host.ApplicationStopping);
        try
        {
            await Follow(
                http.Response, http.Request.Headers["Last-Event-ID"].ToString(), token => Json(id, origin, reader, token),
                token => changes.Next(OrderTags.Order(id), token), time, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The client left, or the shop is closing: either way the line ends here.
        }
    }

    private static async Task Follow(
        HttpResponse response, string known, Func<CancellationToken, Task<string>> read, Func<CancellationToken, Task> changed,
        TimeProvider time,
        CancellationToken end)
    {
        await response.WriteAsync("retry: 3000\n\n", end);
        while (true)
        {
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(end);
            var next = changed(waiting.Token); // asked for before reading, so that no change falls between
            var now = await read(end);
            var state = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(now)).AsSpan(0, 8));
            await response.WriteAsync(state == known ? ": still here\n\n" : $"id: {state}\nevent: order\ndata: {now}\n\n", end);
            await response.Body.FlushAsync(end);
            known = state;
            await Task.WhenAny(next, Task.Delay(Heartbeat, time, waiting.Token));
            await waiting.CancelAsync();
            end.ThrowIfCancellationRequested();
        }
    }

    private static async Task<string> Json(OrderId id, string origin, OrderReader reader, CancellationToken cancel) =>
        JsonSerializer.Serialize((await reader.Find(id, cancel))!.At(origin), ApiJson.Options);
}
