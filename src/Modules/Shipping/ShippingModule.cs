using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tradepost.Shipping;

/// <summary>The module's face: its services and its routes.</summary>
public static class ShippingModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddShipping(this IServiceCollection services) => services;

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapShipping(this IEndpointRouteBuilder api)
    {
    }
}
