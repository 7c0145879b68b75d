using System.Collections.Frozen;

namespace Tradepost.Contracts;

/// <summary>
/// How an address is written on a parcel: which line the postal code stands on and on which side of the town, as the countries' posts ask
/// for it (Universal Postal Union, addressing by country). A format's lines are parted by "|"; C the town, S the state or province, Z the
/// postal code; what stands between two of them is left out with an empty one.
/// </summary>
public static class AddressFormats
{
    private const string CodeFirst = "Z C";
    private const string CodeBelow = "C|Z";

    private static readonly FrozenDictionary<string, string> ByCountry = Table(
        ("C, S Z", "US PR GU VI AS MP UM FM MH PW TW"),
        ("C S Z", "CA AU"),
        (CodeBelow, "GB GG IM JE GI FK SH PN IO GS TC ZA KE LK BN MM"),
        ("C|S|Z", "IE RU UA KZ EG KR"),
        ("C Z", "NZ SG NP KH PK BD JO LB LA MV BH IL SA MN BT"),
        ("C Z|S", "IN"),
        ("C|S Z", "TH ID IQ"),
        ("Z C|S", "MY PH AR UY VE CL NI SV"),
        ("Z C S", "ES IT SM"),
        ("Z C, S", "MX CR HN EC"),
        ("Z C/S", "TR"),
        ("C-S|Z", "BR"),
        ("C, S|Z", "JP CN VN CO PE"),
        ("C|S", "AE HK MO BS JM QA"),
        ("C, Z", "LV"),
        (CodeFirst,
            "DE AT CH LI NL BE LU FR MC GP MQ GF RE YT PM BL MF NC PF WF DK GL FO NO SJ SE FI AX IS PL CZ SK HU SI HR BA "
            + "RS ME MK AL XK BG RO MD GR CY EE LT PT AD VA MA DZ TN SN CI GE AM AZ BY UZ KG TJ TM MG MZ CV GN GW NE SD ET "
            + "CU DO HT GT PY PG KW OM IR LR SZ ZM"));

    /// <summary>The address as lines, the recipient first and the country last, in capitals.</summary>
    public static IReadOnlyList<string> Lines(Address address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var format = ByCountry.GetValueOrDefault(address.Country, address.PostalCode is null ? "C|S" : CodeFirst);
        var country = Countries.Find(address.Country)?.Name ?? address.Country;
        string?[] lines =
        [
            address.Name, address.Company, address.Line1, address.Line2,
            .. format.Split('|').Select(line => Fill(line, address)),
            country.ToUpperInvariant(),
        ];
        return [.. lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line!.Trim())];
    }

    // What stands before a part is written only between two parts that are both there.
    private static string Fill(string line, Address address)
    {
        var (text, between) = ("", "");
        foreach (var sign in line)
        {
            var part = sign switch
            {
                'C' => Town(address), 'S' => State(address), 'Z' => address.PostalCode ?? "", _ => null,
            };
            if (part is null)
            {
                between += sign;
                continue;
            }

            if (part.Length > 0)
            {
                text += text.Length > 0 ? (between.Length > 0 ? between : " ") + part : part;
            }

            between = "";
        }

        return text;
    }

    // Posts that sort by machine ask for the town in capitals.
    private static string Town(Address address) =>
        address.Country is "US" or "CA" or "AU" or "GB" or "IE" or "FR" ? address.City.ToUpperInvariant() : address.City;

    // Where towns are told apart by a state's short code the code is written, elsewhere its name.
    private static string State(Address address)
    {
        if (address.State is not { } code || address.Country is "US" or "CA" or "AU" or "BR" or "IT" or "ES" or "MX")
        {
            return address.State ?? "";
        }

        return Countries.Find(address.Country)?.States?.FirstOrDefault(state => state.Code == code)?.Name ?? code;
    }

    private static FrozenDictionary<string, string> Table(params ReadOnlySpan<(string Format, string Countries)> rows)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (format, countries) in rows)
        {
            foreach (var country in countries.Split(' '))
            {
                table.Add(country, format);
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
