using Tradepost.Carts;
using Tradepost.Catalog;
using Tradepost.Contracts.Shop;
using Tradepost.DemoGateway;
using Tradepost.Identity;
using Tradepost.Inventory;
using Tradepost.Notifications;
using Tradepost.Orders;
using Tradepost.Payments;
using Tradepost.Platform;
using Tradepost.Pricing;
using Tradepost.Returns;
using Tradepost.Shipping;
using Tradepost.Webhooks;

namespace Tradepost.Host.Serving;

/// <summary>Everything the shop is made of, as services.</summary>
internal static class ShopServices
{
    /// <summary>Adds the platform and all modules. The order is the order of their migrations.</summary>
    public static IServiceCollection AddShop(this IServiceCollection services, IConfiguration configuration, string connectionString)
    {
        var settings = configuration.GetSection("Shop").Get<ShopSettings>() ?? new ShopSettings();
        return services.AddSingleton(settings)
            .AddPlatform(connectionString)
            .AddIdentity()
            .AddCatalog()
            .AddInventory()
            .AddPricing()
            .AddCarts()
            .AddOrders()
            .AddPayments()
            .AddShipping()
            .AddReturns()
            .AddNotifications()
            .AddWebhooks()
            .AddDemoGateway();
    }

    /// <summary>The settings that come from the data folder.</summary>
    public static IConfigurationBuilder AddDataFolder(this IConfigurationBuilder configuration, DataFolder folder) =>
        configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Identity:KeysDirectory"] = folder.Keys,
            ["Secrets:Key"] = folder.Secret("shop-key"),
            ["DemoGateway:ApiKey"] = folder.Secret("demo-gateway-api-key"),
            ["DemoGateway:WebhookSecret"] = folder.Secret("demo-gateway-webhook-secret"),
            ["DemoCourier:WebhookSecret"] = folder.Secret("demo-courier-webhook-secret"),
        });

    /// <summary>The services without a web server and without workers.</summary>
    public static ServiceProvider Offline(DataFolder folder, string connectionString, TimeProvider? clock)
    {
        var configuration = new ConfigurationBuilder().AddDataFolder(folder).AddEnvironmentVariables().Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddConfiguration(configuration.GetSection("Logging")).AddSimpleConsole()
            .SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<WebRoots>();
        services.AddShop(configuration, connectionString);
        if (clock is not null)
        {
            services.AddSingleton(clock);
        }

        return services.BuildServiceProvider();
    }
}
