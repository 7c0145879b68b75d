using Microsoft.AspNetCore.Http;
using Npgsql;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Taxes.Classes;

/// <summary>Staff remove a tax class no tax names. Products that carry it are taxed as standard ones from then on.</summary>
internal static class DeleteTaxClass
{
    internal static async Task<IResult> Handle(string code, Database db, CancellationToken cancel)
    {
        if (code == TaxClasses.Standard)
        {
            return SettingsErrors.TaxClassRequired.Refuse().ToResult();
        }

        try
        {
            return (await db.Write("pricing.delete_tax_class", tx => Delete(tx, code), cancel)).NoContent();
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            return SettingsErrors.TaxClassInUse.Refuse().ToResult();
        }
    }

    private static async Task<Outcome<Done>> Delete(Tx tx, string code)
    {
        tx.Touch(Settings.Tag);
        return await tx.Execute($"delete from pricing.tax_classes where code = {code}") == 1
            ? Done.Value
            : SettingsErrors.TaxClassNotFound.Refuse();
    }
}
