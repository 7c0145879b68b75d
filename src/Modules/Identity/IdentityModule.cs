using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tradepost.Identity;

/// <summary>The module's face: its services and its routes.</summary>
public static class IdentityModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services) => services;

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapIdentity(this IEndpointRouteBuilder api)
    {
    }
}
