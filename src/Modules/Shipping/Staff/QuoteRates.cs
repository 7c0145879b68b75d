using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Http;
using Tradepost.Shipping.Couriers;
using Tradepost.Shipping.Parcels;

namespace Tradepost.Shipping.Staff;

/// <summary>What couriers would take for a parcel of an order. One that does not answer says so beside the others.</summary>
internal static class QuoteRates
{
    internal sealed record Request(int? WeightGrams, SizeInput? SizeMm) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Unless(WeightGrams is null or (>= 1 and <= 1_000_000), "weightGrams", "must be between 1 and 1000000");
            SizeMm?.Check(faults, "sizeMm");
        }
    }

    internal sealed record Quote(string Courier, string Name, IReadOnlyList<CourierRate> Rates, string? Problem);

    internal sealed record Answer(int WeightGrams, IReadOnlyList<Quote> Couriers);

    internal static async Task<IResult> Handle(
        OrderId id, Body<Request> body, IOrders orders, CourierList couriers, ShopSettings settings, CancellationToken cancel)
    {
        if ((await orders.ToShip([id], cancel)) is not [var order])
        {
            return OrderErrors.NotFound.Refuse().ToResult();
        }

        if (settings.Now.Shipping.Origin is not { } origin)
        {
            return ShippingErrors.NoOrigin.Refuse().ToResult();
        }

        var left = order.Lines.Where(line => line.Unshipped > 0).Select(line => new ShippedLine(line.Id, line.Unshipped)).ToList();
        var weight = body.Value.WeightGrams ?? Parcel.Weigh(order, left);
        var parcel = new Consignment(ShipmentId.New(), order.Number, origin, order.ShippingAddress, weight, body.Value.SizeMm?.ToSize());
        var quotes = await Task.WhenAll(couriers.Offered.Select(courier => Ask(courier, parcel, cancel)));
        return Results.Json(new Answer(weight, quotes), ApiJson.Options);
    }

    private static async Task<Quote> Ask(ICourier courier, Consignment parcel, CancellationToken cancel)
    {
        var answer = await courier.Rates(parcel, cancel);
        var problem = answer.Done ? null : answer.Reason ?? ShippingErrors.CourierAway.Title;
        return new(courier.Id, courier.Name, answer.Value ?? [], problem);
    }
}
