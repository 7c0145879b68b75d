using Microsoft.AspNetCore.Http;
using Tradepost.Contracts;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Http;
using Tradepost.Shipping.Couriers;

namespace Tradepost.Shipping.Staff;

/// <summary>The couriers labels can be bought from, and where parcels come from.</summary>
internal static class ListCouriers
{
    internal sealed record Courier(string Id, string Name);

    internal sealed record Answer(IReadOnlyList<Courier> Couriers, string? DefaultCourier, Address? Origin);

    internal static IResult Handle(CourierList couriers, ShopSettings settings)
    {
        var shipping = settings.Now.Shipping;
        var offered = couriers.Offered.Select(courier => new Courier(courier.Id, courier.Name)).ToList();
        var chosen = offered.Exists(courier => courier.Id == shipping.DefaultCourier) ? shipping.DefaultCourier : null;
        return Results.Json(new Answer(offered, chosen, shipping.Origin), ApiJson.Options);
    }
}
