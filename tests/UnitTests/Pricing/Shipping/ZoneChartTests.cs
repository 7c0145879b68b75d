using FsCheck;
using FsCheck.Fluent;
using Tradepost.Contracts;
using Tradepost.Pricing.ShippingMethods.Zones;
using static Tradepost.UnitTests.Pricing.Shipping.Zones;

namespace Tradepost.UnitTests.Pricing.Shipping;

/// <summary>The most specific place wins.</summary>
public sealed class ZoneChartTests
{
    [Theory]
    [InlineData("US", "CA", "90210", "whole code")]
    [InlineData("US", "CA", "90210-1234", "whole code")]
    [InlineData("US", "CA", "90211", "four digits")]
    [InlineData("US", "CA", "90299", "prefix")]
    [InlineData("US", "CA", "94105", "state")]
    [InlineData("US", "NV", null, "country")]
    [InlineData("US", "NY", "00501", "leading zeros")]
    [InlineData("US", "NY", "501", "country")]
    [InlineData("DE", null, "10115", "world")]
    [InlineData("PL", null, "00-001", "hyphens")]
    [InlineData("PL", null, "00-500", "hyphens between")]
    public void A_whole_code_wins_over_longer_ranges_over_shorter_ones_over_state_country_and_everywhere(
        string country, string? state, string? code, string zone)
    {
        var chart = Chart(
            ("world", null), ("country", ["US"]), ("state", ["US-CA"]), ("prefix", ["US:902*"]), ("four digits", ["US:9021-9022"]),
            ("whole code", ["US:90210"]), ("leading zeros", ["US:005*"]), ("hyphens", ["PL:00-001"]),
            ("hyphens between", ["PL:00-100..00-999"]));
        Assert.Equal(zone, chart.Find(new(country, state, code, null))?.Stored.Name);
    }

    [Fact]
    public void Outside_all_zones_there_is_none_and_a_zone_without_places_holds_nobody()
    {
        var chart = Chart(("some", ["US-CA", "US:10000-10999"]), ("not yet", []));
        Assert.Null(chart.Find(Zip("20000", "VA")));
        Assert.NotNull(chart.Find(Zip("10999", "NY")));
        Assert.Null(chart.Find(new("CA", null, "10500", null)));
    }

    [Fact]
    public void Between_equals_the_zone_that_stands_first_wins() =>
        Assert.Equal("first", Chart(("first", ["US:100-200"]), ("second", ["US:150-300"])).Find(Zip("15500"))?.Stored.Name);

    [Fact]
    public void Cut_and_searched_ranges_find_what_a_look_at_every_place_finds()
    {
        var digits = Gen.Elements("0", "1", "2", "3");
        var code = from count in Gen.Choose(1, 5) from some in Gen.ArrayOf(digits, count) select string.Concat(some);
        var range = from length in Gen.Choose(1, 5)
                    from a in Gen.ArrayOf(digits, length)
                    from b in Gen.ArrayOf(digits, length)
                    let bounds = new[] { string.Concat(a), string.Concat(b) }.Order(StringComparer.Ordinal).ToArray()
                    select $"US:{bounds[0]}..{bounds[1]}";
        var place = Gen.Frequency((8, range), (1, Gen.Elements("US", "US-CA", "US-NY", "DE")), (2, code.Select(one => $"US:{one}*")));
        var zones = from count in Gen.Choose(0, 6) from sets in Gen.ArrayOf(Gen.ListOf(place), count) select sets;
        var to = from one in code from state in Gen.Elements("CA", "NY", null) select new Destination("US", state, one, null);
        var cases = from sets in zones from place2 in to select (sets, place2);
        Prop.ForAll(cases.ToArbitrary(), some =>
        {
            var named = some.sets.Select((places, i) => ($"{i}", (string[]?)[.. places])).ToArray();
            return Chart(named).Find(some.place2)?.Stored.Name == Naive(named, some.place2);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static string? Naive((string Name, string[]? Places)[] zones, Destination to)
    {
        var matches = zones.SelectMany((zone, order) => zone.Places!.Select(text => (zone.Name, order, Rank: Rank(text, to))));
        return matches.Where(match => match.Rank > 0).OrderByDescending(match => match.Rank).ThenBy(match => match.order)
            .Select(match => match.Name).FirstOrDefault();
    }

    // Written from the rule, not from the code: countries 1, states 2, a range of n digits 10 + n, a whole code 100.
    private static int Rank(string text, Destination to)
    {
        if (text == to.Country || text == $"{to.Country}-{to.State}")
        {
            return text.Length == 2 ? 1 : 2;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return 0;
        }

        var bounds = text[(colon + 1)..].TrimEnd('*').Split("..");
        var (from, last) = (bounds[0], bounds[^1]);
        var begin = to.PostalCode!.Length >= from.Length ? to.PostalCode[..from.Length] : null;
        var holds = begin is not null && string.CompareOrdinal(begin, from) >= 0 && string.CompareOrdinal(begin, last) <= 0;
        return !holds ? 0 : from == last && from.Length == 5 && !text.EndsWith('*') ? 100 : 10 + from.Length;
    }

    private static ZoneChart Chart(params (string Name, string[]? Places)[] zones) =>
        new([.. zones.Select(zone => Zone.Of(Stored(zone.Name, places: zone.Places)))]);
}
