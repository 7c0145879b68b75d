using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tradepost.Notifications;

/// <summary>The module's face: its services and its routes.</summary>
public static class NotificationsModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services;

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapNotifications(this IEndpointRouteBuilder api)
    {
    }
}
