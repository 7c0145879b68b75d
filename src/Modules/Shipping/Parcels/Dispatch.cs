using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Shipping;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Returning;

namespace Tradepost.Shipping.Parcels;

/// <summary>Parcels leave and arrive. Each is one transaction with the order it moves; the order's lock comes first.</summary>
internal sealed class Dispatch(Database db, IOrders orders, IPayments payments, ReturnLabels returns) : IShipping
{
    private const string InTransit = "inTransit";
    private const string Delivered = "delivered";

    public Task<IReadOnlyList<ShipmentView>> Of(OrderId order, CancellationToken cancel) => ShipmentRows.Of(db, order, cancel);

    public Task<Outcome<ShipmentView>> Ship(OrderId order, string carrier, string? service, string by, CancellationToken cancel) =>
        Ship(order, new(null, carrier, service, null, by), cancel);

    public async Task<Outcome<ShipmentView>> Ship(OrderId order, Handing handing, CancellationToken cancel)
    {
        var outcome = await db.Write("shipping.ship", tx => Ship(tx, order, handing), cancel);
        return outcome.Try(out var id, out var refusal) ? await Read(order, id, cancel) : refusal;
    }

    public async Task<Outcome<ShipmentView>> Deliver(ShipmentId shipment, string by, CancellationToken cancel)
    {
        var outcome = await db.Write("shipping.deliver", tx => Deliver(tx, shipment, by), cancel);
        return outcome.Try(out var order, out var refusal) ? await Read(order, shipment, cancel) : refusal;
    }

    public Task<Outcome<ReturnLabel>> ReturnLabel(ReturnParcel parcel, CancellationToken cancel) => returns.Make(parcel, cancel);

    private async Task<Outcome<ShipmentId>> Ship(Tx tx, OrderId id, Handing handing)
    {
        if (await orders.LockForShipping(tx, id) is not { } order)
        {
            return OrderErrors.NotFound.Refuse();
        }

        if (!Parcel.Pack(order, handing.Lines).Try(out var lines, out var refusal))
        {
            return refusal;
        }

        var shipment = ShipmentId.New();
        var number = handing.TrackingNumber ?? await ShipmentRows.FreeNumber(tx);
        ShipmentRows.Insert(tx, shipment, id, handing, number, InTransit, lines);
        ShipmentRows.Track(tx, shipment, InTransit, $"Handed to {handing.Carrier}");
        await orders.MarkShipped(tx, id, new(lines, handing.Carrier, number), handing.By);
        return shipment;
    }

    private async Task<Outcome<OrderId>> Deliver(Tx tx, ShipmentId id, string by)
    {
        if (await ShipmentRows.OrderOf(tx, id) is not { } owner)
        {
            return ShippingErrors.NoShipment.Refuse();
        }

        var order = await orders.LockForShipping(tx, owner) ?? throw new InvalidOperationException($"Shipment {id} has no order.");
        if (!await ShipmentRows.Arrive(tx, id, Delivered))
        {
            return owner; // it arrived before
        }

        ShipmentRows.Track(tx, id, Delivered, "Delivered");
        orders.Note(tx, owner, "parcelDelivered", by);
        var allHere = await ShipmentRows.AllArrived(tx, owner);
        if (allHere && order.Lines.All(line => line.Unshipped == 0))
        {
            await orders.MarkDelivered(tx, owner, by);
            await payments.CollectOnDelivery(tx, owner);
        }

        return owner;
    }

    private async Task<Outcome<ShipmentView>> Read(OrderId order, ShipmentId shipment, CancellationToken cancel) =>
        (await ShipmentRows.Of(db, order, cancel)).Single(some => some.Id == shipment);
}

/// <summary>What is handed to a courier.</summary>
/// <param name="Lines">Null: all that is left.</param>
/// <param name="Carrier">Who takes it.</param>
/// <param name="Service">How fast.</param>
/// <param name="TrackingNumber">The courier's; null: one of ours.</param>
/// <param name="By">Who hands it over.</param>
internal sealed record Handing(IReadOnlyList<ShippedLine>? Lines, string Carrier, string? Service, string? TrackingNumber, string By);
