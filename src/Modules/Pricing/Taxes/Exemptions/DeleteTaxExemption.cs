using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Taxes.Exemptions;

/// <summary>Staff remove a certificate. Orders it freed keep its number.</summary>
internal static class DeleteTaxExemption
{
    internal static async Task<IResult> Handle(Id<TaxExemption> id, Database db, CancellationToken cancel)
    {
        var deleted = await db.Write<Done>(
            "pricing.delete_tax_exemption",
            async tx =>
            {
                tx.Touch(ExemptionShelf.Tag);
                return await tx.Execute($"delete from pricing.tax_exemptions where id = {id}") == 1
                    ? Done.Value
                    : SettingsErrors.TaxExemptionNotFound.Refuse();
            },
            cancel);
        return deleted.NoContent();
    }
}
