using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Platform.Verification;
using Tradepost.Shipping.Couriers;
using Tradepost.Shipping.Parcels;

namespace Tradepost.Shipping.Buying;

/// <summary>
/// Buys labels and gives them back. What is meant to happen is written first, then the courier is called, then its answer is recorded; a
/// job asks again about everything that was left between two of these steps.
/// </summary>
internal sealed class LabelDesk(Database db, IOrders orders, CourierList couriers, LabelBook book, ShopSettings settings)
{
    /// <summary>Packs a parcel and buys its label. Without an answer of the courier the parcel stays as being bought.</summary>
    public async Task<Outcome<ShipmentId>> Buy(OrderId order, Packing packing, CancellationToken cancel)
    {
        if (settings.Now.Shipping.Origin is null)
        {
            return ShippingErrors.NoOrigin.Refuse();
        }

        var intent = await db.Write("shipping.pack", tx => Intend(tx, order, packing), cancel);
        if (!intent.Try(out var id, out var refusal))
        {
            return refusal;
        }

        CrashPoints.Hit("shipping.intended");
        await Settle(id, cancel);
        var parcel = (await Shipment.Find(db, id, cancel))!;
        return parcel.Status == ShipmentStatus.Voided
            ? ShippingErrors.CourierRefused.With("reason", await book.ProblemOf(id, cancel)) : id;
    }

    /// <summary>Gives the label of a parcel that is still in the house back.</summary>
    public async Task<Outcome<Done>> Void(ShipmentId id, string by, CancellationToken cancel)
    {
        var outcome = await db.Write("shipping.void", tx => book.BeginVoid(tx, id, by), cancel);
        if (outcome.Succeeded)
        {
            await Settle(id, cancel);
        }

        return outcome;
    }

    /// <summary>Does with the courier whatever is left to do for a parcel. Safe to repeat, and to run twice at once.</summary>
    public async Task Settle(ShipmentId id, CancellationToken cancel)
    {
        if (await Shipment.Find(db, id, cancel) is not { Courier: { } name } parcel || couriers.Find(name) is not { } courier)
        {
            return;
        }

        switch (parcel.Status)
        {
            case ShipmentStatus.Buying:
                await BuyLabel(parcel, courier, cancel);
                break;
            case ShipmentStatus.Voiding:
                await GiveBack(parcel, courier, cancel);
                break;
            default:
                break;
        }
    }

    private async Task<Outcome<ShipmentId>> Intend(Tx tx, OrderId id, Packing packing)
    {
        if (await orders.LockForShipping(tx, id) is not { } order)
        {
            return OrderErrors.NotFound.Refuse();
        }

        if (!Parcel.Pack(order, packing.Lines, await ShipmentRows.Claimed(tx, id)).Try(out var lines, out var refusal))
        {
            return refusal;
        }

        var parcel = new Shipment(
            ShipmentId.New(), id, order.Number, packing.Courier, couriers.Find(packing.Courier)!.Name, packing.Service, null,
            ShipmentStatus.Buying, packing.By)
        {
            Sender = settings.Now.Shipping.Origin,
            Recipient = order.ShippingAddress,
            WeightGrams = packing.WeightGrams ?? Parcel.Weigh(order, lines),
            Size = packing.Size,
        };
        ShipmentRows.Insert(tx, parcel, assigned: false, null, lines);
        return parcel.Id;
    }

    private async Task BuyLabel(Shipment parcel, ICourier courier, CancellationToken cancel)
    {
        var reference = parcel.Reference;
        if (reference is null)
        {
            var opened = await courier.Open(Consign(parcel), cancel);
            if (!opened.Done)
            {
                await book.Record(parcel.Id, opened.As<BoughtLabel>(), cancel);
                return;
            }

            reference = await book.Remember(parcel.Id, opened.Value!, cancel);
            CrashPoints.Hit("shipping.opened");
        }

        var answer = await courier.Buy(reference, parcel.Service, cancel);
        CrashPoints.Hit("shipping.bought");
        if (await book.Record(parcel.Id, answer, cancel) == ShipmentStatus.Voiding)
        {
            await GiveBack(parcel with { Reference = reference }, courier, cancel);
        }
    }

    private async Task GiveBack(Shipment parcel, ICourier courier, CancellationToken cancel)
    {
        // The courier never heard of it: there is nothing to give back.
        var answer = parcel.Reference is { } reference ? await courier.Void(reference, cancel) : CourierAnswer<bool>.Of(true);
        CrashPoints.Hit("shipping.voided");
        await book.RecordVoid(parcel.Id, answer, cancel);
    }

    private static Consignment Consign(Shipment parcel) => new(
        parcel.Id, parcel.OrderNumber!, parcel.Sender!, parcel.Recipient!, parcel.WeightGrams!.Value, parcel.Size);
}

/// <summary>A parcel whose label is to be bought.</summary>
/// <param name="Lines">Null: all that is left.</param>
/// <param name="Courier">An offered one's id.</param>
/// <param name="Service">A rate's; null: the cheapest.</param>
/// <param name="WeightGrams">Null: what the lines weigh.</param>
/// <param name="Size">Null: not told.</param>
/// <param name="By">Who packs it.</param>
internal sealed record Packing(
    IReadOnlyList<ShippedLine>? Lines, string Courier, string? Service, int? WeightGrams, ParcelSize? Size, string By);
