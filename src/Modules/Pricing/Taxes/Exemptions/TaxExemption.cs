using Tradepost.Contracts;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Taxes.Exemptions;

/// <summary>A customer's certificate that no tax is due from them at some place.</summary>
internal sealed class TaxExemption
{
    public required Id<TaxExemption> Id { get; init; }

    public required UserId UserId { get; init; }

    /// <summary>The certificate's. Shown with every order it frees.</summary>
    public required string Number { get; set; }

    public required string Country { get; set; }

    /// <summary>Null: the whole country.</summary>
    public string? State { get; set; }

    /// <summary>The first day; null: since ever.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>The last day; null: until further notice.</summary>
    public DateOnly? ValidUntil { get; set; }

    public string? Note { get; set; }

    public int Version { get; set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The certificate that holds there and then; the state's before the country's, the older before the newer.</summary>
    public static TaxExemption? At(IEnumerable<TaxExemption> some, Destination place, DateOnly day) => some
        .Where(exemption => exemption.Holds(place, day))
        .OrderBy(exemption => exemption.State is null).ThenBy(exemption => exemption.Id)
        .FirstOrDefault();

    private bool Holds(Destination place, DateOnly day) =>
        Country == place.Country && (State is null || State == place.State)
        && (ValidFrom is null || ValidFrom <= day) && (ValidUntil is null || day <= ValidUntil);
}
