using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tradepost.Inventory;

/// <summary>The module's face: its services and its routes.</summary>
public static class InventoryModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddInventory(this IServiceCollection services) => services;

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapInventory(this IEndpointRouteBuilder api)
    {
    }
}
