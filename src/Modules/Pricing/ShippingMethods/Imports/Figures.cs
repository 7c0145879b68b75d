using System.Globalization;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.ShippingMethods.Imports;

/// <summary>Weights and amounts as tables write them, read exactly.</summary>
internal static class Figures
{
    /// <summary>The units a table may be in, and their grams. A pound is 453.59237 g by definition.</summary>
    public static readonly IReadOnlyDictionary<string, decimal> Grams = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["kg"] = 1000m, ["g"] = 1m, ["lb"] = 453.59237m, ["oz"] = 28.349523125m,
    };

    private const int MaxDigits = 12;
    private const long MostMinor = 1_000_000_000_000;

    /// <summary>A bound in whole grams, a part of one counting whole, so that a parcel of one pound is in the row of one pound.</summary>
    public static long? Weight(string text, string unit)
    {
        var read = text.Length <= MaxDigits
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? decimal.Ceiling(number * Grams[unit])
            : 0;
        return read is > 0 and <= Zones.RateInput.MostGrams ? (long)read : null;
    }

    /// <summary>An amount like "7.20" in minor units. Digits are moved, nothing is rounded: "7.205" is no amount of dollars.</summary>
    public static long? Minor(string text, Currency currency)
    {
        var parts = text.TrimStart('$', '€', '£').Split('.');
        var (whole, rest) = (parts[0], parts.Length > 1 ? parts[1].TrimEnd('0') : "");
        var sound = parts.Length <= 2 && whole.Length is > 0 and <= MaxDigits && rest.Length <= currency.Scale
            && whole.All(char.IsAsciiDigit) && rest.All(char.IsAsciiDigit);
        var digits = whole + rest.PadRight(currency.Scale, '0');
        return sound && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var minor) && minor <= MostMinor
            ? minor
            : null;
    }
}
