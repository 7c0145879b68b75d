using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Notifications.Phones;

/// <summary>Twilio tells what became of a text message. Believed only with its signature.</summary>
internal static class TwilioStatus
{
    private const int MostFields = 100;

    internal static async Task<IResult> Handle(
        HttpContext http, IOptions<SmsOptions> options, ShopSettings shop, Database db, CancellationToken cancel)
    {
        if (options.Value.AuthToken.Length == 0 || !http.Request.HasFormContentType)
        {
            return NotificationsErrors.BadSignature.Refuse().ToResult();
        }

        var form = await http.Request.ReadFormAsync(new() { ValueCountLimit = MostFields }, cancel);
        var fields = form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        var expected = Signature(options.Value.AuthToken, shop.BaseUrl + TwilioSms.CallbackPath, fields);
        if (!CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(http.Request.Headers["X-Twilio-Signature"].ToString())))
        {
            return NotificationsErrors.BadSignature.Refuse().ToResult();
        }

        var (sid, status) = (fields.GetValueOrDefault("MessageSid"), fields.GetValueOrDefault("MessageStatus"));
        await db.Write("notifications.sms_status", tx => Note(tx, sid ?? "", status ?? ""), cancel);
        return Results.NoContent();
    }

    /// <summary>HMAC-SHA1 over the address and every field, sorted by name, as Twilio's security page describes.</summary>
    internal static string Signature(string token, string url, IReadOnlyDictionary<string, string> fields)
    {
        var text = url + string.Concat(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value));
#pragma warning disable CA5350 // Twilio signs with SHA-1; as a keyed MAC it holds.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }

    // They come in any order: what is final stays.
    private static Task<int> Note(Tx tx, string sid, string status) => tx.Execute(
        $"""
        update notifications.notices set provider_status = {status}
        where provider_ref = {sid} and coalesce(provider_status, '') not in ('delivered', 'undelivered', 'failed')
        """);
}
