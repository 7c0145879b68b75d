using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Types;

namespace Tradepost.IntegrationTests.Pricing.Shipping;

/// <summary>What tests of shipping methods ask the shop for.</summary>
internal static class ShippingRequests
{
    public static Money Usd(long minor) => new(minor, Currency.Usd);

    public static object Json(long minor) => new { minor, currency = "USD" };

    public static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");

    /// <summary>A new method for Iceland only, so that it does not come between other tests; its path.</summary>
    public static async Task<string> Method(this ShopFixture shop, string code, params string[] countries)
    {
        var admin = await shop.AdminClient();
        var made = (await admin.Post("admin/shipping-methods", new
        {
            code, name = code, basePrice = Json(999), estimatedDays = new { min = 2, max = 4 }, countries,
        })).Is(201).Json;
        return "admin/shipping-methods/" + made["id"]!.GetValue<string>();
    }

    public static object Flat(string name, long price, params string[] places) =>
        new { name, places, basis = "flat", basePrice = Json(price) };

    /// <summary>What the method with this code asks for one thing of this weight; null when it does not serve.</summary>
    public static async Task<ShippingOption?> Asked(
        this ShopFixture shop, string code, Destination to, int grams = 100, long price = 1000)
    {
        var pricing = shop.Services.GetRequiredService<IPricing>();
        return (await pricing.ShippingOptions(Basket(to, grams, price), TestContext.Current.CancellationToken))
            .SingleOrDefault(option => option.Code == code);
    }

    public static Basket Basket(Destination to, int grams = 100, long price = 1000) =>
        new(Currency.Usd, [new("a", "Thing", Usd(price), 1, grams)], to, null);

    public static string[] Names(this JsonNode detail) =>
        [.. detail["zones"]!.AsArray().Select(zone => zone!["name"]!.GetValue<string>())];
}
