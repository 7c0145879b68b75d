using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Taxes.Classes;

namespace Tradepost.Pricing.TaxRates;

/// <summary>Staff change some of a tax. What they leave out stays; a state of null means the whole country, a
/// class of null the standard one, postal codes of null all of them.</summary>
internal static class EditTaxRate
{
    internal sealed record Request(string? Name, string? Country, string? State, string? Percent, bool? AppliesToShipping) : IChecked
    {
        public string? TaxClass { get; init; }

        public IReadOnlyList<string>? PostalCodes { get; init; }

        public IReadOnlyList<string>? ExceptPostalCodes { get; init; }

        // Whether country and state go together is known once what is left out is filled in.
        public void Check(Faults faults)
        {
        }
    }

    internal static async Task<IResult> Handle(Id<TaxRate> id, Body<Request> body, HttpContext http, Database db, CancellationToken cancel)
    {
        var edited =
            await Settings.Write(db, "pricing.edit_tax_rate", tx => Edit(tx, id, body, http), SettingsErrors.TaxRateExists, cancel);
        return edited.OkTagged(http, rate => Etags.Of(rate.Version));
    }

    private static async Task<Outcome<TaxRateView>> Edit(Tx tx, Id<TaxRate> id, Body<Request> body, HttpContext http)
    {
        var locked = tx.Use<PricingDb>().TaxRates.FromSql($"select * from pricing.tax_rates where id = {id.Value} for update");
        if (await locked.SingleOrDefaultAsync(tx.Cancel) is not { } rate)
        {
            return SettingsErrors.TaxRateNotFound.Refuse();
        }

        var (faults, input) = (new Faults(), Merge(rate, body));
        input.Check(faults);
        if ((Etags.Check(http, rate.Version) ?? faults.Refusal() ?? await TaxClass.Missing(tx, input.ClassCode)) is { } refusal)
        {
            return refusal;
        }

        input.WriteTo(rate);
        (rate.Version, rate.UpdatedAt) = (rate.Version + 1, tx.Now);
        tx.Touch(Settings.Tag);
        return TaxRateView.Of(rate);
    }

    private static TaxRateInput Merge(TaxRate rate, Body<Request> body) => new(
        body.Has("name") ? body.Value.Name : rate.Name,
        body.Has("country") ? body.Value.Country : rate.Country,
        body.Has("state") ? body.Value.State : rate.State,
        body.Has("percent") ? body.Value.Percent : Percents.Text(rate.Percent),
        body.Has("appliesToShipping") ? body.Value.AppliesToShipping : rate.AppliesToShipping)
    {
        TaxClass = body.Has("taxClass") ? body.Value.TaxClass : rate.TaxClass ?? TaxClass.Every,
        PostalCodes = body.Has("postalCodes") ? body.Value.PostalCodes : rate.PostalCodes,
        ExceptPostalCodes = body.Has("exceptPostalCodes") ? body.Value.ExceptPostalCodes : rate.ExceptPostalCodes,
    };
}
