using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Taxes;

namespace Tradepost.Pricing.TaxRates;

/// <summary>A tax at a place. Percentages are numbers here and texts on the wire.</summary>
internal sealed class TaxRate
{
    public required Id<TaxRate> Id { get; init; }

    public required string Name { get; set; }

    public required string Country { get; set; }

    /// <summary>Null: the whole country.</summary>
    public string? State { get; set; }

    /// <summary>The code of a tax class; null: every class.</summary>
    public string? TaxClass { get; set; } = TaxClasses.Standard;

    /// <summary>Patterns of postal codes it is for; null: all of the country or state.</summary>
    public string[]? PostalCodes { get; set; }

    /// <summary>Patterns of postal codes it is not for; null: none.</summary>
    public string[]? ExceptPostalCodes { get; set; }

    public required decimal Percent { get; set; }

    public required bool AppliesToShipping { get; set; }

    public int Version { get; set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public DueRate Due => new(TaxClass, Name, Percent, AppliesToShipping);

    public bool AppliesAt(Destination destination) =>
        Country == destination.Country && (State is null || State == destination.State)
        && (PostalCodes is null || PostalPatterns.Hold(PostalCodes, PostalPatterns.CodeOf(destination)))
        && (ExceptPostalCodes is null || !PostalPatterns.Hold(ExceptPostalCodes, PostalPatterns.CodeOf(destination)));
}
