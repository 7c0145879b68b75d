using System.Text.RegularExpressions;
using Tradepost.Contracts;
using Tradepost.Platform.Http;

namespace Tradepost.Pricing.Taxes;

/// <summary>
/// Patterns of postal codes: one code (94105), a beginning (902*) or a range (10000-10999). Codes are texts: leading zeros count, and a
/// range holds codes of its own length. Blanks, hyphens inside a code and case do not matter.
/// </summary>
internal static partial class PostalPatterns
{
    /// <summary>Patterns one tax may name.</summary>
    public const int Most = 200;

    /// <summary>What a pattern must look like, in words.</summary>
    public const string Shape = "must be a postal code, a beginning like 902* or a range like 10000-10999";

    private const int ZipPlusFour = 9;

    /// <summary>The pattern as it is stored; null when it is none.</summary>
    public static string? Read(string? text)
    {
        var bare = Bare(text ?? "");
        var ends = bare.Split('-');
        if (ends.Length == 2 && ends[0].Length == ends[1].Length && !bare.EndsWith('*'))
        {
            return Code().IsMatch(ends[0]) && Code().IsMatch(ends[1]) && string.CompareOrdinal(ends[0], ends[1]) <= 0 ? bare : null;
        }

        var joined = bare.Replace("-", "", StringComparison.Ordinal);
        return Code().IsMatch(joined.EndsWith('*') ? joined[..^1] : joined) ? joined : null;
    }

    /// <summary>Notes which of the patterns are none.</summary>
    public static void Check(Faults faults, string field, IReadOnlyList<string>? patterns)
    {
        faults.Unless(patterns is null || patterns.Count <= Most, field, $"must be at most {Most}");
        foreach (var (index, pattern) in (patterns ?? []).Take(Most).Index())
        {
            faults.Unless(Read(pattern) is not null, $"{field}[{index}]", Shape);
        }
    }

    /// <summary>The patterns as they are stored, in order, each once; null when there are none.</summary>
    public static string[]? Stored(IReadOnlyList<string>? patterns) => patterns is not { Count: > 0 }
        ? null
        : [.. patterns.Select(pattern => Read(pattern)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The destination's code as patterns see it; null when it is not known. Of a ZIP+4 the five digits count.</summary>
    public static string? CodeOf(Destination destination)
    {
        var code = Bare(destination.PostalCode ?? "").Replace("-", "", StringComparison.Ordinal);
        return code.Length == 0 ? null : destination.Country == "US" && code.Length == ZipPlusFour ? code[..5] : code;
    }

    /// <summary>Whether one of the stored patterns is for this code. Nothing is for a code that is not known.</summary>
    public static bool Hold(IReadOnlyList<string> patterns, string? code)
    {
        for (var i = 0; code is not null && i < patterns.Count; i++)
        {
            if (Holds(patterns[i], code))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(string pattern, string code)
    {
        if (pattern[^1] == '*')
        {
            return code.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal);
        }

        var dash = pattern.IndexOf('-', StringComparison.Ordinal);
        return dash < 0
            ? pattern == code
            : code.Length == dash && string.CompareOrdinal(pattern, 0, code, 0, dash) <= 0
                && string.CompareOrdinal(pattern, dash + 1, code, 0, dash) >= 0;
    }

    private static string Bare(string text) => text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    [GeneratedRegex("^[A-Z0-9]{1,10}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
