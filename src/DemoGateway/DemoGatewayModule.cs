using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tradepost.DemoGateway;

/// <summary>A payment provider for demonstrations, served by the same host under /demo-gateway but spoken to over HTTP only.</summary>
public static class DemoGatewayModule
{
    /// <summary>Adds the gateway's services.</summary>
    public static IServiceCollection AddDemoGateway(this IServiceCollection services) => services;

    /// <summary>The gateway's routes, under /demo-gateway.</summary>
    public static void MapDemoGateway(this IEndpointRouteBuilder gateway)
    {
    }
}
