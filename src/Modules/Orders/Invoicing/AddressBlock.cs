using Tradepost.Contracts;

namespace Tradepost.Orders.Invoicing;

/// <summary>An address as its country writes it, a line each, the country last and in capitals.</summary>
internal static class AddressBlock
{
    private static readonly HashSet<string> TownStateCode = ["US", "CA", "AU", "MX", "BR", "IN", "TW", "PH", "MY", "ID", "TH"];
    private static readonly HashSet<string> CodeOnItsOwnLine = ["GB", "IE", "GG", "JE", "IM", "GI", "NZ", "ZA", "HK", "SG", "AE"];

    public static IReadOnlyList<string> Of(Address address) =>
        [.. Written(address).Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line!.Trim())];

    private static IEnumerable<string?> Written(Address address)
    {
        var country = (Countries.Find(address.Country)?.Name ?? address.Country).ToUpperInvariant();
        if (address.Country == "JP")
        {
            // From the large to the small is for Japanese script; in Latin letters the post takes it the other way round.
            return [address.Name, address.Company, address.Line2, address.Line1,
                $"{address.City} {State(address)}".Trim(), address.PostalCode, country];
        }

        return [address.Name, address.Company, address.Line1, address.Line2, .. Town(address), country];
    }

    private static IEnumerable<string?> Town(Address address)
    {
        if (TownStateCode.Contains(address.Country))
        {
            var state = string.Join(' ', new[] { State(address), address.PostalCode }.OfType<string>());
            return [state.Length == 0 ? address.City : address.State is null ? $"{address.City} {state}" : $"{address.City}, {state}"];
        }

        if (CodeOnItsOwnLine.Contains(address.Country))
        {
            return [address.City, State(address), address.PostalCode];
        }

        // The code before the town, as in most of the world; a province, where one is written, after it in brackets.
        var town = string.Join(' ', new[] { address.PostalCode, address.City }.OfType<string>());
        return [address.State is null ? town : $"{town} ({State(address)})"];
    }

    private static string? State(Address address) => address.State is { } code && address.Country is not ("US" or "CA" or "AU")
        ? Countries.Find(address.Country)?.States?.FirstOrDefault(state => state.Code == code)?.Name ?? code
        : address.State;
}
