using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Messaging;
using Tradepost.Webhooks.Endpoints;
using Tradepost.Webhooks.Log;
using Tradepost.Webhooks.Sending;
using static Tradepost.Webhooks.WebhooksErrors;

namespace Tradepost.Webhooks;

/// <summary>The module's face: its services and its routes.</summary>
public static class WebhooksModule
{
    private const string Tag = "Webhooks";

    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhooksOptions>().BindConfiguration("Webhooks");
        services.AddSingleton<Secrets>().AddSingleton<Sender>().AddSingleton<EditEndpoints>();
        services.AddPeriodicJob<SendWebhooks>();
        foreach (var type in OfferedEvents.Types)
        {
            var name = EventRegistry.NameOf(type);
            services.AddSingleton(new Subscription($"webhooks.{name}", type, (_, payload, tx) => FanOut.Handle(name, payload, tx)));
        }

        return services.AddModuleDb<WebhooksDb>();
    }

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        MapEndpoints(api);
        MapLog(api);
    }

    private static void MapEndpoints(IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/webhooks", ReadEndpoints.List).Needs(Permissions.OperationsRead).Gives<ReadEndpoints.EndpointList>()
            .WithName("ListWebhooks").WithTags(Tag).WithSummary("Receivers of events, and the events they may ask for");
        api.MapPost("/admin/webhooks", EditEndpoints.Create).Needs(Permissions.SettingsWrite)
            .Gives<EndpointView>(StatusCodes.Status201Created).Refuses(TooMany)
            .WithName("CreateWebhook").WithTags(Tag).WithSummary("Add a receiver; its secret is shown this once");
        api.MapGet("/admin/webhooks/{id}", ReadEndpoints.Show).Needs(Permissions.OperationsRead).Gives<EndpointView>().Refuses(NotFound)
            .WithName("ShowWebhook").WithTags(Tag).WithSummary("One receiver");
        api.MapPut("/admin/webhooks/{id}", EditEndpoints.Change).Needs(Permissions.SettingsWrite).Gives<EndpointView>()
            .Refuses(NotFound, PlatformErrors.Stale)
            .WithName("ChangeWebhook").WithTags(Tag).WithSummary("Change a receiver, or switch it on or off");
        api.MapDelete("/admin/webhooks/{id}", EditEndpoints.Delete).Needs(Permissions.SettingsWrite).Produces(204).Refuses(NotFound)
            .WithName("DeleteWebhook").WithTags(Tag).WithSummary("Delete a receiver with its log");
        api.MapPost("/admin/webhooks/{id}/secret", EditEndpoints.Rotate).Needs(Permissions.SettingsWrite).Gives<EndpointView>()
            .Refuses(NotFound)
            .WithName("RotateWebhookSecret").WithTags(Tag).WithSummary("A new secret; the old one signs beside it for a day");
        api.MapPost("/admin/webhooks/{id}/test", Replay.Test).Needs(Permissions.OperationsWrite).Gives<Replay.Written>()
            .Refuses(NotFound, Disabled)
            .WithName("TestWebhook").WithTags(Tag).WithSummary("Send a test event");
        api.MapPost("/admin/webhooks/{id}/replay", Replay.Failed).Needs(Permissions.OperationsWrite).Gives<Replay.Changed>()
            .Refuses(NotFound, Disabled)
            .WithName("ReplayFailedWebhooks").WithTags(Tag).WithSummary("Send again what failed in a period");
    }

    private static void MapLog(IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/webhook-deliveries", Deliveries.List).Needs(Permissions.OperationsRead).Gives<Paged<DeliveryView>>()
            .WithName("ListWebhookDeliveries").WithTags(Tag).WithSummary("What was sent to receivers, newest first");
        api.MapGet("/admin/webhook-deliveries/{id}", Deliveries.Show).Needs(Permissions.OperationsRead).Gives<DeliveryView>()
            .Refuses(DeliveryNotFound)
            .WithName("ShowWebhookDelivery").WithTags(Tag).WithSummary("One delivery with every attempt");
        api.MapPost("/admin/webhook-deliveries/{id}/replay", Replay.One).Needs(Permissions.OperationsWrite).Produces(204)
            .Refuses(DeliveryNotFound, StillOnItsWay, Disabled)
            .WithName("ReplayWebhook").WithTags(Tag).WithSummary("Send it again, under the same id");
        api.MapPost("/admin/webhook-deliveries/bulk", Replay.InBulk).Needs(Permissions.OperationsWrite).Gives<Replay.Changed>()
            .WithName("BulkWebhookDeliveries").WithTags(Tag).WithSummary("Retry or drop what failed, some or all");
    }
}
