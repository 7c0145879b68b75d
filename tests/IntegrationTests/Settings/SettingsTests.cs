using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tradepost.Contracts.Shop;
using Tradepost.Host.Serving;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Data;

namespace Tradepost.IntegrationTests.Settings;

/// <summary>Staff change the shop's settings while it serves.</summary>
public sealed class SettingsTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static object Body(
        string name = "Corner shop", string currency = "USD", string[]? currencies = null, bool included = false, string level = "line",
        string zone = "Europe/Berlin") => new
    {
        shopName = name, currency, currencies = currencies ?? [], pricesIncludeTax = included, rounding = "halfEven", roundingLevel = level,
        timeZone = zone,
    };

    [Fact]
    public async Task A_change_is_in_force_at_once_in_answers_and_remembered_pages()
    {
        var (admin, (product, _)) = (await shop.AdminClient(), await shop.Product());
        using var shopper = shop.Client();
        Assert.DoesNotContain("Harbour", (await shopper.Get(shop.Address + "/")).Is(200).Text, StringComparison.Ordinal);
        (await shopper.Get($"products/{product}/prices")).Is(200);
        var read = (await admin.Get("admin/settings")).Is(200);
        var changed = await admin.Put(
            "admin/settings", Body("Harbour", currencies: ["JPY", "USD"], included: true, level: "total"), ("If-Match",
                read.Headers.ETag!.Tag));
        Assert.Equal("total", changed.Is(200).Json["roundingLevel"]!.GetValue<string>());
        var told = (await shopper.Get("settings")).Is(200).Json;
        Assert.Equal(("Harbour", "Europe/Berlin", true),
            (told["shopName"]!.GetValue<string>(), told["timeZone"]!.GetValue<string>(), told["pricesIncludeTax"]!.GetValue<bool>()));
        Assert.Equal(["USD", "JPY"], told["currencies"]!.AsArray().Select(code => code!.GetValue<string>()));
        Assert.Null(told["rounding"]);
        Assert.Contains("Harbour", (await shopper.Get(shop.Address + "/")).Text, StringComparison.Ordinal);
        Assert.True((await shopper.Get($"products/{product}/prices")).Json["pricesIncludeTax"]!.GetValue<bool>());
        (await admin.Put("admin/settings", Body(), ("If-Match", read.Headers.ETag!.Tag))).Is(412);
    }

    [Fact]
    public async Task The_currency_of_a_shop_with_products_stays()
    {
        var admin = await shop.AdminClient();
        await shop.Product();
        var refused = (await admin.Put("admin/settings", Body(currency: "EUR"))).Is(409);
        Assert.Equal(("settings.currency_in_use", "USD"), (refused.Code, refused.Json["currency"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_is_faulty_is_named()
    {
        var admin = await shop.AdminClient();
        Assert.Equal(["timeZone"], (await admin.Put("admin/settings", Body(zone: "Mars/Olympus"))).Is(400).Faulty);
        Assert.Equal(["currencies[0]"], (await admin.Put("admin/settings", Body(currencies: ["XYZ"]))).Is(400).Faulty);
        Assert.Equal(["roundingLevel"], (await admin.Put("admin/settings", Body(level: "basket"))).Is(400).Faulty);
        Assert.Equal(["shopName"], (await admin.Put("admin/settings", Body(name: " "))).Is(400).Faulty);
        using var guest = shop.Client();
        (await guest.Get("admin/settings")).Is(401);
        (await (await shop.CustomerClient()).Client.Put("admin/settings", Body())).Is(403);
    }

    [Fact]
    public async Task Another_node_switches_when_it_hears_of_the_change()
    {
        var other = new ShopSettings();
        var changes = new Changes();
        var watcher = ActivatorUtilities.CreateInstance<SettingsWatcher>(shop.Services, changes, other, new AnswerCache(changes));
        await ((IHostedService)watcher).StartAsync(TestContext.Current.CancellationToken);
        var channel = ActivatorUtilities.CreateInstance<ChangeChannel>(shop.Services, changes);
        await ((IHostedService)channel).StartAsync(TestContext.Current.CancellationToken);
        (await (await shop.AdminClient()).Put("admin/settings", Body("Far node"))).Is(200);
        await Eventually.Is(() => Task.FromResult(other.Name), name => name == "Far node", "the other node's new name");
        await ((IHostedService)channel).StopAsync(TestContext.Current.CancellationToken);
        await ((IHostedService)watcher).StopAsync(TestContext.Current.CancellationToken);
    }
}
