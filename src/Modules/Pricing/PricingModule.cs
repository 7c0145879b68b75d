using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tradepost.Pricing;

/// <summary>The module's face: its services and its routes.</summary>
public static class PricingModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddPricing(this IServiceCollection services) => services;

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapPricing(this IEndpointRouteBuilder api)
    {
    }
}
