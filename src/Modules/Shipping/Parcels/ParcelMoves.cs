using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Shipping;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Shipping.Parcels;

/// <summary>
/// A parcel moves, and its order with it, in one transaction. The order's lock comes first. Whoever tells of it, staff or courier, the
/// same things follow.
/// </summary>
internal sealed class ParcelMoves(IOrders orders, IPayments payments, ShopSettings settings)
{
    /// <summary>The parcel and its order, both locked; null when there is no such parcel.</summary>
    public async Task<(Shipment Parcel, OrderToShip Order)?> Lock(Tx tx, ShipmentId id)
    {
        if (await ShipmentRows.OrderOf(tx, id) is not { } owner)
        {
            return null;
        }

        var order = await orders.LockForShipping(tx, owner) ?? throw new InvalidOperationException($"Shipment {id} has no order.");
        return ((await Shipment.Lock(tx, id))!, order);
    }

    /// <summary>The shop's calendar day.</summary>
    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone)).DateTime);

    /// <summary>A packed parcel is given to the courier. The order must be one that is being packed.</summary>
    public async Task<Shipment> HandOver(Tx tx, Shipment parcel, OrderToShip order, string by)
    {
        await tx.Execute(
            $"""
            update shipping.shipments set status = 'inTransit', shipped_at = {tx.Now}, due_on = {DueDay.Of(order, Today(tx.Now))}::date,
              problem = null, ask_at = case when courier is null then null else {tx.Now + Buying.Patience.OnItsWay} end, asked = 0,
              updated_at = {tx.Now}
            where id = {parcel.Id}
            """);
        await ShipmentRows.Track(tx, parcel.Id, ShipmentStatus.InTransit, $"Handed to {parcel.Carrier}");
        await orders.MarkShipped(tx, order.Id, new(await ShipmentRows.Contents(tx, parcel.Id), parcel.Carrier, parcel.TrackingNumber!), by);
        return parcel with { Status = ShipmentStatus.InTransit };
    }

    /// <summary>A parcel on its way goes from where it is to another state that <see cref="ShipmentStates"/> allows.</summary>
    public async Task Move(Tx tx, Shipment parcel, OrderToShip order, News news, string by)
    {
        var over = ShipmentStates.IsOver(news.Status);
        DateTimeOffset? arrived = news.Status == ShipmentStatus.Delivered ? Earlier(news.At, tx.Now) : null;
        await tx.Execute(
            $"""
            update shipping.shipments set status = {Words.Of(news.Status)}, delivered_at = {arrived}::timestamptz,
              problem = {(news.Status == ShipmentStatus.Exception ? Short(news.Description) : null)}::text,
              last_event_at = {news.At}, asked = 0, updated_at = {tx.Now},
              ask_at = case when courier is null or {over} then null else {tx.Now + Buying.Patience.OnItsWay} end
            where id = {parcel.Id}
            """);
        await Follow(tx, parcel, order, news, by);
    }

    private async Task Follow(Tx tx, Shipment parcel, OrderToShip order, News news, string by)
    {
        var number = parcel.TrackingNumber!;
        switch (news.Status)
        {
            case ShipmentStatus.OutForDelivery:
                orders.Note(tx, order.Id, "parcelOutForDelivery", by, $"{parcel.Carrier} {number}");
                tx.Publish(new ParcelOutForDelivery((await orders.Summarize(tx, order.Id))!, parcel.Carrier, number));
                break;
            case ShipmentStatus.Exception:
                orders.Note(tx, order.Id, "parcelException", by, $"{parcel.Carrier} {number}: {news.Description}");
                tx.Publish(new ParcelException((await orders.Summarize(tx, order.Id))!, parcel.Carrier, number, news.Description));
                break;
            case ShipmentStatus.Returned:
                orders.Note(tx, order.Id, "parcelReturned", by, $"{parcel.Carrier} {number}");
                break;
            case ShipmentStatus.Delivered:
                await Arrive(tx, order, by);
                break;
            default:
                tx.Touch(OrderTags.Order(order.Id));
                break;
        }
    }

    private async Task Arrive(Tx tx, OrderToShip order, string by)
    {
        orders.Note(tx, order.Id, "parcelDelivered", by);
        if (await ShipmentRows.AllArrived(tx, order.Id) && order.Lines.All(line => line.Unshipped == 0))
        {
            await orders.MarkDelivered(tx, order.Id, by);
            await payments.CollectOnDelivery(tx, order.Id);
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static string Short(string text) => text.Length > 500 ? text[..500] : text;
}

/// <summary>What is told of a parcel.</summary>
internal sealed record News(ShipmentStatus Status, string Description, string? Place, DateTimeOffset At)
{
    /// <summary>The courier's own name for it, by which a repeated report is known.</summary>
    public string? Key { get; init; }
}
