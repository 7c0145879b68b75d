using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.ShippingMethods;

/// <summary>What writes of methods have in common.</summary>
internal static class MethodWrites
{
    /// <summary>
    /// A named write in which a taken code and an unknown location are refused. Whether the location is there the foreign key decides: it
    /// belongs to another module, and may be removed at this moment.
    /// </summary>
    public static async Task<Outcome<T>> Write<T>(Database db, string name, Func<Tx, Task<Outcome<T>>> work, CancellationToken cancel)
    {
        try
        {
            return await Settings.Write(db, name, work, SettingsErrors.CodeTaken, cancel);
        }
        catch (DbUpdateException failure)
            when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation })
        {
            return PlatformErrors.Invalid.On("originLocationId", "is not a stock location");
        }
    }

    /// <summary>Puts these zones in place of the method's, as part of a write that locked it.</summary>
    public static async Task ReplaceZones(Tx tx, ShippingMethod method, IReadOnlyList<Zones.StoredZone> zones)
    {
        var context = tx.Use<PricingDb>();
        await tx.Execute($"delete from pricing.shipping_zones where method_id = {method.Id}");
        context.ShippingZones.AddRange(zones);
        (method.Version, method.UpdatedAt) = (method.Version + 1, tx.Now);
        tx.Touch(Settings.Tag);
    }
}
