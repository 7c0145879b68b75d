using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tradepost.Payments;

/// <summary>The module's face: its services and its routes.</summary>
public static class PaymentsModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddPayments(this IServiceCollection services) => services;

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapPayments(this IEndpointRouteBuilder api)
    {
    }
}
