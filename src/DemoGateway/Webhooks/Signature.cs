using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tradepost.DemoGateway.Webhooks;

/// <summary>"Demo-Signature: t=unix seconds,v1=hex": HMAC-SHA256 over "t.body" with the secret the merchant knows.</summary>
internal static class Signature
{
    public const string Header = "Demo-Signature";

    public static string Of(string payload, string secret, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{payload}"));
        return $"t={seconds},v1={Convert.ToHexStringLower(hash)}";
    }
}
