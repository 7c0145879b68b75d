using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Taxes.Classes;

/// <summary>Staff add a tax class.</summary>
internal static class CreateTaxClass
{
    internal sealed record Request(string? Code, string? Name) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Required("code", Code);
            faults.Unless(TaxClass.IsCode(Code), "code", "must be lower-case letters, digits and hyphens, at most 40");
            faults.Text("name", Name, 100);
        }
    }

    internal static async Task<IResult> Handle(Body<Request> body, Database db, CancellationToken cancel)
    {
        var made = await Settings.Write(
            db, "pricing.create_tax_class", tx => Create(tx, body.Value), SettingsErrors.TaxClassExists, cancel);
        return made.Created(some => $"/api/v1/admin/tax-classes/{some.Code}");
    }

    private static Task<Outcome<TaxClassView>> Create(Tx tx, Request input)
    {
        var some = new TaxClass
        {
            Id = Id<TaxClass>.New(), Code = input.Code!, Name = input.Name!.Trim(), CreatedAt = tx.Now, UpdatedAt = tx.Now,
        };
        tx.Use<PricingDb>().Add(some);
        tx.Touch(Settings.Tag);
        return Task.FromResult<Outcome<TaxClassView>>(TaxClassView.Of(some, 0));
    }
}
