using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tradepost.Payments.Gateways;

/// <summary>
/// Checks "Demo-Signature: t=unix seconds,v1=hex": HMAC-SHA256 over "t.body" with the shared secret. The time stops an old webhook from
/// being sent again by somebody who overheard it.
/// </summary>
internal static class DemoSignature
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static bool Matches(string header, ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        var parts = header.Split(',').Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
            .ToLookup(part => part[0].Trim(), part => part[1].Trim(), StringComparer.Ordinal);
        if (!long.TryParse(parts["t"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seconds}.")));
        hmac.AppendData(body);
        hmac.GetHashAndReset(expected);
        return Encoding.UTF8.GetBytes(Convert.ToHexStringLower(expected)) is var wanted
            && CryptographicOperations.FixedTimeEquals(wanted, Encoding.UTF8.GetBytes(parts["v1"].FirstOrDefault() ?? ""));
    }
}
