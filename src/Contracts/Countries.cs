using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tradepost.Platform.Http;

namespace Tradepost.Contracts;

/// <summary>The countries of ISO 3166-1 with what an address there needs. Facts from ISO and CLDR address formats, in
/// countries.json.</summary>
public static class Countries
{
    private static readonly Lazy<IReadOnlyList<Country>> Loaded = new(Load);
    private static readonly Lazy<FrozenDictionary<string, Country>> ByCode =
        new(() => Loaded.Value.ToFrozenDictionary(country => country.Code, StringComparer.Ordinal));

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<Country> All => Loaded.Value;

    /// <summary>Whether the code (upper case) is a country's.</summary>
    public static bool IsKnown(string code) => ByCode.Value.ContainsKey(code);

    /// <summary>The country with this code, or null.</summary>
    public static Country? Find(string code) => ByCode.Value.GetValueOrDefault(code);

    private static List<Country> Load()
    {
        using var stream = typeof(Countries).Assembly.GetManifestResourceStream("Tradepost.Contracts.countries.json")!;
        return JsonSerializer.Deserialize<List<Country>>(stream, ApiJson.Options)!;
    }
}

/// <summary>A country's name and what its addresses need.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Name">In English.</param>
/// <param name="PostalCodePattern">A regular expression the whole code must match; null where there are no postal codes.</param>
/// <param name="PostalCodeRequired">Whether mail needs one.</param>
/// <param name="StateRequired">Whether mail needs a subdivision.</param>
/// <param name="States">The subdivisions, where they are needed.</param>
public sealed record Country(
    string Code, string Name, string? PostalCodePattern = null, bool PostalCodeRequired = false, bool StateRequired = false,
    IReadOnlyList<State>? States = null)
{
    /// <summary>Whether the code is one of the country's subdivisions; true where they are not listed.</summary>
    public bool HasState(string? code) => States is null || States.Any(state => state.Code == code);

    /// <summary>Whether the text is a postal code of the country; true where there is no pattern.</summary>
    public bool MatchesPostalCode(string? text) =>
        PostalCodePattern is null
        || (text is not null && Regex.IsMatch(text, $"^(?:{PostalCodePattern})$",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
}

/// <summary>A subdivision of a country.</summary>
/// <param name="Code">ISO 3166-2 without the country.</param>
/// <param name="Name">As the country writes it.</param>
public sealed record State(string Code, string Name);
