using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.TaxRates;

/// <summary>Staff end a tax. Orders keep what they were taxed with.</summary>
internal static class DeleteTaxRate
{
    internal static async Task<IResult> Handle(Id<TaxRate> id, Database db, CancellationToken cancel)
    {
        var deleted = await db.Write<Done>(
            "pricing.delete_tax_rate",
            async tx =>
            {
                tx.Touch(Settings.Tag);
                return await tx.Execute($"delete from pricing.tax_rates where id = {id}") == 1
                    ? Done.Value
                    : SettingsErrors.TaxRateNotFound.Refuse();
            },
            cancel);
        return deleted.NoContent();
    }
}
