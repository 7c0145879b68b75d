using Tradepost.Contracts.Orders;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Couriers;
using Tradepost.Shipping.Parcels;

namespace Tradepost.Shipping.Buying;

/// <summary>Writes down what couriers answered. Every write holds under the order's lock and does nothing the second time.</summary>
internal sealed class LabelBook(Database db, IOrders orders, ParcelMoves moves)
{
    /// <summary>Keeps the courier's own name for a parcel; the first one stays.</summary>
    public async Task<string> Remember(ShipmentId id, string reference, CancellationToken cancel) =>
        (await db.Write<string>("shipping.remember", async tx =>
        {
            await tx.Execute(
                $"""
                update shipping.shipments set courier_reference = {reference}, updated_at = {tx.Now}
                where id = {id} and courier_reference is null and status in ('buying', 'voiding')
                """);
            return (await tx.Row($"select courier_reference from shipping.shipments where id = {id}", row => row.TextOrNull(0)))
                ?? reference;
        }, cancel)).Value;

    /// <summary>The label is there, or never will be. A label bought for an order that was called off meanwhile goes back.</summary>
    /// <returns>Where the parcel stands now.</returns>
    public async Task<ShipmentStatus> Record(ShipmentId id, CourierAnswer<BoughtLabel> answer, CancellationToken cancel) =>
        (await db.Write<ShipmentStatus>("shipping.record_label", async tx =>
        {
            var (parcel, order) = (await moves.Lock(tx, id))!.Value;
            if (answer.IsLost || parcel.Status is not (ShipmentStatus.Buying or ShipmentStatus.Voiding))
            {
                return parcel.Status;
            }

            if (answer.Value is not { } label)
            {
                return await Refuse(tx, parcel, answer.Reason!);
            }

            if (parcel.Status == ShipmentStatus.Voiding)
            {
                return ShipmentStatus.Voiding; // given up while the courier was asked: it goes back
            }

            var status = order.Status == OrderStatus.Processing ? ShipmentStatus.Packed : ShipmentStatus.Voiding;
            await Store(tx, id, label, status);
            orders.Note(tx, order.Id, "packed", parcel.By, $"{label.Carrier} {label.TrackingNumber}");
            return status;
        }, cancel)).Value;

    /// <summary>Begins to give a label back.</summary>
    public async Task<Outcome<Done>> BeginVoid(Tx tx, ShipmentId id, string by)
    {
        if (await moves.Lock(tx, id) is not { } held)
        {
            return ShippingErrors.NoShipment.Refuse();
        }

        var (parcel, order) = held;
        if (parcel.Status is ShipmentStatus.Voiding or ShipmentStatus.Voided)
        {
            return Done.Value;
        }

        if (!ShipmentStates.MayMove(parcel.Status, ShipmentStatus.Voiding))
        {
            return ShippingErrors.NotInTheHouse.With("status", parcel.Status);
        }

        await tx.Execute(
            $"""
            update shipping.shipments set status = 'voiding', problem = null, ask_at = {tx.Now + Patience.First}, asked = 0,
              updated_at = {tx.Now}
            where id = {id}
            """);
        orders.Note(tx, order.Id, "unpacked", by, $"{parcel.Carrier} {parcel.TrackingNumber}".Trim());
        return Done.Value;
    }

    /// <summary>The label is gone; or the courier keeps it, and the parcel stays packed.</summary>
    public Task RecordVoid(ShipmentId id, CourierAnswer<bool> answer, CancellationToken cancel) =>
        db.Write("shipping.record_void", async tx =>
        {
            var (parcel, _) = (await moves.Lock(tx, id))!.Value;
            if (answer.IsLost || parcel.Status != ShipmentStatus.Voiding)
            {
                return;
            }

            // Without a number there is no label to keep.
            var status = answer.Done || parcel.TrackingNumber is null ? ShipmentStatus.Voided : ShipmentStatus.Packed;
            await tx.Execute(
                $"""
                update shipping.shipments set status = {Words.Of(status)}, problem = {answer.Reason}::text, updated_at = {tx.Now},
                  asked = 0, ask_at = case when {status == ShipmentStatus.Packed} then {tx.Now + Patience.OnItsWay} end
                where id = {id}
                """);
            tx.Touch(OrderTags.Order(parcel.OrderId));
        }, cancel);

    public Task<string?> ProblemOf(ShipmentId id, CancellationToken cancel) =>
        db.Row($"select problem from shipping.shipments where id = {id}", row => row.TextOrNull(0), cancel);

    private static async Task<ShipmentStatus> Refuse(Tx tx, Shipment parcel, string reason)
    {
        var problem = reason.Length > 500 ? reason[..500] : reason;
        await tx.Execute(
            $"""
            update shipping.shipments set status = 'voided', problem = {problem}, ask_at = null, updated_at = {tx.Now}
            where id = {parcel.Id}
            """);
        return ShipmentStatus.Voided;
    }

    private static async Task Store(Tx tx, ShipmentId id, BoughtLabel label, ShipmentStatus status)
    {
        await tx.Execute(
            $"""
            update shipping.shipments set status = {Words.Of(status)}, carrier = {label.Carrier}, service = {label.Service},
              tracking_number = {label.TrackingNumber}, tracking_url = {label.TrackingUrl}::text, cost_minor = {label.Cost?.Minor}::bigint,
              currency = {label.Cost?.Currency.Code}::char(3), packed_at = {tx.Now}, asked = 0,
              ask_at = {tx.Now + (status == ShipmentStatus.Packed ? Patience.OnItsWay : Patience.First)}, updated_at = {tx.Now}
            where id = {id}
            """);
        if (label.File is { } file)
        {
            await tx.Execute(
                $"""
                insert into shipping.courier_labels (shipment_id, format, content, created_at)
                values ({id}, {file.Format}, {file.Content}, {tx.Now}) on conflict do nothing
                """);
        }
    }
}
