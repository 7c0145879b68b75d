using Tradepost.Contracts;

namespace Tradepost.Pricing.ShippingMethods.Zones;

/// <summary>
/// A place a zone holds, written as a short text: a country "US", a state "US-CA", or postal codes of a country: one "US:90210", those that
/// begin with "US:902*", or a range "US:10000-10999" (".." instead of the hyphen where codes have hyphens themselves).
/// </summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="State">The subdivision's code without the country; null: the whole country.</param>
/// <param name="From">First postal code, plain; null: all of them. As many leading characters are compared as it has.</param>
/// <param name="To">Last postal code, as long as the first.</param>
/// <param name="Exact">One whole postal code.</param>
internal sealed record Place(string Country, string? State, string? From, string? To, bool Exact)
{
    /// <summary>A whole code as its country writes it, where that is not the plain form: Polish codes are none without their
    /// hyphen.</summary>
    public string? Written { get; private init; }

    /// <summary>What it is found by: the country, the state, or the whole code in its plain form.</summary>
    public string Key => Exact ? $"{Country}:{From}" : ToString();

    /// <summary>The place written so; null with a reason when it is none.</summary>
    public static Place? Parse(string? written, out string? fault)
    {
        var text = (written ?? "").Trim().ToUpperInvariant();
        var country = text.Length >= 2 ? Countries.Find(text[..2]) : null;
        if (country is null)
        {
            fault = "does not begin with a country code";
            return null;
        }

        var rest = text[2..];
        var place = rest.Length == 0 ? new Place(country.Code, null, null, null, false)
            : rest[0] == '-' ? InState(country, rest[1..])
            : rest[0] == ':' ? Postal(country, rest[1..].Trim())
            : null;
        fault = place is not null ? null : "is no country, state (US-CA) or postal code (US:90210, US:902*, US:10000-10999)";
        return place;
    }

    /// <summary>Postal codes from one to another, both included, of which as many characters are compared as they have.</summary>
    public static Place? Range(Country country, string from, string to)
    {
        var (first, last) = (PostalCodes.Plain(country.Code, from), PostalCodes.Plain(country.Code, to));
        if (first.Length is 0 or > PostalCodes.MaxLength || first.Length != last.Length || string.CompareOrdinal(first, last) > 0)
        {
            return null;
        }

        return first == last && IsWhole(country, from) ? Whole(country, from) : new(country.Code, null, first, last, Exact: false);
    }

    /// <summary>As it is written.</summary>
    public override string ToString() =>
        State is not null ? $"{Country}-{State}"
        : From is null ? Country
        : Exact ? $"{Country}:{Written ?? From}"
        : From == To ? $"{Country}:{From}*"
        : $"{Country}:{From}-{To}";

    private static Place? InState(Country country, string state) =>
        state.Length is > 0 and <= 10 && state.All(char.IsAsciiLetterOrDigit) && country.HasState(state)
            ? new(country.Code, state, null, null, false)
            : null;

    private static Place? Postal(Country country, string text)
    {
        if (IsWhole(country, text))
        {
            return Whole(country, text);
        }

        if (text.EndsWith('*'))
        {
            var prefix = PostalCodes.Plain(country.Code, text[..^1]);
            return prefix.Length is > 0 and <= PostalCodes.MaxLength ? new(country.Code, null, prefix, prefix, Exact: false) : null;
        }

        var bounds = text.Split("..") is { Length: 2 } dotted ? dotted : text.Split('-');
        return bounds.Length == 2 ? Range(country, bounds[0].Trim(), bounds[1].Trim()) : null;
    }

    private static bool IsWhole(Country country, string code) => country.PostalCodePattern is not null && country.MatchesPostalCode(code);

    private static Place Whole(Country country, string code)
    {
        var plain = PostalCodes.Plain(country.Code, code);
        return new(country.Code, null, plain, plain, Exact: true) { Written = IsWhole(country, plain) ? null : code };
    }
}
