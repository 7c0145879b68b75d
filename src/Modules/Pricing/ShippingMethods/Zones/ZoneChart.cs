using System.Collections.Frozen;
using Tradepost.Contracts;

namespace Tradepost.Pricing.ShippingMethods.Zones;

/// <summary>
/// Which zone of a method a destination lies in. The most specific place wins: a whole postal code, then longer prefixes and ranges before
/// shorter ones, then the state, the country, everywhere. Between equals the zone that stands first.
/// </summary>
internal sealed class ZoneChart
{
    public static readonly ZoneChart Empty = new([]);

    private readonly FrozenDictionary<string, int> whole; // by the place's text
    private readonly FrozenDictionary<string, PostalRanges[]> ranges; // by country, longest bounds first
    private readonly int? everywhere;

    public ZoneChart(IReadOnlyList<Zone> zones)
    {
        Zones = zones;
        var places = zones.SelectMany((zone, index) => (zone.Places ?? []).Select(place => (Place: place, Zone: index))).ToArray();
        whole = places.Where(one => one.Place.Exact || one.Place.From is null)
            .GroupBy(one => one.Place.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Min(one => one.Zone), StringComparer.Ordinal);
        ranges = places.Where(one => one.Place is { Exact: false, From: not null })
            .GroupBy(one => one.Place.Country, StringComparer.Ordinal)
            .ToFrozenDictionary(country => country.Key, country => Levels(country), StringComparer.Ordinal);
        everywhere = zones.Select((zone, index) => zone.Places is null ? index : (int?)null).FirstOrDefault(index => index is not null);
        ByPostalCode = places.Where(one => one.Place.From is not null).Select(one => one.Place.Country)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>In their order. None: the method has one price everywhere.</summary>
    public IReadOnlyList<Zone> Zones { get; }

    /// <summary>Countries where the zone depends on the postal code.</summary>
    public FrozenSet<string> ByPostalCode { get; }

    /// <summary>The zone this destination lies in; null when it lies in none.</summary>
    public Zone? Find(Destination to)
    {
        var code = PostalCodes.Plain(to.Country, to.PostalCode);
        var found = Whole($"{to.Country}:{code}") ?? InRange(to.Country, code)
            ?? (to.State is null ? null : Whole($"{to.Country}-{to.State}")) ?? Whole(to.Country) ?? everywhere;
        return found is { } index ? Zones[index] : null;
    }

    private int? Whole(string place) => whole.TryGetValue(place, out var zone) ? zone : null;

    private int? InRange(string country, string code)
    {
        foreach (var level in ranges.GetValueOrDefault(country, []))
        {
            if (level.Find(code) is { } zone)
            {
                return zone;
            }
        }

        return null;
    }

    private static PostalRanges[] Levels(IEnumerable<(Place Place, int Zone)> places) =>
    [
        .. places.GroupBy(one => one.Place.From!.Length).OrderByDescending(level => level.Key)
            .Select(level => new PostalRanges(level.Key, level.Select(one => (one.Place.From!, one.Place.To!, one.Zone)))),
    ];
}
