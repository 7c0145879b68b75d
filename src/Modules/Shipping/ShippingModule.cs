using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shipping;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Verification;
using Tradepost.Shipping.Parcels;
using Tradepost.Shipping.Returning;

namespace Tradepost.Shipping;

/// <summary>The module's face: its services and its routes.</summary>
public static class ShippingModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddShipping(this IServiceCollection services)
    {
        services.AddModuleDb<ShippingDb>();
        services.AddSingleton<ReturnLabels>().AddSingleton<Dispatch>();
        services.AddSingleton<IShipping>(provider => provider.GetRequiredService<Dispatch>());
        return services.AddSingleton<IInvariant, DeliveredInvariant>();
    }

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapShipping(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        api.MapPost("/admin/orders/{id}/shipments", ShipOrder.Handle).Needs(Permissions.OrdersWrite)
            .WithName("ShipOrder").WithTags("Shipping").WithSummary("Hand an order, or some of it, to a courier")
            .Gives<ShipmentView>(StatusCodes.Status201Created)
            .Refuses(OrderErrors.NotFound, ShippingErrors.NotShippable, ShippingErrors.TooMany);
        api.MapPost("/admin/shipments/{id}/delivery", DeliverShipment.Handle).Needs(Permissions.OrdersWrite)
            .WithName("DeliverShipment").WithTags("Shipping").WithSummary("A parcel arrived")
            .Gives<ShipmentView>().Refuses(ShippingErrors.NoShipment);
    }
}
