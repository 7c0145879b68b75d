using System.Text;
using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Couriers;

namespace Tradepost.Shipping.Tracking;

/// <summary>
/// A courier reports. Its signature is checked over the very bytes it sent; then the report is stored, answered, and worked on. A report
/// that was seen before is answered and otherwise ignored.
/// </summary>
internal static class ReceiveCourierWebhook
{
    private const int MaxBytes = 256 << 10;

    internal static async Task<IResult> Handle(
        string courier, HttpContext http, CourierList couriers, CourierInbox inbox, CancellationToken cancel)
    {
        if (couriers.OfferedAs(courier) is not { } sender)
        {
            return ShippingErrors.NoCourier.Refuse().ToResult();
        }

        if (await Read(http, cancel) is not { } body)
        {
            return PlatformErrors.TooLarge.Refuse().ToResult();
        }

        if (!sender.IsGenuine(http.Request.Headers, body))
        {
            return ShippingErrors.BadSignature.Refuse().ToResult();
        }

        var payload = Encoding.UTF8.GetString(body);
        if (sender.Read(payload) is not { } notice)
        {
            return PlatformErrors.Malformed.Refuse().ToResult();
        }

        await inbox.Receive(sender.Id, notice.EventId, payload, cancel);
        return Results.Ok();
    }

    private static async Task<byte[]?> Read(HttpContext http, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, cancel)) > 0)
        {
            if (body.Length + read > MaxBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
