using Tradepost.Platform.Http;

namespace Tradepost.Contracts;

/// <summary>Where something is sent or billed, as it was written.</summary>
/// <param name="Name">The recipient.</param>
/// <param name="Line1">Street and number.</param>
/// <param name="City">Town.</param>
/// <param name="Country">ISO 3166-1 alpha-2, upper case.</param>
/// <param name="Company">Company, if any.</param>
/// <param name="Line2">Second line, if any.</param>
/// <param name="State">Subdivision code without the country ("CA"), where the country has them.</param>
/// <param name="PostalCode">As written.</param>
/// <param name="Phone">As written.</param>
public sealed record Address(
    string Name, string Line1, string City, string Country,
    string? Company = null, string? Line2 = null, string? State = null, string? PostalCode = null, string? Phone = null);

/// <summary>An address as a client sends it: nothing is sure yet.</summary>
public sealed record AddressInput(
    string? Name, string? Company, string? Line1, string? Line2, string? City, string? State, string? PostalCode, string? Country,
        string? Phone)
{
    /// <summary>
    /// Notes what is missing or too long, under "prefix.field", or under "field" with an empty prefix. Rules of single countries are the
    /// destination's affair.
    /// </summary>
    public void Check(Faults faults, string prefix)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var at = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
        faults.Text(at + "name", Name, 200);
        faults.Text(at + "line1", Line1, 200);
        faults.OptionalText(at + "line2", Line2, 200);
        faults.OptionalText(at + "company", Company, 200);
        faults.Text(at + "city", City, 100);
        faults.OptionalText(at + "phone", Phone, 40);
        new DestinationInput(Country, State, PostalCode, City).Check(faults, at, complete: true);
    }

    /// <summary>The address, after <see cref="Check"/> found nothing.</summary>
    public Address ToAddress() => new(
        Name!.Trim(), Line1!.Trim(), City!.Trim(), Country!.Trim().ToUpperInvariant(),
        Blank(Company), Blank(Line2), Blank(State)?.ToUpperInvariant(), Blank(PostalCode), Blank(Phone));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>As much of an address as prices depend on.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, upper case.</param>
/// <param name="State">Subdivision code without the country.</param>
/// <param name="PostalCode">As written.</param>
/// <param name="City">Town.</param>
public sealed record Destination(string Country, string? State, string? PostalCode, string? City);

/// <summary>A destination as a client sends it.</summary>
public sealed record DestinationInput(string? Country, string? State, string? PostalCode, string? City)
{
    /// <summary>Notes what is wrong with it, each field under its name after the prefix.</summary>
    /// <param name="faults">Where to note it.</param>
    /// <param name="prefix">Goes before each field's name.</param>
    /// <param name="complete">True: what the country's mail needs must be there. False: an estimate needs less, but what is there must be
    /// right.</param>
    public void Check(Faults faults, string prefix = "", bool complete = false)
    {
        ArgumentNullException.ThrowIfNull(faults);
        faults.Text(prefix + "country", Country, 2, 2);
        faults.OptionalText(prefix + "state", State, 10);
        faults.OptionalText(prefix + "postalCode", PostalCode, 20);
        faults.OptionalText(prefix + "city", City, 100);
        if (string.IsNullOrWhiteSpace(Country))
        {
            return;
        }

        var country = Countries.Find(Country.Trim().ToUpperInvariant());
        faults.Unless(country is not null, prefix + "country", "is not an ISO 3166-1 country code");
        if (country is not null)
        {
            CheckFor(country, faults, prefix, complete);
        }
    }

    private void CheckFor(Country country, Faults faults, string prefix, bool complete)
    {
        var state = string.IsNullOrWhiteSpace(State) ? null : State.Trim().ToUpperInvariant();
        var postalCode = string.IsNullOrWhiteSpace(PostalCode) ? null : PostalCode.Trim();
        faults.Unless(!complete || !country.StateRequired || state is not null, prefix + "state", "is required for this country");
        faults.Unless(state is null || country.HasState(state), prefix + "state", "is not the code of a state of this country");
        faults.Unless(!complete || !country.PostalCodeRequired || postalCode is not null, prefix + "postalCode",
            "is required for this country");
        faults.Unless(postalCode is null || country.MatchesPostalCode(postalCode), prefix + "postalCode",
            "is not a postal code of this country");
    }

    /// <summary>The destination, after <see cref="Check"/> found nothing.</summary>
    public Destination ToDestination() => new(
        Country!.Trim().ToUpperInvariant(),
        string.IsNullOrWhiteSpace(State) ? null : State.Trim().ToUpperInvariant(),
        string.IsNullOrWhiteSpace(PostalCode) ? null : PostalCode.Trim(),
        string.IsNullOrWhiteSpace(City) ? null : City.Trim());
}
