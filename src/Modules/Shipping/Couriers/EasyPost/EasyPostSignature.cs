using System.Security.Cryptography;
using System.Text;

namespace Tradepost.Shipping.Couriers.EasyPost;

/// <summary>"X-Hmac-Signature: hmac-sha256-hex=…" over the body, keyed with the webhook's secret in its compatible decomposition.</summary>
internal static class EasyPostSignature
{
    public const string Header = "X-Hmac-Signature";
    private const string Prefix = "hmac-sha256-hex=";

    public static string Of(ReadOnlySpan<byte> body, string secret) =>
        Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret.Normalize(NormalizationForm.FormKD)), body));

    public static bool Matches(string header, ReadOnlySpan<byte> body, string secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(body, secret)), Encoding.UTF8.GetBytes(header));
}
