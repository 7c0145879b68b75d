using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shipping;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Messaging;
using Tradepost.Platform.Verification;
using Tradepost.Shipping.Buying;
using Tradepost.Shipping.Couriers;
using Tradepost.Shipping.Couriers.Demo;
using Tradepost.Shipping.Couriers.EasyPost;
using Tradepost.Shipping.Parcels;
using Tradepost.Shipping.Printing;
using Tradepost.Shipping.Reactions;
using Tradepost.Shipping.Returning;
using Tradepost.Shipping.Staff;
using Tradepost.Shipping.Tracking;

namespace Tradepost.Shipping;

/// <summary>The module's face: its services and its routes.</summary>
public static class ShippingModule
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddShipping(this IServiceCollection services)
    {
        services.AddModuleDb<ShippingDb>();
        services.AddCouriers();
        services.AddSingleton<ParcelMoves>().AddSingleton<ReturnLabels>().AddSingleton<Dispatch>().AddSingleton<Sending>();
        services.AddSingleton<LabelBook>().AddSingleton<LabelDesk>().AddSingleton<CourierReports>();
        services.AddSingleton<StaffShipments>().AddSingleton<Papers>();
        services.AddSingleton<IShipping>(provider => provider.GetRequiredService<Dispatch>());
        services.AddReaction<OrderCancelled, OnOrderCancelled>("shipping.order_cancelled");
        services.AddPeriodicJob<AskCouriers>().AddPeriodicJob<CourierInbox>().AddPeriodicJob<DemoVan>();
        return services.AddSingleton<IInvariant, DeliveredInvariant>().AddSingleton<IInvariant, PackedInvariant>();
    }

    /// <summary>Another courier is a class and a line here.</summary>
    private static void AddCouriers(this IServiceCollection services)
    {
        services.AddSingleton<ICourier, EasyPostCourier>().AddSingleton<ICourier, DemoCourier>();
        services.AddSingleton<CourierList>().AddSingleton<EasyPostClient>();
        services.AddHttpClient(EasyPostClient.ClientName, client => client.Timeout = CallTimeout).RemoveAllLoggers();
        services.AddHttpClient(DemoVan.ClientName, client => client.Timeout = CallTimeout).RemoveAllLoggers();
    }

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapShipping(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        MapParcels(api);
        MapDesk(api);
        api.MapPost("/webhooks/couriers/{courier}", ReceiveCourierWebhook.Handle).AllowAnonymous()
            .Called("ReceiveCourierWebhook", "A courier reports").Produces(StatusCodes.Status200OK)
            .Refuses(ShippingErrors.BadSignature, ShippingErrors.NoCourier);
    }

    private static void MapParcels(IEndpointRouteBuilder api)
    {
        api.MapPost("/admin/orders/{id}/shipments", ShipOrder.Handle).Needs(Permissions.OrdersWrite)
            .Called("ShipOrder", "Hand an order, or some of it, to a courier").Gives<StaffShipment>(StatusCodes.Status201Created)
            .Refuses(OrderErrors.NotFound, ShippingErrors.NotShippable, ShippingErrors.TooMany, ShippingErrors.NothingLeft,
                ShippingErrors.NoOrigin, ShippingErrors.CourierRefused);
        api.MapPost("/admin/shipments/{id}/handover", HandOver.Handle).Needs(Permissions.OrdersWrite)
            .Called("HandOverShipment", "A packed parcel was given to its courier").Gives<StaffShipment>()
            .Refuses(ShippingErrors.NoShipment, ShippingErrors.NotInTheHouse, ShippingErrors.NotShippable);
        api.MapPost("/admin/shipments/{id}/void", VoidShipment.Handle).Needs(Permissions.OrdersWrite)
            .Called("VoidShipment", "Give a label back").Gives<StaffShipment>()
            .Refuses(ShippingErrors.NoShipment, ShippingErrors.NotInTheHouse);
        api.MapPost("/admin/shipments/{id}/delivery", DeliverShipment.Handle).Needs(Permissions.OrdersWrite)
            .Called("DeliverShipment", "A parcel arrived").Gives<StaffShipment>()
            .Refuses(ShippingErrors.NoShipment, ShippingErrors.NotOnItsWay);
        api.MapPost("/admin/shipments/{id}/events", TellOfShipment.Handle).Needs(Permissions.OrdersWrite)
            .Called("TellOfShipment", "Write down what a carrier told").Gives<StaffShipment>()
            .Refuses(ShippingErrors.NoShipment, ShippingErrors.NotOnItsWay);
    }

    private static void MapDesk(IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/shipments", ListShipments.Handle).Needs(Permissions.OrdersRead)
            .Called("ListShipments", "Parcels by state").Gives<Paged<StaffShipment>>();
        api.MapGet("/admin/orders/{id}/shipments", ListShipments.OfOrder).Needs(Permissions.OrdersRead)
            .Called("ListShipmentsOfOrder", "All parcels of an order, those still in the house among them")
            .Gives<IReadOnlyList<StaffShipment>>();
        api.MapPost("/admin/shipments/batch", ShipBatch.Handle).Needs(Permissions.OrdersWrite)
            .Called("ShipOrders", "Send many orders at once").Gives<ShipBatch.Batch>();
        api.MapPost("/admin/shipments/documents", PrintDocuments.Handle).Needs(Permissions.OrdersRead)
            .Called("PrintShipments", "Labels and packing slips as one file").Produces(StatusCodes.Status200OK)
            .Refuses(ShippingErrors.NoLabel, ShippingErrors.NoShipment, OrderErrors.NotFound);
        api.MapGet("/admin/shipments/report", ShippingReport.Handle).Needs(Permissions.OrdersRead)
            .Called("GetShippingReport", "How well parcels keep what customers were told").Gives<ShippingReport.Report>();
        api.MapGet("/admin/couriers", ListCouriers.Handle).Needs(Permissions.OrdersRead)
            .Called("ListCouriers", "The couriers labels can be bought from").Gives<ListCouriers.Answer>();
        api.MapPost("/admin/orders/{id}/shipping-rates", QuoteRates.Handle).Needs(Permissions.OrdersRead)
            .Called("QuoteShipping", "What couriers would take for a parcel of an order").Gives<QuoteRates.Answer>()
            .Refuses(OrderErrors.NotFound, ShippingErrors.NoOrigin);
    }

    private static RouteHandlerBuilder Called(this RouteHandlerBuilder route, string name, string summary) =>
        route.WithName(name).WithTags("Shipping").WithSummary(summary);
}
