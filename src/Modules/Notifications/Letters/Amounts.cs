using System.Globalization;
using Tradepost.Platform.Types;

namespace Tradepost.Notifications.Letters;

/// <summary>Amounts as letters write them.</summary>
internal static class Amounts
{
    /// <summary>
    /// "$1,099.00", "−€5.00", "¥1,200"; the code instead of the sign where the sign is not known by everybody: "12.500 KWD".
    /// </summary>
    public static string InWords(Money money)
    {
        var scale = money.Currency.Scale;
        var digits = Int128.Abs(money.Minor).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var whole = Int128.Parse(digits[..^scale], CultureInfo.InvariantCulture).ToString("#,0", CultureInfo.InvariantCulture);
        var number = scale == 0 ? whole : $"{whole}.{digits[^scale..]}";
        var minus = money.IsNegative ? "−" : "";
        return Sign(money.Currency) is { } sign ? minus + sign + number : $"{minus}{number} {money.Currency.Code}";
    }

    private static string? Sign(Currency currency) => currency.Code switch
    {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        "INR" => "₹",
        _ => null,
    };
}
