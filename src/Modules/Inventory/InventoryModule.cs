using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Inventory.Levels;
using Tradepost.Inventory.Locations;
using Tradepost.Inventory.Movements;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Inventory;

/// <summary>The module's face: its services and its routes.</summary>
public static class InventoryModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddInventory(this IServiceCollection services)
    {
        services.AddModuleDb<InventoryDb>();
        services.AddSingleton(provider => new StockBook(provider.GetRequiredService<Database>(), provider.GetRequiredService<ICatalog>));
        services.AddSingleton<IInventory>(provider => provider.GetRequiredService<StockBook>());
        foreach (var invariant in Invariants.All)
        {
            services.AddSingleton(invariant);
        }

        return services;
    }

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapInventory(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        Map(api.MapGet("/admin/locations", ListLocations.Handle), "ListLocations", "The places stock is kept at", Permissions.InventoryRead)
            .Gives<Paged<ListLocations.Location>>();
        Map(api.MapGet("/admin/inventory/levels", ListLevels.Handle), "ListStockLevels",
            "Stock by variant and location, the scarcest first", Permissions.InventoryRead)
            .Gives<Paged<ListLevels.Level>>();
        Map(api.MapGet("/admin/inventory/movements", ListMovements.Handle), "ListStockMovements", "The journal of stock, newest first",
            Permissions.InventoryRead)
            .Gives<Paged<ListMovements.Movement>>();
        Map(api.MapPost("/admin/inventory/adjustments", AdjustStock.Handle), "AdjustStock", "Correct a level by a difference or to a count",
            Permissions.InventoryWrite)
            .Gives<AdjustStock.Level>()
            .Refuses(StockErrors.Negative, StockErrors.BelowReserved, StockErrors.TooMany, StockErrors.UnknownVariant,
                StockErrors.UnknownLocation);
    }

    private static RouteHandlerBuilder Map(RouteHandlerBuilder route, string name, string summary, string permission) =>
        route.Needs(permission).WithName(name).WithTags("Inventory").WithSummary(summary);
}
