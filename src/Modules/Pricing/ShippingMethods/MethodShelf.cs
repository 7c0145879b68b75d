using Microsoft.EntityFrameworkCore;
using Tradepost.Pricing.ShippingMethods.Zones;

namespace Tradepost.Pricing.ShippingMethods;

/// <summary>Reads methods with their zones.</summary>
internal static class MethodShelf
{
    public static async Task<List<ShippingMethod>> Read(PricingDb context, CancellationToken cancel)
    {
        var methods = await context.ShippingMethods.AsNoTracking().ToListAsync(cancel);
        var zones = (await context.ShippingZones.AsNoTracking().ToListAsync(cancel)).ToLookup(zone => zone.MethodId);
        methods.ForEach(method => method.Chart = new(
            [.. zones[method.Id].OrderBy(zone => zone.Position).Select(Zone.Of)]));
        return methods;
    }

    /// <summary>The zones of one method, in order.</summary>
    public static Task<List<StoredZone>> ZonesOf(PricingDb context, ShippingMethodId method, CancellationToken cancel) =>
        context.ShippingZones.AsNoTracking().Where(zone => zone.MethodId == method).OrderBy(zone => zone.Position).ToListAsync(cancel);

    /// <summary>A method, locked until the transaction ends; null when there is none.</summary>
    public static Task<ShippingMethod?> Lock(PricingDb context, ShippingMethodId id, CancellationToken cancel) =>
        context.ShippingMethods.FromSql($"select * from pricing.shipping_methods where id = {id.Value} for update")
            .SingleOrDefaultAsync(cancel);
}
