using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tradepost.Carts;

/// <summary>The module's face: its services and its routes.</summary>
public static class CartsModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddCarts(this IServiceCollection services) => services;

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapCarts(this IEndpointRouteBuilder api)
    {
    }
}
