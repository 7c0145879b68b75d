using Microsoft.AspNetCore.Http;
using Npgsql;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.ShippingMethods;

/// <summary>Staff remove a way to deliver. Carts that chose it choose again; one that orders refer to can only be switched off.</summary>
internal static class DeleteShippingMethod
{
    internal static async Task<IResult> Handle(ShippingMethodId id, Database db, CancellationToken cancel)
    {
        try
        {
            return (await db.Write("pricing.delete_shipping_method", tx => Delete(tx, id), cancel)).NoContent();
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            return SettingsErrors.MethodInUse.Refuse().ToResult();
        }
    }

    private static async Task<Outcome<Done>> Delete(Tx tx, ShippingMethodId id)
    {
        tx.Touch(Settings.Tag);
        return await tx.Execute($"delete from pricing.shipping_methods where id = {id}") == 1
            ? Done.Value
            : SettingsErrors.MethodNotFound.Refuse();
    }
}
