using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tradepost.Webhooks.Sending;

/// <summary>
/// Proves that a request comes from the shop and when it was made: <c>t=unix seconds,v1=hex of HMAC-SHA256 over "t.body"</c>. While a
/// secret is being rotated there are two v1, of the new one and the old one.
/// </summary>
internal static class Signature
{
    public const string Header = "Tradepost-Signature";

    public static string Of(string body, DateTimeOffset at, IEnumerable<string> secrets)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"{seconds}.{body}");
        var signatures = secrets.Select(
            secret => ",v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)));
        return $"t={seconds}{string.Concat(signatures)}";
    }
}
