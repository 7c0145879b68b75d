using Tradepost.Contracts.Orders;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Couriers;
using Tradepost.Shipping.Parcels;

namespace Tradepost.Shipping.Tracking;

/// <summary>
/// Couriers report. Every event is kept once, in whatever order and however often it comes; only one that is newer than all before moves
/// the parcel. The first word that a courier has a packed parcel hands it over.
/// </summary>
internal sealed class CourierReports(Database db, IOrders orders, ParcelMoves moves)
{
    public async Task Apply(ShipmentId id, IReadOnlyList<CourierEvent> events, string by, CancellationToken cancel)
    {
        foreach (var happened in events.OrderBy(happened => happened.At))
        {
            await db.Write("shipping.report", tx => Apply(tx, id, happened, by), cancel);
        }
    }

    private async Task Apply(Tx tx, ShipmentId id, CourierEvent happened, string by)
    {
        if (await moves.Lock(tx, id) is not { } held || held.Parcel.Status is ShipmentStatus.Buying or ShipmentStatus.Voided
            || happened.Status is ShipmentStatus.Packed)
        {
            return;
        }

        var (parcel, order) = held;
        if (ShipmentStates.HoldsUnits(parcel.Status) && order.Status != OrderStatus.Processing)
        {
            await Warn(tx, parcel, happened, by);
            return;
        }

        var handedOver = ShipmentStates.HoldsUnits(parcel.Status);
        parcel = handedOver ? await moves.HandOver(tx, parcel, order, by) : parcel;
        if (!await Keep(tx, id, happened) || ShipmentStates.IsOver(parcel.Status) || happened.At < parcel.LastEventAt)
        {
            return;
        }

        var news = new News(happened.Status, happened.Description, happened.Place, happened.At);
        if (ShipmentStates.MayMove(parcel.Status, happened.Status))
        {
            await moves.Move(tx, parcel, (await Again(tx, order))!, news, by);
        }
        else
        {
            await tx.Execute(
                $"update shipping.shipments set last_event_at = {happened.At}, updated_at = {tx.Now} where id = {id}");
            tx.Touch(OrderTags.Order(order.Id));
        }
    }

    // Handing over changed what is left to ship.
    private Task<OrderToShip?> Again(Tx tx, OrderToShip order) => orders.LockForShipping(tx, order.Id);

    private static Task<bool> Keep(Tx tx, ShipmentId id, CourierEvent happened) => ShipmentRows.Track(
        tx, id, happened.Status, happened.Description, happened.Place, happened.Key, happened.At);

    /// <summary>A parcel of an order that was called off left all the same. Its state stays; somebody must look.</summary>
    private async Task Warn(Tx tx, Shipment parcel, CourierEvent happened, string by)
    {
        if (await Keep(tx, parcel.Id, happened))
        {
            orders.Note(tx, parcel.OrderId, "parcelLeftAnyway", by, $"{parcel.Carrier} {parcel.TrackingNumber}: {happened.Description}");
        }
    }
}
