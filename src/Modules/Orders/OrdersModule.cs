using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tradepost.Orders;

/// <summary>The module's face: its services and its routes.</summary>
public static class OrdersModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddOrders(this IServiceCollection services) => services;

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapOrders(this IEndpointRouteBuilder api)
    {
    }
}
