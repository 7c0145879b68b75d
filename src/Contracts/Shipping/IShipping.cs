using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Shipping;

/// <summary>What orders ask of shipping.</summary>
public interface IShipping
{
    /// <summary>The shipments of an order, oldest first.</summary>
    Task<IReadOnlyList<ShipmentView>> Of(OrderId order, CancellationToken cancel);

    /// <summary>Hands all that is left of an order to a courier.</summary>
    Task<Outcome<ShipmentView>> Ship(OrderId order, string carrier, string? service, string by, CancellationToken cancel);

    /// <summary>The shipment has arrived.</summary>
    Task<Outcome<ShipmentView>> Deliver(ShipmentId shipment, string by, CancellationToken cancel);

    /// <summary>
    /// A label for sending goods back to the shop. Asked again under the same reference, it is the same label. May call a courier: not
    /// inside a transaction. Refuses with <c>shipping.no_origin</c> while nobody said where the shop is.
    /// </summary>
    Task<Outcome<ReturnLabel>> ReturnLabel(ReturnParcel parcel, CancellationToken cancel);
}

/// <summary>A shipment as the order shows it.</summary>
public sealed record ShipmentView(
    ShipmentId Id, OrderId OrderId, string Carrier, string? Service, string TrackingNumber, string Status,
        IReadOnlyList<ShipmentLine> Lines,
    IReadOnlyList<TrackingEvent> Events, DateTimeOffset ShippedAt, DateTimeOffset? DeliveredAt)
{
    /// <summary>The day the customer was told it would be there by; null for parcels from before that was kept.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The courier's own page about it.</summary>
    public string? TrackingUrl { get; init; }

    /// <summary>What is wrong with it, in the carrier's words, while something is.</summary>
    public string? Problem { get; init; }
}

/// <summary>Units of an order line in a shipment.</summary>
public sealed record ShipmentLine(OrderLineId LineId, int Quantity);

/// <summary>Something that happened to a shipment on its way.</summary>
public sealed record TrackingEvent(DateTimeOffset At, string Status, string Description, string? Place);
