using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tradepost.Shipping.Couriers.Demo;

/// <summary>
/// "Courier-Signature: t=unix seconds,v1=hex": HMAC-SHA256 over "t.body" with the shared secret. The time stops an old report from being
/// sent again by somebody who overheard it.
/// </summary>
internal static class DemoSignature
{
    public const string Header = "Courier-Signature";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static string Of(ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture, $"t={seconds},v1={Sum(seconds, body, secret)}");
    }

    public static bool Matches(string header, ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        var parts = header.Split(',').Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
            .ToLookup(part => part[0].Trim(), part => part[1].Trim(), StringComparer.Ordinal);
        return long.TryParse(parts["t"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs((double)now.ToUnixTimeSeconds() - seconds) <= Tolerance.TotalSeconds
            && CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(Sum(seconds, body, secret)), Encoding.UTF8.GetBytes(parts["v1"].FirstOrDefault() ?? ""));
    }

    private static string Sum(long seconds, ReadOnlySpan<byte> body, string secret)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seconds}.")));
        hmac.AppendData(body);
        return Convert.ToHexStringLower(hmac.GetHashAndReset());
    }
}
