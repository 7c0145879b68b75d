using System.Globalization;
using System.Text;
using Tradepost.Payments.Gateways.Calls;

namespace Tradepost.Payments.Gateways.Stripe;

/// <summary>
/// "Stripe-Signature: t=unix seconds,v1=hex[,v1=hex]": HMAC-SHA256 over "t.body". While a secret is being changed there are several; one
/// that fits is enough. Other schemes (v0) are not looked at.
/// </summary>
internal static class StripeSignature
{
    private const int MostSignatures = 10;
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static bool Matches(string header, ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        var parts = header.Split(',', MostSignatures + 1).Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
            .ToLookup(part => part[0].Trim(), part => part[1].Trim(), StringComparer.Ordinal);
        var stamp = parts["t"].FirstOrDefault() ?? "";
        if (!long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds)
        {
            return false;
        }

        var expected = Hmac.Hex(secret, [.. Encoding.UTF8.GetBytes(stamp + "."), .. body]);
        return parts["v1"].Count(shown => Hmac.Same(expected, shown)) > 0;
    }
}
