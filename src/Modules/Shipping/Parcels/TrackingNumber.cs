using System.Globalization;
using System.Security.Cryptography;

namespace Tradepost.Shipping.Parcels;

/// <summary>
/// Numbers the shop gives parcels when the courier has none: "TP", eight digits, and a check digit as in UPU standard S10, so that a slip
/// of the pen is noticed.
/// </summary>
internal static class TrackingNumber
{
    private const string Prefix = "TP";
    private const int Digits = 8;
    private static readonly int[] Weights = [8, 6, 4, 2, 3, 5, 9, 7];

    public static string Next(string prefix = Prefix) => Of(RandomNumberGenerator.GetInt32(100_000_000), prefix);

    public static string Of(int serial, string prefix = Prefix)
    {
        var digits = serial.ToString("D8", CultureInfo.InvariantCulture);
        return $"{prefix}{digits}{CheckDigit(digits)}";
    }

    public static bool IsValid(string number) =>
        number.Length == Prefix.Length + Digits + 1 && number.StartsWith(Prefix, StringComparison.Ordinal)
        && number[Prefix.Length..].All(char.IsAsciiDigit)
        && CheckDigit(number[Prefix.Length..^1]) == number[^1] - '0';

    private static int CheckDigit(string digits)
    {
        var rest = 11 - (digits.Select((digit, i) => (digit - '0') * Weights[i]).Sum() % 11);
        return rest switch { 10 => 0, 11 => 5, _ => rest };
    }
}
