using System.Globalization;

namespace Tradepost.Pricing;

/// <summary>Percentages: numbers here, texts on the wire.</summary>
internal static class Percents
{
    /// <summary>Decimals a percentage may have.</summary>
    public const int Decimals = 10;

    /// <summary>What is told about a text that is no percentage.</summary>
    public const string Rule = "must be a number from 0 to 100 with at most ten decimals, as a text";

    /// <summary>"8.25": no more digits than it needs.</summary>
    public static string Text(decimal percent) => percent.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>The percentage written so; null when it is no number from 0 to 100, or finer than allowed.</summary>
    public static decimal? Parse(string? text, int decimals = Decimals) =>
        decimal.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is >= 0 and <= 100 && (percent == decimal.Truncate(percent) || percent.Scale <= decimals)
            ? percent
            : null;
}
