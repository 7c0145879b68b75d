using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Taxes.Classes;

/// <summary>Staff rename a tax class. Its code stays: products carry it.</summary>
internal static class EditTaxClass
{
    internal sealed record Request(string? Name) : IChecked
    {
        public void Check(Faults faults) => faults.Text("name", Name, 100);
    }

    internal static async Task<IResult> Handle(string code, Body<Request> body, HttpContext http, Database db, CancellationToken cancel)
    {
        var edited = await db.Write("pricing.edit_tax_class", tx => Edit(tx, code, body.Value, http), cancel);
        return edited.OkTagged(http, some => Etags.Of(some.Version));
    }

    private static async Task<Outcome<TaxClassView>> Edit(Tx tx, string code, Request input, HttpContext http)
    {
        var context = tx.Use<PricingDb>();
        var locked = context.TaxClasses.FromSql($"select * from pricing.tax_classes where code = {code} for no key update");
        if (await locked.SingleOrDefaultAsync(tx.Cancel) is not { } some)
        {
            return SettingsErrors.TaxClassNotFound.Refuse();
        }

        if (Etags.Check(http, some.Version) is { } stale)
        {
            return stale;
        }

        (some.Name, some.Version, some.UpdatedAt) = (input.Name!.Trim(), some.Version + 1, tx.Now);
        return TaxClassView.Of(some, await context.TaxRates.LongCountAsync(rate => rate.TaxClass == code, tx.Cancel));
    }
}
