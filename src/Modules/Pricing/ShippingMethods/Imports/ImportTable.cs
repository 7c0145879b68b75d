using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.ShippingMethods.Zones;

namespace Tradepost.Pricing.ShippingMethods.Imports;

/// <summary>
/// Staff put a CSV file in place of a method's prices or places: all of it, or, when a row is faulty, nothing. A dry run tells what it
/// would do.
/// </summary>
internal static class ImportTable
{
    private const int ShownFaults = 100;

    /// <param name="Applied">False after a dry run.</param>
    /// <param name="Rows">Below the header.</param>
    /// <param name="Used">That count.</param>
    /// <param name="Zones">All zones as they become.</param>
    /// <param name="ErrorCount">Faults in all.</param>
    /// <param name="Errors">The first hundred.</param>
    /// <param name="Version">Of the method, for the ETag.</param>
    internal sealed record Result(
        bool Applied, int Rows, int Used, IReadOnlyList<ZoneChange> Zones, int ErrorCount, IReadOnlyList<RowFault> Errors,
        [property: System.Text.Json.Serialization.JsonIgnore] int Version);

    /// <param name="Zone">Its name.</param>
    /// <param name="Entries">Prices or places it has afterwards.</param>
    /// <param name="Before">Prices or places it had.</param>
    /// <param name="IsNew">It was not there.</param>
    internal sealed record ZoneChange(string Zone, int Entries, int Before, bool IsNew);

    internal static Task<IResult> Rates(ShippingMethodId id, HttpContext http, Database db, CancellationToken cancel) =>
        Import(id, http, db, "pricing.import_rates", (sheet, method) => RateFile.Parse(sheet, http.Request.Query, method.Currency), cancel);

    internal static Task<IResult> Chart(ShippingMethodId id, HttpContext http, Database db, CancellationToken cancel) =>
        Import(id, http, db, "pricing.import_zones", (sheet, _) => ZoneFile.Parse(sheet, http.Request.Query), cancel);

    private static async Task<IResult> Import(
        ShippingMethodId id, HttpContext http, Database db, string name, Func<CsvSheet, ShippingMethod, ITableFile> parse,
        CancellationToken cancel)
    {
        var faults = new Faults();
        var dryRun = QueryValues.Flag(http.Request.Query, "dryRun", faults) ?? false;
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        // Read anew at each attempt of the write: faults are noted on the sheet.
        var text = await CsvSheet.Text(http);
        var done = dryRun ? await Try() : await db.Write(name, Apply, cancel);
        return done.OkTagged(http, result => Etags.Of(result.Version));

        async Task<Outcome<Result>> Try()
        {
            await using var context = db.Context<PricingDb>();
            return await context.ShippingMethods.AsNoTracking().SingleOrDefaultAsync(method => method.Id == id, cancel) is { } method
                ? Preview(parse(CsvSheet.Parse(text), method), method, await MethodShelf.ZonesOf(context, id, cancel), false).Result
                : SettingsErrors.MethodNotFound.Refuse();
        }

        async Task<Outcome<Result>> Apply(Tx tx)
        {
            var context = tx.Use<PricingDb>();
            if (await MethodShelf.Lock(context, id, tx.Cancel) is not { } method)
            {
                return SettingsErrors.MethodNotFound.Refuse();
            }

            if (Etags.Check(http, method.Version) is { } stale)
            {
                return stale;
            }

            var (result, zones) = Preview(
                parse(CsvSheet.Parse(text), method), method, await MethodShelf.ZonesOf(context, id, tx.Cancel), applied: true);
            if (result.ErrorCount > 0)
            {
                return SettingsErrors.FileRejected.With("rows", result.Errors).With("errorCount", result.ErrorCount);
            }

            await MethodWrites.ReplaceZones(tx, method, zones);
            return result with { Version = method.Version };
        }
    }

    private static (Result Result, IReadOnlyList<StoredZone> Zones) Preview(
        ITableFile file, ShippingMethod method, IReadOnlyList<StoredZone> before, bool applied)
    {
        var zones = file.ApplyTo(method.Id, before);
        if (zones.Count > EditZones.MaxZones)
        {
            file.Faults.Add(new(1, null, $"the method would have more than {EditZones.MaxZones} zones"));
        }

        var known = before.ToDictionary(zone => zone.Name, StringComparer.OrdinalIgnoreCase);
        var changes = zones.Select(zone => new ZoneChange(
            zone.Name, file.Entries(zone), known.TryGetValue(zone.Name, out var old) ? file.Entries(old) : 0,
            !known.ContainsKey(zone.Name)));
        var faults = file.Faults.OrderBy(fault => fault.Line).ToArray();
        return (new(applied, file.Total, file.Used, [.. changes], faults.Length, [.. faults.Take(ShownFaults)], method.Version), zones);
    }
}
