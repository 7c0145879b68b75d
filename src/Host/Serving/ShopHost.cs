using Microsoft.AspNetCore.ResponseCompression;
using Tradepost.Carts;
using Tradepost.Catalog;
using Tradepost.Contracts.Shop;
using Tradepost.DemoGateway;
using Tradepost.Host.Cli;
using Tradepost.Host.Docs;
using Tradepost.Host.Storefront;
using Tradepost.Identity;
using Tradepost.Inventory;
using Tradepost.Notifications;
using Tradepost.Orders;
using Tradepost.Payments;
using Tradepost.Platform;
using Tradepost.Platform.Messaging;
using Tradepost.Pricing;
using Tradepost.Returns;
using Tradepost.Shipping;
using Tradepost.Webhooks;

namespace Tradepost.Host.Serving;

/// <summary>Composes the web server. Nothing here decides anything about selling.</summary>
internal static class ShopHost
{
    private const long MaxBodyBytes = 1 << 20;

    public static WebApplication Build(StartOptions options, DataFolder folder, string connectionString,
        Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = options.Environment });
        builder.Configuration.AddDataFolder(folder);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.ListenAnyIP(options.Port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        AddLogging(builder);
        AddServices(builder, options, connectionString);
        adjust?.Invoke(builder);
        var app = builder.Build();
        Use(app);
        Map(app);
        return app;
    }

    private static void AddLogging(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
    }

    private static void AddServices(WebApplicationBuilder builder, StartOptions options, string connectionString)
    {
        builder.Services.AddShop(builder.Configuration, connectionString).AddPlatformWorkers();
        builder.Services.PostConfigureBaseUrl(options);
        builder.Services.AddHostedService<SettingsWatcher>();
        builder.Services.AddSingleton<WebRoots>().AddSingleton<PageShell>().AddSingleton<PageWriter>();
        builder.Services.AddApiDocument();
        builder.Services.AddResponseCompression(compression =>
            compression.MimeTypes = ResponseCompressionDefaults.MimeTypes.Append("image/svg+xml"));
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(hosting => hosting.ShutdownTimeout = TimeSpan.FromSeconds(10));
    }

    private static void PostConfigureBaseUrl(this IServiceCollection services, StartOptions options)
    {
        var settings = (ShopSettings)services.Last(service => service.ServiceType == typeof(ShopSettings)).ImplementationInstance!;
        if (settings.BaseUrl.Length == 0)
        {
            settings.BaseUrl = $"http://127.0.0.1:{options.Port}";
        }
    }

    private static void Use(WebApplication app)
    {
        app.UsePlatform();
        app.UseAssets();
        app.UseApiPage();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    private static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapIdentity();
        api.MapCatalog();
        api.MapInventory();
        api.MapPricing();
        api.MapCarts();
        api.MapOrders();
        api.MapPayments();
        api.MapShipping();
        api.MapReturns();
        api.MapNotifications();
        api.MapWebhooks();
        api.MapDeadLetters();
        api.MapShopSettings();
        api.MapAdminSettings();
        app.MapCatalogMedia();
        app.MapGroup("/demo-gateway").MapDemoGateway();
        app.MapHealth();
        app.MapApiDocument();
        app.MapPages();
    }
}
