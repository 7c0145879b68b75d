using Tradepost.Contracts;

namespace Tradepost.Identity.Addresses;

/// <summary>An address a customer keeps for the next order.</summary>
internal sealed class SavedAddress
{
    public AddressId Id { get; init; }

    public UserId UserId { get; init; }

    public string Name { get; private set; } = "";

    public string? Company { get; private set; }

    public string Line1 { get; private set; } = "";

    public string? Line2 { get; private set; }

    public string City { get; private set; } = "";

    public string? State { get; private set; }

    public string? PostalCode { get; private set; }

    public string Country { get; private set; } = "";

    public string? Phone { get; private set; }

    public bool IsDefaultShipping { get; set; }

    public bool IsDefaultBilling { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public void Take(Address address)
    {
        Name = address.Name;
        Company = address.Company;
        Line1 = address.Line1;
        Line2 = address.Line2;
        City = address.City;
        State = address.State;
        PostalCode = address.PostalCode;
        Country = address.Country;
        Phone = address.Phone;
    }
}

/// <summary>Marks ids of saved addresses.</summary>
internal abstract class AddressKind;
