using Tradepost.Contracts;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.TaxRates;

/// <summary>A tax at a place. Percentages are numbers here and texts on the wire.</summary>
internal sealed class TaxRate
{
    public required Id<TaxRate> Id { get; init; }

    public required string Name { get; set; }

    public required string Country { get; set; }

    /// <summary>Null: the whole country.</summary>
    public string? State { get; set; }

    public required decimal Percent { get; set; }

    public required bool AppliesToShipping { get; set; }

    public int Version { get; set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public bool AppliesAt(Destination destination) => Country == destination.Country && (State is null || State == destination.State);
}
