using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Taxes.Classes;

namespace Tradepost.Pricing.TaxRates;

/// <summary>Staff add a tax.</summary>
internal static class CreateTaxRate
{
    internal static async Task<IResult> Handle(Body<TaxRateInput> body, Database db, CancellationToken cancel)
    {
        var made = await Settings.Write(db, "pricing.create_tax_rate", tx => Create(tx, body.Value), SettingsErrors.TaxRateExists, cancel);
        return made.Created(rate => $"/api/v1/admin/tax-rates/{rate.Id}");
    }

    private static async Task<Outcome<TaxRateView>> Create(Tx tx, TaxRateInput input)
    {
        if (await TaxClass.Missing(tx, input.ClassCode) is { } missing)
        {
            return missing;
        }

        var rate = new TaxRate
        {
            Id = Id<TaxRate>.New(), Name = "", Country = "", Percent = 0, AppliesToShipping = false, CreatedAt = tx.Now, UpdatedAt = tx.Now,
        };
        input.WriteTo(rate);
        tx.Use<PricingDb>().Add(rate);
        tx.Touch(Settings.Tag);
        return TaxRateView.Of(rate);
    }
}
