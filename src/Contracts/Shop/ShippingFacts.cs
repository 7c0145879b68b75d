namespace Tradepost.Contracts.Shop;

/// <summary>How the shop sends things.</summary>
public sealed record ShippingFacts
{
    /// <summary>Where parcels come from and returns go to; null until staff set it.</summary>
    public Address? Origin { get; init; }

    /// <summary>The courier proposed first for buying labels; null: none, parcels get numbers of the shop's own.</summary>
    public string? DefaultCourier { get; init; }

    /// <summary>Whether the demo courier, which moves make-believe parcels, is offered.</summary>
    public bool DemoCourier { get; init; }

    /// <summary>Seconds from one event of a demo parcel to the next.</summary>
    public int DemoCourierSeconds { get; init; } = 60;
}
