using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.DemoGateway.Challenges;
using Tradepost.DemoGateway.Charging;
using Tradepost.DemoGateway.Webhooks;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Jobs;

namespace Tradepost.DemoGateway;

/// <summary>A payment provider for demonstrations, served by the same host under /demo-gateway but spoken to over HTTP only.</summary>
public static class DemoGatewayModule
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Adds the gateway's services.</summary>
    public static IServiceCollection AddDemoGateway(this IServiceCollection services)
    {
        services.AddModuleDb<DemoGatewayDb>();
        services.AddSingleton<GatewaySecrets>();
        services.AddHttpClient(DeliverWebhooks.Client, client => client.Timeout = CallTimeout).RemoveAllLoggers();
        return services.AddPeriodicJob<DeliverWebhooks>();
    }

    /// <summary>The gateway's routes, under /demo-gateway.</summary>
    public static void MapDemoGateway(this IEndpointRouteBuilder gateway)
    {
        ArgumentNullException.ThrowIfNull(gateway);

        // Open to the shop's own sign-in, which knows nothing of merchants; each call shows the merchant's key instead.
        var api = gateway.MapGroup("/v1").AllowAnonymous().ExcludeFromDescription().AddEndpointFilter(OnlyMerchants);
        api.MapPost("/charges", CreateCharge.Handle);
        api.MapGet("/charges/{attemptId}", GetCharge.Handle);
        api.MapPost("/charges/{attemptId}/capture", CaptureCharge.Handle);
        api.MapPost("/charges/{attemptId}/void", VoidCharge.Handle);
        api.MapPost("/refunds", CreateRefund.Handle);

        var pages = gateway.MapGroup("/challenges/{token}").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("", ShowChallenge.Handle);
        pages.MapPost("", AnswerChallenge.Handle).DisableAntiforgery();
    }

    private static async ValueTask<object?> OnlyMerchants(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var secrets = call.HttpContext.RequestServices.GetRequiredService<GatewaySecrets>();
        return secrets.IsMerchant(call.HttpContext.Request) ? await next(call) : GatewayErrors.WrongKey.Refuse().ToResult();
    }
}
