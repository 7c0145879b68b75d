using System.Globalization;

namespace Tradepost.Contracts.Shop;

/// <summary>How the shop's letters look.</summary>
public sealed record NoticeSettings
{
    private const string DefaultAccent = "#0b6156";

    /// <summary>The logo at the head of letters: a whole address or a path of the shop; the shop's name without one.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>The colour of buttons, as #rrggbb.</summary>
    public string Accent { get; init; } = DefaultAccent;

    /// <summary>What stands below every letter: who the shop is and where, as the law of many countries asks.</summary>
    public string? Footer { get; init; }

    /// <summary>Black or white, whichever is easier to read on the accent.</summary>
    public string Ink => Luminance(Accent) > 0.179 ? "#1b1c1a" : "#ffffff";

    /// <summary>The logo with the shop's address before it.</summary>
    public string? LogoAt(string baseUrl) => LogoUrl is { Length: > 0 } logo ? logo.StartsWith('/') ? baseUrl + logo : logo : null;

    /// <summary>Whether a text is a colour written as #rrggbb.</summary>
    public static bool IsColour(string text) => text is { Length: 7 } && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit);

    // WCAG's relative luminance.
    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return !IsColour(colour) ? 0 : (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }
}
