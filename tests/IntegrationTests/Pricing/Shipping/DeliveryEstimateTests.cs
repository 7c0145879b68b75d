using System.Globalization;
using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;
using static Tradepost.IntegrationTests.Pricing.Shipping.ShippingRequests;

namespace Tradepost.IntegrationTests.Pricing.Shipping;

/// <summary>What sending something costs and when it arrives, on the product page and in the cart; and why it can't be sent.</summary>
public sealed class DeliveryEstimateTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task Anybody_learns_options_with_prices_and_dates_before_there_is_a_cart()
    {
        var (product, variant) = await shop.Product(price: 2000, weightGrams: 1500);
        using var nobody = shop.Client();
        var estimate = (await nobody.Get($"products/{product}/delivery-estimate?country=us&state=CA&postalCode=94105")).Is(200).Json;
        Assert.Null(estimate["problem"]);
        var options = estimate["options"]!.AsArray();
        Assert.Equal([("Standard", 490 + 150), ("Express", 1490 + 375)], options.Select(option => (Text(option!, "name"), Price(option!))));
        var (from, to) = (Day(options[0]!, "from"), Day(options[0]!, "to"));
        Assert.True(from <= to && from > DateOnly.FromDateTime(DateTimeOffset.Parse("2020-01-01", CultureInfo.InvariantCulture).DateTime));
        Assert.DoesNotContain(from.DayOfWeek, new[] { DayOfWeek.Saturday, DayOfWeek.Sunday });

        var named = (await nobody.Get($"products/{product}/delivery-estimate?country=US&variantId={variant}")).Is(200).Json;
        Assert.Equal(2, named["options"]!.AsArray().Count);
    }

    [Fact]
    public async Task Places_and_products_that_do_not_exist_are_refused()
    {
        var (product, _) = await shop.Product();
        var (_, other) = await shop.Product();
        using var nobody = shop.Client();
        var path = $"products/{product}/delivery-estimate";
        Assert.Equal(["country"], (await nobody.Get(path)).Is(400).Faulty);
        Assert.Equal(["postalCode", "state"], (await nobody.Get(path + "?country=US&state=ZZ&postalCode=abc")).Is(400).Faulty
            .Order(StringComparer.Ordinal));
        Assert.Equal(["variantId"], (await nobody.Get(path + "?country=US&variantId=x")).Is(400).Faulty);
        (await nobody.Get(path + $"?country=US&variantId={other}")).Is(404);
        Assert.Equal(
            "pricing.product_not_found", (await nobody.Get($"products/{Guid.CreateVersion7()}/delivery-estimate?country=US")).Is(404).Code);
    }

    [Fact]
    public async Task A_product_with_variants_needs_one_of_them_named()
    {
        var admin = await shop.AdminClient();
        var made = (await admin.Post("admin/products", new
        {
            name = "Many", price = Json(1000), options = new[] { new { name = "Colour", values = new[] { "Red", "Blue" } } },
            variants = new[]
            {
                new { sku = "MANY-R", options = new Dictionary<string, string> { ["Colour"] = "Red" }, weightGrams = 100 },
                new { sku = "MANY-B", options = new Dictionary<string, string> { ["Colour"] = "Blue" }, weightGrams = 9000 },
            },
        })).Is(201).Json;
        using var nobody = shop.Client();
        var path = $"products/{Text(made, "id")}/delivery-estimate?country=US";
        Assert.Equal(["variantId"], (await nobody.Get(path)).Is(400).Faulty);
        var prices = new List<int>();
        foreach (var variant in made["variants"]!.AsArray())
        {
            prices.Add(Price((await nobody.Get($"{path}&variantId={Text(variant!, "id")}")).Is(200).Json["options"]![0]!));
        }

        Assert.Equal([500, 1390], prices.Order());
    }

    [Fact]
    public async Task A_cart_nobody_ships_says_why_and_stops_saying_so_when_somebody_does()
    {
        var admin = await shop.AdminClient();
        var methods = (await admin.Get("admin/shipping-methods")).Json["items"]!.AsArray().Select(method => Text(method!, "id")).ToArray();
        await Patch("""{"maxWeightGrams": 20000, "countries": ["US", "CA"]}""");
        var (_, variant) = await shop.Product(weightGrams: 12_000);
        using var guest = shop.Client();
        var cart = "carts/" + Text((await guest.Post("carts")).Is(201).Json, "id");
        (await guest.Put(cart + "/address", new { country = "US", state = "CA", postalCode = "94105" })).Is(200);
        Assert.Null((await guest.Get(cart)).Json["shippingProblem"]); // nothing in it yet
        Assert.Null((await guest.Post(cart + "/lines", new { variantId = variant, quantity = 1 })).Is(200).Json["shippingProblem"]);
        Assert.Equal("tooHeavy", Reason((await guest.Post(cart + "/lines", new { variantId = variant, quantity = 1 })).Is(200).Json));
        Assert.Empty((await guest.Get(cart + "/shipping-options")).Is(200).Json.AsArray());

        Assert.Equal("notServed", Reason((await guest.Put(cart + "/address", new { country = "DE", postalCode = "10115" })).Is(200).Json));
        await Patch("""{"active": false}""");
        Assert.Equal("noMethod", Reason((await guest.Get(cart)).Json));
        await Patch("""{"active": true, "maxWeightGrams": null, "countries": null}""");
        Assert.Null((await guest.Get(cart)).Json["shippingProblem"]);
        var option = (await guest.Get(cart + "/shipping-options")).Json[0]!;
        Assert.True(Day(option, "from") <= Day(option, "to"));

        async Task Patch(string change)
        {
            foreach (var id in methods)
            {
                (await admin.Patch("admin/shipping-methods/" + id, JsonNode.Parse(change))).Is(200);
            }
        }
    }

    private static string Reason(JsonNode cart)
    {
        var problem = cart["shippingProblem"]!;
        Assert.NotEmpty(Text(problem, "message"));
        return Text(problem, "reason");
    }

    private static string Text(JsonNode json, string name) => json[name]!.GetValue<string>();

    private static int Price(JsonNode option) => option["price"]!["minor"]!.GetValue<int>();

    private static DateOnly Day(JsonNode option, string end) =>
        DateOnly.ParseExact(Text(option["estimatedDelivery"]!, end), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
