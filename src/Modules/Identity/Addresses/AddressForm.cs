using Tradepost.Contracts;
using Tradepost.Platform.Http;

namespace Tradepost.Identity.Addresses;

/// <summary>An address as it is sent to be saved.</summary>
internal sealed record AddressForm(
    string? Name, string? Company, string? Line1, string? Line2, string? City, string? State, string? PostalCode, string? Country,
    string? Phone, bool? IsDefaultShipping, bool? IsDefaultBilling) : IChecked
{
    public void Check(Faults faults) => Input().Check(faults, "");

    public Address ToAddress() => Input().ToAddress();

    private AddressInput Input() => new(Name, Company, Line1, Line2, City, State, PostalCode, Country, Phone);
}

/// <summary>A saved address as the API tells of it.</summary>
internal sealed record AddressView(
    AddressId Id, string Name, string? Company, string Line1, string? Line2, string City, string? State, string? PostalCode, string Country,
    string? Phone, bool IsDefaultShipping, bool IsDefaultBilling)
{
    public static AddressView Of(SavedAddress saved) => new(
        saved.Id, saved.Name, saved.Company, saved.Line1, saved.Line2, saved.City, saved.State, saved.PostalCode, saved.Country,
        saved.Phone, saved.IsDefaultShipping, saved.IsDefaultBilling);
}
