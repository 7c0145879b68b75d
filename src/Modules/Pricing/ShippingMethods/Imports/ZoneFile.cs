using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tradepost.Contracts;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.ShippingMethods.Zones;

namespace Tradepost.Pricing.ShippingMethods.Imports;

/// <summary>A chart of zones: one row a range of postal codes, or a country.</summary>
internal sealed class ZoneFile : ITableFile
{
    private readonly List<(CsvSheet.Row Row, string Zone, Place Place)> entries = [];
    private readonly Cells at;

    private ZoneFile(CsvSheet sheet, Cells at) => (this.at, Total, Faults) = (at, sheet.Rows.Count, sheet.Faults);

    public int Total { get; }

    public int Used { get; private set; }

    public List<RowFault> Faults { get; }

    /// <summary>Reads it; throws the refusal when the query does not fit the file.</summary>
    public static ZoneFile Parse(CsvSheet sheet, IQueryCollection query)
    {
        var faults = new Faults();
        var columns = new Columns(sheet, query, faults);
        var country = QueryValues.Text(query, "country", 2, faults)?.ToUpperInvariant();
        var cells = new Cells(
            columns.Of("zoneColumn", "zone", true) ?? 0, columns.Of("fromColumn", "from", false), columns.Of("toColumn", "to", false),
            columns.Of("countryColumn", "country", false), country, sheet.Header);
        faults.Unless(country is null || Countries.IsKnown(country), "country", "is not an ISO 3166-1 country code");
        faults.Unless(country is not null || cells.Country is not null, "country", "is required: the file has no column for it");
        columns.Filter();
        columns.Settle();
        var file = new ZoneFile(sheet, cells);
        foreach (var row in columns.Rows())
        {
            file.Add(row);
        }

        file.CheckWhole();
        return file;
    }

    /// <summary>
    /// The file says all there is to say of the countries in it; places elsewhere stay. New zones stand at the end and charge nothing until
    /// they have prices: they are not offered.
    /// </summary>
    public IReadOnlyList<StoredZone> ApplyTo(ShippingMethodId method, IReadOnlyList<StoredZone> zones)
    {
        var countries = entries.Select(entry => entry.Place.Country).ToHashSet(StringComparer.Ordinal);
        var places = entries.ToLookup(entry => entry.Zone, entry => entry.Place.ToString(), StringComparer.OrdinalIgnoreCase);
        var kept = zones.Select(zone => zone with
        {
            Id = Id<StoredZone>.New(),
            Places = zone.Places is null && !places.Contains(zone.Name)
                ? null
                :
                [
                    .. (zone.Places ?? []).Where(place => !countries.Contains(place[..2])),
                    .. places[zone.Name].Distinct(StringComparer.Ordinal),
                ],
        });
        var names = zones.Select(zone => zone.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var added = places.Where(group => !names.Contains(group.Key)).OrderBy(group => group.Key, ZoneNames.Order)
            .Select((group, i) => ZoneNames.New(method, group.Key, zones.Count + i) with
            {
                Places = [.. group.Distinct(StringComparer.Ordinal)],
            });
        return [.. kept, .. added];
    }

    public int Entries(StoredZone zone) => zone.Places?.Length ?? 0;

    private void Add(CsvSheet.Row row)
    {
        Used++;
        var (zone, code) = (row.Fields[at.Zone], at.Country is { } column ? row.Fields[column].ToUpperInvariant() : at.Everywhere!);
        var country = Countries.Find(code);
        Fault(ZoneNames.IsOne(zone), row, at.Zone, "must be the name of a zone, at most 60 characters");
        Fault(country is not null, row, at.Country ?? at.Zone, $"\"{code}\" is not a country code");
        if (country is not null && PlaceOf(row, country) is var place)
        {
            Fault(place is not null, row, at.From ?? at.Zone, "must be postal codes of one length, the first not after the last");
            if (place is not null && ZoneNames.IsOne(zone))
            {
                entries.Add((row, zone, place));
            }
        }
    }

    private Place? PlaceOf(CsvSheet.Row row, Country country)
    {
        var from = at.From is { } first ? row.Fields[first] : "";
        var to = at.To is { } last && row.Fields[last].Length > 0 ? row.Fields[last] : from;
        return from.Length == 0 && to.Length == 0 ? new(country.Code, null, null, null, false) : Place.Range(country, from, to);
    }

    private void CheckWhole()
    {
        CheckOverlaps();
        var zones = entries.GroupBy(entry => entry.Zone, StringComparer.OrdinalIgnoreCase).Select(group => group.Count()).ToArray();
        Whole(Used > 0 || Faults.Count > 0, "holds no row that counts");
        Whole(zones.Length <= EditZones.MaxZones, $"names more than {EditZones.MaxZones} zones");
        Whole(zones.All(count => count <= ZoneInput.MaxPlaces), $"has a zone with more than {ZoneInput.MaxPlaces} ranges");
    }

    // Longer codes are exceptions to shorter ones; among codes of one length, two zones can't both be right.
    private void CheckOverlaps()
    {
        foreach (var level in entries.GroupBy(entry => (entry.Place.Country, entry.Place.From?.Length ?? 0)))
        {
            (string To, string Zone, int Line)? before = null;
            foreach (var (row, zone, place) in level.OrderBy(entry => entry.Place.From, StringComparer.Ordinal))
            {
                var clash = before is { } last && string.CompareOrdinal(place.From ?? "", last.To) <= 0
                    && !last.Zone.Equals(zone, StringComparison.OrdinalIgnoreCase);
                Fault(!clash, row, at.Zone, $"says zone {zone} where line {before?.Line} says zone {before?.Zone}");
                if (before is not { } reach || string.CompareOrdinal(place.To ?? "", reach.To) > 0)
                {
                    before = (place.To ?? "", zone, row.Line);
                }
            }
        }
    }

    private void Whole(bool holds, string message)
    {
        if (!holds)
        {
            Faults.Add(new(1, null, string.Create(CultureInfo.InvariantCulture, $"the file {message}")));
        }
    }

    private void Fault(bool holds, CsvSheet.Row row, int column, string message)
    {
        if (!holds)
        {
            Faults.Add(new(row.Line, at.Header[column], message));
        }
    }

    private sealed record Cells(int Zone, int? From, int? To, int? Country, string? Everywhere, IReadOnlyList<string> Header);
}
