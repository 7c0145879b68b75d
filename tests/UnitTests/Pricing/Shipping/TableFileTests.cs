using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.ShippingMethods.Imports;
using Tradepost.Pricing.ShippingMethods.Zones;

namespace Tradepost.UnitTests.Pricing.Shipping;

/// <summary>Rate tables and zone charts read from CSV, exactly and whole.</summary>
public sealed class TableFileTests
{
    private static readonly ShippingMethodId Method = ShippingMethodId.New();

    [Theory]
    [InlineData("1", "lb", 454)]
    [InlineData("0.9999", "lb", 454)]
    [InlineData("0.25", "lb", 114)] // 113.398…
    [InlineData("70", "lb", 31752)]
    [InlineData("100000", "lb", 45359237)] // exact: nothing to round up
    [InlineData("16", "oz", 454)]
    [InlineData("0.5", "kg", 500)]
    [InlineData("0.0001", "kg", 1)]
    [InlineData("250", "g", 250)]
    [InlineData("0", "kg", null)]
    [InlineData("-1", "kg", null)]
    [InlineData("1e3", "g", null)]
    [InlineData("1,5", "kg", null)]
    [InlineData("9999999", "kg", null)]
    [InlineData("", "kg", null)]
    public void Weights_become_whole_grams_that_hold_them(string text, string unit, int? grams) =>
        Assert.Equal(grams, Figures.Weight(text, unit));

    [Theory]
    [InlineData("7.20", "USD", 720)]
    [InlineData("$7.2", "USD", 720)]
    [InlineData("7", "USD", 700)]
    [InlineData("7.2000", "USD", 720)]
    [InlineData("0.07", "USD", 7)]
    [InlineData("7.205", "USD", null)]
    [InlineData("700", "JPY", 700)]
    [InlineData("7.5", "JPY", null)]
    [InlineData("1.234", "KWD", 1234)]
    [InlineData("-7", "USD", null)]
    [InlineData("7,20", "USD", null)]
    [InlineData("", "USD", null)]
    [InlineData(".5", "USD", null)]
    [InlineData("1.2.3", "USD", null)]
    [InlineData("99999999999999", "USD", null)]
    public void Amounts_move_digits_and_round_nothing(string text, string currency, int? minor) =>
        Assert.Equal(minor, Figures.Minor(text, Currency.Of(currency)));

    [Fact]
    public void Rates_are_sorted_by_weight_and_only_the_wanted_rows_count()
    {
        const string Csv = "service,lb,zone,usd\nground,2,1,9.85\nair,1,1,20\nground,1,1,9.10\nground,0.9999,1,9.10\nground,1,2,9.45\n";
        var file = Rates(Csv, ("weightColumn", "lb"), ("weightUnit", "lb"), ("priceColumn", "usd"), ("filterColumn", "SERVICE"),
            ("filterValue", "ground"));
        var zones = file.ApplyTo(Method, []);
        Assert.Empty(file.Faults);
        Assert.Equal((5, 4), (file.Total, file.Used));
        Assert.Equal(["1", "2"], zones.Select(zone => zone.Name));
        Assert.Equal([454L, 908L], zones[0].RateBounds);
        Assert.Equal([910L, 985L], zones[0].RatePricesMinor);
        Assert.Empty(zones[0].Places!);
    }

    [Fact]
    public void Every_faulty_row_is_named_by_its_line()
    {
        const string Csv = "zone,max_weight,price\n1,x,5\n,1,5\n1,1,abc\n1,1\n1,2,5\n1,2,6\n\"1\"x,3,5\n";
        var faults = Rates(Csv).Faults.OrderBy(fault => fault.Line).Select(fault => (fault.Line, fault.Column)).ToArray();
        Assert.Equal([(2, "max_weight"), (3, "zone"), (4, "price"), (5, null), (7, "price"), (8, null)], faults);
    }

    [Fact]
    public void Zones_the_table_does_not_name_lose_their_weights_and_keep_other_prices()
    {
        StoredZone[] before =
        [
            Zones.Table("old", RateBases.Weight, [(1, 1)], "US"), Zones.Stored("flat", places: ["DE"]), Zones.Stored("2", places: ["FR"]),
        ];
        var after = Rates("zone,max_weight,price\n10,1,5\n2,1,7\n").ApplyTo(Method, before);
        Assert.Equal(["old", "flat", "2", "10"], after.Select(zone => zone.Name));
        Assert.Equal([0, 0, 1, 1], after.Select(zone => zone.RateBounds.Length));
        Assert.Equal(["weight", "flat", "weight", "weight"], after.Select(zone => zone.Basis));
        Assert.Equal(["FR"], after[2].Places!);
        Assert.Equal([0, 1, 2, 3], before.Select((_, i) => i).Append(after[3].Position));
    }

