using System.Text.Json.Serialization;
using Tradepost.Contracts;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Taxes.Exemptions;

/// <summary>A certificate as staff send it, without its customer.</summary>
internal sealed record TaxExemptionInput(
    string? Number, string? Country, string? State, DateOnly? ValidFrom, DateOnly? ValidUntil, string? Note) : IChecked
{
    public void Check(Faults faults)
    {
        faults.Text("number", Number, 100);
        new DestinationInput(Country, State, null, null).Check(faults);
        faults.Unless(ValidFrom is null || ValidUntil is null || ValidFrom <= ValidUntil, "validUntil", "must not be before validFrom");
        faults.OptionalText("note", Note, 1000);
    }

    public void WriteTo(TaxExemption exemption)
    {
        var place = new DestinationInput(Country, State, null, null).ToDestination();
        (exemption.Number, exemption.Country, exemption.State) = (Number!.Trim(), place.Country, place.State);
        (exemption.ValidFrom, exemption.ValidUntil) = (ValidFrom, ValidUntil);
        exemption.Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim();
    }
}

/// <summary>A certificate as staff see it.</summary>
internal sealed record TaxExemptionView(
    Id<TaxExemption> Id, UserId UserId, string Email, string Number, string Country, string? State, DateOnly? ValidFrom,
    DateOnly? ValidUntil, string? Note, [property: JsonIgnore] int Version)
{
    public static TaxExemptionView Of(TaxExemption exemption, string email) => new(
        exemption.Id, exemption.UserId, email, exemption.Number, exemption.Country, exemption.State, exemption.ValidFrom,
        exemption.ValidUntil, exemption.Note, exemption.Version);
}
