using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Contracts.Identity;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Taxes.Exemptions;

/// <summary>Staff change some of a certificate; null clears. Whose it is stays.</summary>
internal static class EditTaxExemption
{
    internal sealed record Request(
        string? Number, string? Country, string? State, DateOnly? ValidFrom, DateOnly? ValidUntil, string? Note) : IChecked
    {
        // What goes together is known once what is left out is filled in.
        public void Check(Faults faults)
        {
        }
    }

    internal static async Task<IResult> Handle(
        Id<TaxExemption> id, Body<Request> body, HttpContext http, Database db, IUsers users, CancellationToken cancel)
    {
        var edited = await db.Write("pricing.edit_tax_exemption", tx => Edit(tx, id, body, http), cancel);
        if (!edited.Try(out var exemption, out var refusal))
        {
            return refusal.ToResult();
        }

        var people = await users.People([exemption.UserId], cancel);
        Outcome<TaxExemptionView> view = TaxExemptionView.Of(exemption, people.GetValueOrDefault(exemption.UserId)?.Email ?? "");
        return view.OkTagged(http, shown => Etags.Of(shown.Version));
    }

    private static async Task<Outcome<TaxExemption>> Edit(Tx tx, Id<TaxExemption> id, Body<Request> body, HttpContext http)
    {
        var locked = tx.Use<PricingDb>().TaxExemptions.FromSql($"select * from pricing.tax_exemptions where id = {id.Value} for update");
        if (await locked.SingleOrDefaultAsync(tx.Cancel) is not { } exemption)
        {
            return SettingsErrors.TaxExemptionNotFound.Refuse();
        }

        var (faults, input) = (new Faults(), Merge(exemption, body));
        input.Check(faults);
        if ((Etags.Check(http, exemption.Version) ?? faults.Refusal()) is { } refusal)
        {
            return refusal;
        }

        input.WriteTo(exemption);
        (exemption.Version, exemption.UpdatedAt) = (exemption.Version + 1, tx.Now);
        tx.Touch(ExemptionShelf.Tag);
        return exemption;
    }

    private static TaxExemptionInput Merge(TaxExemption exemption, Body<Request> body) => new(
        body.Has("number") ? body.Value.Number : exemption.Number,
        body.Has("country") ? body.Value.Country : exemption.Country,
        body.Has("state") ? body.Value.State : exemption.State,
        body.Has("validFrom") ? body.Value.ValidFrom : exemption.ValidFrom,
        body.Has("validUntil") ? body.Value.ValidUntil : exemption.ValidUntil,
        body.Has("note") ? body.Value.Note : exemption.Note);
}
