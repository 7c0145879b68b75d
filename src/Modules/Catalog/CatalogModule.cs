using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tradepost.Catalog;

/// <summary>The module's face: its services and its routes.</summary>
public static class CatalogModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddCatalog(this IServiceCollection services) => services;

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapCatalog(this IEndpointRouteBuilder api)
    {
    }
}
