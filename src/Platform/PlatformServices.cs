using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tradepost.Platform.Access;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Messaging;

namespace Tradepost.Platform;

/// <summary>Adds the platform to a host.</summary>
public static class PlatformServices
{
    /// <summary>The database, events, caches, and the pipeline's services. Call before the modules are added.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="connectionString">The shop's database.</param>
    public static IServiceCollection AddPlatform(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => DataSource(connectionString));
        services.AddModuleDb<PlatformDb>();
        services.AddSingleton(provider => new ModuleDbs(provider.GetServices<ModuleDbRegistration>()));
        services.AddSingleton<EventRegistry>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<Changes>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<Database>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton(provider => new Dispatcher(
            provider.GetRequiredService<Deliveries>(), provider.GetRequiredService<OutboxSignal>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Dispatcher>>()));
        services.AddSingleton<ShopKey>();
        services.AddSingleton<ContentPolicy>();
        services.ConfigureHttpJsonOptions(options => ApiJson.Apply(options.SerializerOptions));
        services.Configure<Microsoft.AspNetCore.Routing.RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        LeaveContentTypesToBodies(services);
        return services.AddPermissionPolicies();
    }

    /// <summary>Starts delivering events and hearing of changes: for the serving host, not for the command line.</summary>
    public static IServiceCollection AddPlatformWorkers(this IServiceCollection services)
    {
        services.AddHostedService(provider => provider.GetRequiredService<Dispatcher>());
        return services.AddHostedService<ChangeChannel>();
    }

    /// <summary>Remembered answers first, then the log, then failures, then the rest.</summary>
    public static IApplicationBuilder UsePlatform(this IApplicationBuilder app) =>
        app.UseMiddleware<AnswerCacheMiddleware>().UseMiddleware<RequestLog>().UseMiddleware<Failures>();

    // Body<T> answers for itself when a body is missing (400) or of another type (415). The framework's matcher would pass such a request
    // on to the page for unknown addresses, which takes any type: 404.
    private static void LeaveContentTypesToBodies(IServiceCollection services)
    {
        services.AddRouting();
        var matchers = services.Where(service => service.ImplementationType?.Name == "AcceptsMatcherPolicy").ToList();
        matchers.ForEach(matcher => services.Remove(matcher));
    }

    private static NpgsqlDataSource DataSource(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            ApplicationName = "tradepost",
        };
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }
}
