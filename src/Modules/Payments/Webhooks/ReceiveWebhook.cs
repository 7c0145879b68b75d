using System.Text;
using Microsoft.AspNetCore.Http;
using Tradepost.Payments.Gateways;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Webhooks;

/// <summary>
/// A provider reports. Its signature is checked over the very bytes it sent; then the report is stored, answered, and worked on. A report
/// that was seen before is answered and otherwise ignored.
/// </summary>
internal static class ReceiveWebhook
{
    private const int MaxBytes = 64 << 10;

    internal static async Task<IResult> Handle(
        string provider, HttpContext http, GatewayList gateways, WebhookInbox inbox, CancellationToken cancel)
    {
        if (gateways.Online(provider) is not { } gateway)
        {
            return PaymentsErrors.UnknownProvider.Refuse().ToResult();
        }

        if (await Read(http, cancel) is not { } body)
        {
            return PlatformErrors.TooLarge.Refuse().ToResult();
        }

        if (await gateway.IsGenuine(http.Request.Headers, body, cancel) is not { } genuine)
        {
            return PaymentsErrors.ProviderAway.Refuse().ToResult();
        }

        if (!genuine)
        {
            return PaymentsErrors.BadSignature.Refuse().ToResult();
        }

        if (gateway.Read(Encoding.UTF8.GetString(body), http.Request.Headers) is not { } notice)
        {
            return PlatformErrors.Malformed.Refuse().ToResult();
        }

        await inbox.Receive(provider, notice.EventId, Encoding.UTF8.GetString(body), cancel);
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
