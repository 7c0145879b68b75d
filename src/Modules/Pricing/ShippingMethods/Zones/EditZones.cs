using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.ShippingMethods.Zones;

/// <summary>A method with its zones, and their replacement as a whole.</summary>
internal static class EditZones
{
    public const int MaxZones = 100;

    internal sealed record Detail(
        ShippingMethodView Method, IReadOnlyList<ZoneView> Zones, [property: JsonIgnore] int Version)
    {
        public static Detail Of(ShippingMethod method, IReadOnlyList<StoredZone> zones) => new(
            ShippingMethodView.Of(method, zones.Count), [.. zones.Select(zone => ZoneView.Of(zone, method.Currency))], method.Version);
    }

    internal sealed record Request(IReadOnlyList<ZoneInput?>? Zones) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Required("zones", Zones);
            faults.Unless(Zones is null or { Count: <= MaxZones }, "zones", $"can be at most {MaxZones}");
        }

        /// <summary>Checks against the method's currency, known once the method is read.</summary>
        public Refusal? Check(Currency currency)
        {
            var (faults, names) = (new Faults(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
            for (var i = 0; i < Zones!.Count; i++)
            {
                var at = string.Create(CultureInfo.InvariantCulture, $"zones[{i}]");
                faults.Unless(Zones[i] is not null, at, "is required");
                Zones[i]?.Check(faults, at, currency);
                faults.Unless(names.Add(Zones[i]?.Name?.Trim() ?? at), $"{at}.name", "is there twice");
            }

            return faults.Refusal();
        }
    }

    internal static async Task<IResult> Get(ShippingMethodId id, HttpContext http, Database db, CancellationToken cancel)
    {
        await using var context = db.Context<PricingDb>();
        var found = await context.ShippingMethods.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel);
        Outcome<Detail> detail = found is { } method
            ? Detail.Of(method, await MethodShelf.ZonesOf(context, id, cancel))
            : SettingsErrors.MethodNotFound.Refuse();
        return detail.OkTagged(http, shown => Etags.Of(shown.Version));
    }

    internal static async Task<IResult> Put(
        ShippingMethodId id, Body<Request> body, HttpContext http, Database db, CancellationToken cancel)
    {
        var put = await db.Write<Detail>("pricing.replace_zones", Replace, cancel);
        return put.OkTagged(http, shown => Etags.Of(shown.Version));

        async Task<Outcome<Detail>> Replace(Tx tx)
        {
            if (await MethodShelf.Lock(tx.Use<PricingDb>(), id, tx.Cancel) is not { } method)
            {
                return SettingsErrors.MethodNotFound.Refuse();
            }

            if ((Etags.Check(http, method.Version) ?? body.Value.Check(method.Currency)) is { } refusal)
            {
                return refusal;
            }

            StoredZone[] zones = [.. body.Value.Zones!.Select((zone, position) => zone!.ToStored(id, position))];
            await MethodWrites.ReplaceZones(tx, method, zones);
            return Detail.Of(method, zones);
        }
    }
}