    [Theory]
    [InlineData("zone;max_weight;price\n1;1.5;5\n")]
    [InlineData("zone\tmax_weight\tprice\r\n1\t1.5\t5\r\n")]
    [InlineData("\"zone\", max_weight ,price\n\"1\", 1.5 ,\"5\"\n\n")]
    [InlineData("\uFEFFzone,max_weight,price\n1,1.5,5")]
    public void Semicolons_tabs_quotes_blanks_and_a_byte_order_mark_are_understood(string csv)
    {
        var file = Rates(csv.TrimStart('\uFEFF'));
        Assert.Empty(file.Faults);
        Assert.Equal([1500L], file.ApplyTo(Method, []).Single().RateBounds);
    }

    [Fact]
    public void Columns_the_file_does_not_have_are_named()
    {
        var refused = Assert.Throws<RequestRefusedException>(() => Rates("a,b\n1,2\n", ("priceColumn", "usd"), ("weightUnit", "stone"),
            ("filterColumn", "service")));
        Assert.Equal(
            ["filterColumn", "filterValue", "priceColumn", "weightColumn", "weightUnit", "zoneColumn"],
            refused.Refusal.Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_empty_file_and_one_without_rows_that_count_are_refused()
    {
        Assert.Single(Rates("zone,max_weight,price\n").Faults);
        Assert.Throws<RequestRefusedException>(() => Rates(""));
    }

    [Fact]
    public void A_chart_replaces_the_places_of_its_countries_only()
    {
        StoredZone[] before = [Zones.Stored("1", places: ["US:100*", "DE"]), Zones.Stored("world", places: null)];
        var file = Chart("zone,from,to\n1,005,009\n2,010,\n2,96900,96938\n1,90210,90210\n", ("country", "us"));
        var after = file.ApplyTo(Method, before);
        Assert.Empty(file.Faults);
        Assert.Equal(["DE", "US:005-009", "US:90210"], after[0].Places!);
        Assert.Null(after[1].Places);
        Assert.Equal(("2", "weight"), (after[2].Name, after[2].Basis));
        Assert.Equal(["US:010*", "US:96900-96938"], after[2].Places!);
    }

    [Fact]
    public void Whole_countries_and_countries_by_column_are_read()
    {
        var after = Chart("zone,country\nEU,de\nEU,FR\nworld,NZ\n").ApplyTo(Method, []);
        Assert.Equal(["DE", "FR"], after[0].Places!);
        Assert.Equal(["country"], Refused("zone,from\n1,005\n"));
        Assert.Equal(["country", "toColumn"], Refused("zone,from\n1,005\n", ("country", "XX"), ("toColumn", "until")));

        static IEnumerable<string> Refused(string csv, params (string, string)[] query) =>
            Assert.Throws<RequestRefusedException>(() => Chart(csv, query)).Refusal.Fields.Keys.Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Two_zones_that_claim_the_same_codes_are_refused_unless_one_is_an_exception_by_length()
    {
        var clash = Chart("zone,from,to\n1,005,009\n2,008,012\n1,009,010\n", ("country", "US")).Faults;
        Assert.Equal([3, 4], clash.Select(fault => fault.Line));
        Assert.Empty(Chart("zone,from,to\n1,005,009\n2,00810,00820\n1,007,009\n", ("country", "US")).Faults);
        Assert.Equal([2, 3], Chart("zone,from,to\n1,009,005\n2,08,012\n", ("country", "US")).Faults.Select(fault => fault.Line));
    }

    private static RateFile Rates(string csv, params (string, string)[] query) =>
        RateFile.Parse(CsvSheet.Parse(csv), Query(query), Currency.Usd);

    private static ZoneFile Chart(string csv, params (string, string)[] query) => ZoneFile.Parse(CsvSheet.Parse(csv), Query(query));

    private static QueryCollection Query((string Name, string Value)[] query) =>
        new(query.ToDictionary(pair => pair.Name, pair => new StringValues(pair.Value), StringComparer.Ordinal));
}
