using Tradepost.Contracts;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Parcels;

namespace Tradepost.Shipping.Couriers;

/// <summary>What a courier answers: a value, a reason why not, or nothing at all, which may mean either.</summary>
/// <param name="Value">There when it did what was asked.</param>
/// <param name="Reason">Why it never will.</param>
internal sealed record CourierAnswer<T>(T? Value, string? Reason)
{
    /// <summary>No answer came: it may or may not have done it.</summary>
    public static CourierAnswer<T> Lost { get; } = new(default, null);

    public bool IsLost => Reason is null && !Done;

    /// <summary>It did.</summary>
    public bool Done { get; private init; }

    public static CourierAnswer<T> Of(T value) => new(value, null) { Done = true };

    public static CourierAnswer<T> Refused(string reason) => new(default, reason);

    /// <summary>The same lack of a value, for another one.</summary>
    public CourierAnswer<TOther> As<TOther>() => new(default, Reason);

    /// <summary>The value, or a refusal for the screen.</summary>
    public Outcome<T> ToOutcome() =>
        Done ? Value! : Reason is { } reason ? ShippingErrors.CourierRefused.With("reason", reason) : ShippingErrors.CourierAway.Refuse();
}

/// <summary>A parcel as couriers are told of it.</summary>
internal sealed record Consignment(ShipmentId Id, string OrderNumber, Address From, Address To, int WeightGrams, ParcelSize? Size);

/// <summary>A service and what it costs.</summary>
/// <param name="Service">Its code, to be given back when buying.</param>
/// <param name="Name">As staff read it.</param>
/// <param name="Price">What the shop pays.</param>
/// <param name="Days">Until delivery; null when the courier does not say.</param>
internal sealed record CourierRate(string Service, string Name, Money Price, int? Days);

/// <summary>A label that was paid for.</summary>
internal sealed record BoughtLabel(string Carrier, string Service, string TrackingNumber, Money? Cost, string? TrackingUrl)
{
    /// <summary>The courier's own picture of it; null when the shop draws it.</summary>
    public LabelFile? File { get; init; }
}

/// <summary>A label as the courier gave it.</summary>
/// <param name="Format">png or zpl.</param>
/// <param name="Content">The file.</param>
internal sealed record LabelFile(string Format, byte[] Content);

/// <summary>Something a courier reports of a parcel.</summary>
internal sealed record CourierEvent(string Key, DateTimeOffset At, ShipmentStatus Status, string Description, string? Place);

/// <summary>A webhook's contents. Without a tracking number it is about nothing of ours.</summary>
internal sealed record CourierNotice(string EventId, string? TrackingNumber, IReadOnlyList<CourierEvent> Events);
