using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shipping;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Returning;

namespace Tradepost.Shipping.Parcels;

/// <summary>Parcels leave and arrive by the hand of staff. Each is one transaction with the order it moves.</summary>
internal sealed class Dispatch(
    Database db, IOrders orders, ParcelMoves moves, ReturnLabels returns, ShopSettings settings, TimeProvider time) : IShipping
{
    public Task<IReadOnlyList<ShipmentView>> Of(OrderId order, CancellationToken cancel) => ShipmentRows.Of(db, order, cancel);

    public async Task<Outcome<ShipmentView>> Ship(OrderId order, string carrier, string? service, string by, CancellationToken cancel) =>
        (await Ship(order, new(null, carrier, service, null, by), cancel)).Try(out var id, out var refusal)
            ? await Read(order, id, cancel) : refusal;

    public async Task<Outcome<ShipmentView>> Deliver(ShipmentId shipment, string by, CancellationToken cancel)
    {
        var outcome = await Tell(shipment, new(ShipmentStatus.Delivered, "Delivered", null, time.GetUtcNow()), by, cancel);
        return outcome.Try(out var order, out var refusal) ? await Read(order, shipment, cancel) : refusal;
    }

    public Task<Outcome<ReturnLabel>> ReturnLabel(ReturnParcel parcel, CancellationToken cancel) => returns.Make(parcel, cancel);

    /// <summary>Staff bring a parcel to a carrier themselves.</summary>
    public Task<Outcome<ShipmentId>> Ship(OrderId order, Handing handing, CancellationToken cancel) =>
        db.Write("shipping.ship", tx => Ship(tx, order, handing), cancel);

    /// <summary>A packed parcel goes out of the door.</summary>
    public Task<Outcome<OrderId>> HandOver(ShipmentId id, string by, CancellationToken cancel) =>
        db.Write<OrderId>("shipping.hand_over", async tx =>
        {
            if (await moves.Lock(tx, id) is not { } held)
            {
                return ShippingErrors.NoShipment.Refuse();
            }

            var (parcel, order) = held;
            if (ShipmentStates.IsOnItsWay(parcel.Status))
            {
                return order.Id; // it was handed over before
            }

            if (parcel.Status != ShipmentStatus.Packed)
            {
                return ShippingErrors.NotInTheHouse.With("status", parcel.Status);
            }

            if (order.Status != OrderStatus.Processing)
            {
                return ShippingErrors.NotShippable.With("orderStatus", order.Status);
            }

            await moves.HandOver(tx, parcel, order, by);
            return order.Id;
        }, cancel);

    /// <summary>Staff tell what became of a parcel on its way. Told twice, it happened once.</summary>
    public Task<Outcome<OrderId>> Tell(ShipmentId id, News news, string by, CancellationToken cancel) =>
        db.Write<OrderId>("shipping.tell", async tx =>
        {
            if (await moves.Lock(tx, id) is not { } held)
            {
                return ShippingErrors.NoShipment.Refuse();
            }

            var (parcel, order) = held;
            if (parcel.Status == news.Status && parcel.Status != ShipmentStatus.Exception)
            {
                return order.Id;
            }

            var again = parcel.Status == news.Status;
            if (!ShipmentStates.IsOnItsWay(parcel.Status) || !(again || ShipmentStates.MayMove(parcel.Status, news.Status)))
            {
                return ShippingErrors.NotOnItsWay.With("status", parcel.Status);
            }

            await ShipmentRows.Track(tx, id, news.Status, news.Description, news.Place);
            await moves.Move(tx, parcel, order, news, by);
            return order.Id;
        }, cancel);

    private async Task<Outcome<ShipmentId>> Ship(Tx tx, OrderId id, Handing handing)
    {
        if (await orders.LockForShipping(tx, id) is not { } order)
        {
            return OrderErrors.NotFound.Refuse();
        }

        if (!Parcel.Pack(order, handing.Lines, await ShipmentRows.Claimed(tx, id)).Try(out var lines, out var refusal))
        {
            return refusal;
        }

        var number = handing.TrackingNumber ?? await ShipmentRows.FreeNumber(tx);
        var parcel = new Shipment(
            ShipmentId.New(), id, order.Number, null, handing.Carrier, handing.Service, number, ShipmentStatus.InTransit, handing.By)
        {
            Sender = settings.Now.Shipping.Origin,
            Recipient = order.ShippingAddress,
            WeightGrams = handing.WeightGrams ?? Parcel.Weigh(order, lines),
            Size = handing.Size,
        };
        ShipmentRows.Insert(tx, parcel, handing.TrackingNumber is null, DueDay.Of(order, moves.Today(tx.Now)), lines);
        await ShipmentRows.Track(tx, parcel.Id, ShipmentStatus.InTransit, $"Handed to {handing.Carrier}");
        await orders.MarkShipped(tx, id, new(lines, handing.Carrier, number), handing.By);
        return parcel.Id;
    }

    private async Task<Outcome<ShipmentView>> Read(OrderId order, ShipmentId shipment, CancellationToken cancel) =>
        (await ShipmentRows.Of(db, order, cancel)).Single(some => some.Id == shipment);
}

/// <summary>What is handed to a carrier.</summary>
/// <param name="Lines">Null: all that is left.</param>
/// <param name="Carrier">Who takes it.</param>
/// <param name="Service">How fast.</param>
/// <param name="TrackingNumber">The carrier's; null: one of ours.</param>
/// <param name="By">Who hands it over.</param>
internal sealed record Handing(IReadOnlyList<ShippedLine>? Lines, string Carrier, string? Service, string? TrackingNumber, string By)
{
    /// <summary>Null: what the lines weigh.</summary>
    public int? WeightGrams { get; init; }

    public ParcelSize? Size { get; init; }
}
