using System.Collections.Frozen;

namespace Tradepost.Returns.Rules;

/// <summary>Where Directive 2011/83/EU on consumer rights is law: the 27 members, and Iceland, Liechtenstein and Norway through the
/// European Economic Area.</summary>
internal static class EuropeanUnion
{
    private static readonly FrozenSet<string> Members = new[]
    {
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL",
        "PT", "RO", "SE", "SI", "SK", "IS", "LI", "NO",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Covers(string country) => Members.Contains(country);
}
