using System.Security.Cryptography;
using System.Text;

namespace Tradepost.Payments.Gateways.Calls;

/// <summary>HMAC-SHA256 in hex, compared in constant time.</summary>
internal static class Hmac
{
    public static string Hex(string secret, ReadOnlySpan<byte> message) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), message));

    public static bool Same(string expected, string shown) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(shown));
}
