using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Identity;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Taxes.Exemptions;

/// <summary>Staff note a customer's certificate.</summary>
internal static class CreateTaxExemption
{
    internal sealed record Request(
        string? Email, string? Number, string? Country, string? State, DateOnly? ValidFrom, DateOnly? ValidUntil, string? Note) : IChecked
    {
        public TaxExemptionInput Input => new(Number, Country, State, ValidFrom, ValidUntil, Note);

        public void Check(Faults faults)
        {
            faults.Email("email", Email);
            Input.Check(faults);
        }
    }

    internal static async Task<IResult> Handle(Body<Request> body, Database db, IUsers users, CancellationToken cancel)
    {
        var email = body.Value.Email!.Trim();
        if (await users.Find(email, cancel) is not { } user)
        {
            return PlatformErrors.Invalid.On("email", "is not the address of an account").ToResult();
        }

        var made = await db.Write("pricing.create_tax_exemption", tx => Create(tx, body.Value.Input, user, email), cancel);
        return made.Created(exemption => $"/api/v1/admin/tax-exemptions/{exemption.Id}");
    }

    private static Task<Outcome<TaxExemptionView>> Create(Tx tx, TaxExemptionInput input, UserId user, string email)
    {
        var exemption = new TaxExemption
        {
            Id = Id<TaxExemption>.New(), UserId = user, Number = "", Country = "", CreatedAt = tx.Now, UpdatedAt = tx.Now,
        };
        input.WriteTo(exemption);
        tx.Use<PricingDb>().Add(exemption);
        tx.Touch(ExemptionShelf.Tag);
        return Task.FromResult<Outcome<TaxExemptionView>>(TaxExemptionView.Of(exemption, email));
    }
}
