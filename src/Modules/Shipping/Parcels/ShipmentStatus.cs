namespace Tradepost.Shipping.Parcels;

/// <summary>Where a parcel is.</summary>
internal enum ShipmentStatus
{
    /// <summary>A label is being bought; the courier has not answered yet.</summary>
    Buying,

    /// <summary>The label is there, the parcel still in the house.</summary>
    Packed,

    /// <summary>The label is being given back.</summary>
    Voiding,

    /// <summary>There is no label after all. What was in it can be packed again.</summary>
    Voided,

    /// <summary>The courier has it.</summary>
    InTransit,

    /// <summary>It arrives today.</summary>
    OutForDelivery,

    /// <summary>Something is wrong and somebody should look.</summary>
    Exception,

    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It came back to the shop.</summary>
    Returned,
}

/// <summary>How a parcel may move. The database holds the same table (shipping.status_edges) and refuses everything else.</summary>
internal static class ShipmentStates
{
    public static IReadOnlySet<(ShipmentStatus From, ShipmentStatus To)> Edges { get; } =
        new HashSet<(ShipmentStatus From, ShipmentStatus To)>
        {
            (ShipmentStatus.Buying, ShipmentStatus.Packed),
            (ShipmentStatus.Buying, ShipmentStatus.Voiding),
            (ShipmentStatus.Buying, ShipmentStatus.Voided),
            (ShipmentStatus.Packed, ShipmentStatus.InTransit),
            (ShipmentStatus.Packed, ShipmentStatus.Voiding),
            (ShipmentStatus.Voiding, ShipmentStatus.Voided),
            (ShipmentStatus.Voiding, ShipmentStatus.Packed),
            (ShipmentStatus.Voiding, ShipmentStatus.InTransit),
            (ShipmentStatus.InTransit, ShipmentStatus.OutForDelivery),
            (ShipmentStatus.InTransit, ShipmentStatus.Delivered),
            (ShipmentStatus.InTransit, ShipmentStatus.Exception),
            (ShipmentStatus.InTransit, ShipmentStatus.Returned),
            (ShipmentStatus.OutForDelivery, ShipmentStatus.InTransit),
            (ShipmentStatus.OutForDelivery, ShipmentStatus.Delivered),
            (ShipmentStatus.OutForDelivery, ShipmentStatus.Exception),
            (ShipmentStatus.OutForDelivery, ShipmentStatus.Returned),
            (ShipmentStatus.Exception, ShipmentStatus.InTransit),
            (ShipmentStatus.Exception, ShipmentStatus.OutForDelivery),
            (ShipmentStatus.Exception, ShipmentStatus.Delivered),
            (ShipmentStatus.Exception, ShipmentStatus.Returned),
        };

    public static bool MayMove(ShipmentStatus from, ShipmentStatus to) => Edges.Contains((from, to));

    /// <summary>The courier has it, and it is neither here nor there.</summary>
    public static bool IsOnItsWay(ShipmentStatus status) =>
        status is ShipmentStatus.InTransit or ShipmentStatus.OutForDelivery or ShipmentStatus.Exception;

    /// <summary>Nothing will happen to it any more.</summary>
    public static bool IsOver(ShipmentStatus status) =>
        status is ShipmentStatus.Delivered or ShipmentStatus.Returned or ShipmentStatus.Voided;

    /// <summary>In the house, but spoken for: its units can't go into another parcel.</summary>
    public static bool HoldsUnits(ShipmentStatus status) =>
        status is ShipmentStatus.Buying or ShipmentStatus.Packed or ShipmentStatus.Voiding;
}

/// <summary>A parcel's size.</summary>
internal sealed record ParcelSize(int LengthMm, int WidthMm, int HeightMm);
