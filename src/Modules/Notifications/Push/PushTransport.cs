using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Tradepost.Contracts.Shop;
using Tradepost.Notifications.Post;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Notifications.Push;

/// <summary>Bound from configuration, "Push".</summary>
internal sealed class PushOptions
{
    /// <summary>Lets push services stand in the own network, for trying out.</summary>
    public bool AllowPrivate { get; set; }

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>
/// Hands an encrypted notice to a browser's push service, signed with the shop's key (RFC 8292). A subscription the service no longer
/// knows (404, 410) is deleted.
/// </summary>
internal sealed class PushTransport(Database db, PushKeys keys, ShopSettings shop, IOptions<PushOptions> options, TimeProvider time)
    : IDisposable
{
    private const int LivesSeconds = 24 * 60 * 60;
    private readonly HttpClient http = Outside.Client(options.Value.AllowPrivate, options.Value.Timeout);

    public void Dispose() => http.Dispose();

    public async Task<NoticeOutcome> Send(LeasedNotice notice, CancellationToken cancel)
    {
        var subscription = notice.Subscription is not { } id ? null : await db.Row(
            $"select endpoint, p256dh, auth from notifications.push_subscriptions where id = {id}",
            row => new Subscription(row.GetString(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2)), cancel);
        if (subscription is null)
        {
            return new("dropped", "The browser no longer takes notices.");
        }

        using var request = Request(subscription, notice);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        var status = (int)answer.StatusCode;
        if (status is 404 or 410)
        {
            await db.Write(
                "notifications.push_gone", tx => tx.Execute($"delete from notifications.push_subscriptions where id = {notice.Subscription}"),
                cancel);
            return new("dropped", "The browser no longer takes notices.");
        }

        return answer.IsSuccessStatusCode ? new("sent")
            : status is 429 or >= 500 ? throw new InvalidOperationException($"The push service answered {status}.")
            : new("failed", $"The push service answered {status}.");
    }

    private HttpRequestMessage Request(Subscription to, LeasedNotice notice)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(new { notice.Title, notice.Body, notice.Url, Tag = notice.Id }, ApiJson.Options);
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var salt = RandomNumberGenerator.GetBytes(PushCrypto.SaltBytes);
        var content = new ByteArrayContent(PushCrypto.Encrypt(to.Key, to.Secret, text, salt, own));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Headers.ContentEncoding.Add("aes128gcm");
        var request = new HttpRequestMessage(HttpMethod.Post, to.Endpoint) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", Authorization(new Uri(to.Endpoint)));
        request.Headers.TryAddWithoutValidation("TTL", $"{LivesSeconds}");
        request.Headers.TryAddWithoutValidation("Urgency", "normal");
        return request;
    }

    private string Authorization(Uri endpoint)
    {
        var claims = new
        {
            aud = endpoint.GetLeftPart(UriPartial.Authority),
            exp = (time.GetUtcNow() + TimeSpan.FromHours(12)).ToUnixTimeSeconds(),
            sub = "mailto:" + shop.MailFrom,
        };
        var said = Base64Url.EncodeToString("""{"typ":"JWT","alg":"ES256"}"""u8) + "."
            + Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims));
        return $"vapid t={said}.{Base64Url.EncodeToString(keys.Sign(Encoding.ASCII.GetBytes(said)))}, k={keys.Public}";
    }

    private sealed record Subscription(string Endpoint, byte[] Key, byte[] Secret);
}
