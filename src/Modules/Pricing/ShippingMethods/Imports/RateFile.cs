using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.ShippingMethods.Zones;

namespace Tradepost.Pricing.ShippingMethods.Imports;

/// <summary>A table of prices by zone and weight: one row a price.</summary>
internal sealed class RateFile : ITableFile
{
    private readonly Dictionary<string, SortedList<long, long>> tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Place at;

    private RateFile(CsvSheet sheet, Place at) => (this.at, Total, Faults) = (at, sheet.Rows.Count, sheet.Faults);

    public int Total { get; }

    public int Used { get; private set; }

    public List<RowFault> Faults { get; }

    /// <summary>Reads it; throws the refusal when the query does not fit the file.</summary>
    public static RateFile Parse(CsvSheet sheet, IQueryCollection query, Currency currency)
    {
        var faults = new Faults();
        var columns = new Columns(sheet, query, faults);
        var unit = QueryValues.OneOf(query, "weightUnit", faults, "kg", "g", "lb", "oz");
        var (zone, weight, price) = (
            columns.Of("zoneColumn", "zone", true), columns.Of("weightColumn", "max_weight", true),
            columns.Of("priceColumn", "price", true));
        columns.Filter();
        columns.Settle();
        var file = new RateFile(sheet, new(zone!.Value, weight!.Value, price!.Value, unit, currency, sheet.Header));
        foreach (var row in columns.Rows())
        {
            file.Add(row);
        }

        file.CheckWhole();
        return file;
    }

    /// <summary>
    /// The file says all there is to say of prices by weight: zones it does not name lose their table. New zones stand at the end and go
    /// nowhere until they have places.
    /// </summary>
    public IReadOnlyList<StoredZone> ApplyTo(ShippingMethodId method, IReadOnlyList<StoredZone> zones)
    {
        var kept = zones.Select(zone =>
            tables.TryGetValue(zone.Name, out var table) ? Charging(zone, table)
            : zone.Basis == RateBases.Weight ? Charging(zone, [])
            : zone with { Id = Id<StoredZone>.New() });
        var names = zones.Select(zone => zone.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var added = tables.Where(table => !names.Contains(table.Key)).OrderBy(table => table.Key, ZoneNames.Order)
            .Select((table, i) => Charging(ZoneNames.New(method, table.Key, zones.Count + i), table.Value));
        return [.. kept, .. added];
    }

    public int Entries(StoredZone zone) => zone.RateBounds.Length;

    private static StoredZone Charging(StoredZone zone, SortedList<long, long> table) => zone with
    {
        Id = Id<StoredZone>.New(), Basis = RateBases.Weight, BasePriceMinor = 0, PerKgMinor = 0, RateBounds = [.. table.Keys],
        RatePricesMinor = [.. table.Values],
    };

    private void Add(CsvSheet.Row row)
    {
        Used++;
        var (zone, weight, price) = (
            row.Fields[at.Zone], Figures.Weight(row.Fields[at.Weight], at.Unit), Figures.Minor(row.Fields[at.Price], at.Currency));
        Fault(ZoneNames.IsOne(zone), row, at.Zone, "must be the name of a zone, at most 60 characters");
        Fault(weight is not null, row, at.Weight, $"must be a weight in {at.Unit} above 0, like 0.5");
        Fault(price is not null, row, at.Price, $"must be an amount in {at.Currency}, like 7{(at.Currency.Scale == 0 ? "" : ".20")}");
        if (!ZoneNames.IsOne(zone) || weight is not { } grams || price is not { } minor)
        {
            return;
        }

        var table = tables.TryGetValue(zone, out var known) ? known : tables[zone] = [];

        // Two bounds may become one in whole grams (0.9999 lb and 1 lb). With one price between them that is no contradiction.
        var agrees = table.TryAdd(grams, minor) || table[grams] == minor;
        Fault(agrees, row, at.Price, "differs from another row's price for this zone and weight");
    }

    private void CheckWhole()
    {
        Whole(Used > 0 || Faults.Count > 0, "holds no row that counts");
        Whole(tables.Count <= EditZones.MaxZones, $"names more than {EditZones.MaxZones} zones");
        Whole(tables.Values.All(table => table.Count <= ZoneInput.MaxRates), $"has a zone with more than {ZoneInput.MaxRates} prices");
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

    private sealed record Place(int Zone, int Weight, int Price, string Unit, Currency Currency, IReadOnlyList<string> Header);
}
