using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Pricing.ShippingMethods.Imports;
using Tradepost.Pricing.ShippingMethods.Zones;

namespace Tradepost.Pricing.Delivery;

/// <summary>Routes of zones, tables, the calendar and the estimate.</summary>
internal static class DeliveryRoutes
{
    public static void MapDelivery(this IEndpointRouteBuilder api)
    {
        const string One = "/admin/shipping-methods/{id}", Calendar = "/admin/delivery-calendar";
        Staff(api.MapGet(One, EditZones.Get), "GetShippingMethod", "A way to deliver with its zones")
            .Gives<EditZones.Detail>().Refuses(SettingsErrors.MethodNotFound);
        Staff(api.MapPut(One + "/zones", EditZones.Put), "ReplaceShippingZones", "Put these zones in place of a method's")
            .Gives<EditZones.Detail>().Refuses(SettingsErrors.MethodNotFound, PlatformErrors.Stale);
        Table(api.MapPost(One + "/zones", ImportTable.Chart), "ImportShippingZones", "Take a method's places from a CSV file");
        Table(api.MapPost(One + "/rates", ImportTable.Rates), "ImportShippingRates", "Take a method's prices from a CSV file");
        Staff(api.MapGet(Calendar, EditCalendar.Get), "GetDeliveryCalendar", "The days the shop sends things on").Gives<CalendarView>();
        Staff(api.MapPut(Calendar, EditCalendar.Put), "SetDeliveryCalendar", "Set the days the shop sends things on")
            .Gives<CalendarView>().Refuses(PlatformErrors.Stale);
        api.MapGet("/products/{id}/delivery-estimate", EstimateDelivery.Handle).AllowAnonymous()
            .WithName("EstimateDelivery").WithTags("Pricing").WithSummary("What sending a product somewhere costs and when it arrives")
            .Gives<EstimateDelivery.Estimate>().Refuses(SettingsErrors.ProductNotFound);
    }

    private static void Table(RouteHandlerBuilder route, string name, string summary) =>
        Staff(route, name, summary).WithMetadata(new TableSize()).Accepts<string>("text/csv").Gives<ImportTable.Result>()
            .Refuses(SettingsErrors.MethodNotFound, SettingsErrors.FileRejected, PlatformErrors.Stale, PlatformErrors.UnsupportedMediaType);

    private static RouteHandlerBuilder Staff(RouteHandlerBuilder route, string name, string summary) =>
        route.Needs(Permissions.SettingsWrite).WithName(name).WithTags("Pricing").WithSummary(summary);
}
