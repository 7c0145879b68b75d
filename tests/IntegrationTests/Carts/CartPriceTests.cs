using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Inventory;

namespace Tradepost.IntegrationTests.Carts;

/// <summary>What a cart costs where it goes, and prices that move under it, over HTTP.</summary>
public sealed class CartPriceTests(ShopFixture shop) : IClassFixture<ShopFixture>, IDisposable
{
    private readonly Shelf shelf = new(shop);
    private readonly HttpClient client = shop.Client();

    public void Dispose() => client.Dispose();

    private async Task<string> Option(string cart, string name) =>
        (await client.Get($"carts/{cart}/shipping-options")).Is(200).Json.AsArray()
            .Single(option => option!["name"]!.GetValue<string>() == name)!.Id();

    [Fact]
    public async Task A_cart_that_goes_to_California_by_Standard_costs_goods_shipping_and_tax()
    {
        var cart = await client.NewCart();
        await client.Put(cart, await shelf.Add(1999, grams: 750), 2);
        Assert.Empty((await client.Get($"carts/{cart}/shipping-options")).Is(200).Json.AsArray());

        var address = new { country = "us", state = "ca", postalCode = "94105", city = "San Francisco" };
        var placed = (await client.Put($"carts/{cart}/address", address)).Is(200);
        Assert.Equal("CA", placed.Json["address"]!["state"]!.GetValue<string>());
        Assert.Equal((3998, 0), (placed.Total("subtotal"), placed.Total("shipping")));
        Assert.Equal((290, 4288), (placed.Total("tax"), placed.Total("total")));

        var options = (await client.Get($"carts/{cart}/shipping-options")).Is(200).Json.AsArray();
        Assert.Equal(["Standard", "Express"], options.Select(option => option!["name"]!.GetValue<string>()));
        Assert.Equal("""{"min":3,"max":5}""", options[0]!["estimatedDays"]!.ToJsonString());
        Assert.Equal(640, options[0]!["price"]!["minor"]!.GetValue<long>());

        var chosen = (await client.Put($"carts/{cart}/shipping-option", new { id = options[0]!.Id() })).Is(200);
        Assert.Equal(options[0]!.Id(), chosen.Json["shippingOptionId"]!.GetValue<string>());
        Assert.Equal((640, 4928), (chosen.Total("shipping"), chosen.Total("total")));
        Assert.Equal(4928, chosen.Json["trace"]!.AsArray().Sum(step => step!["amount"]!["minor"]!.GetValue<long>()));
        Assert.Equal(["line", "shipping", "tax"], chosen.Json["trace"]!.AsArray().Select(step => step!["step"]!.GetValue<string>()));
        Assert.Equal(chosen.Json.ToJsonString(), (await client.Cart(cart)).Json.ToJsonString());
    }

    [Theory]
    [InlineData("""{}""", "country")]
    [InlineData("""{"country":"XX"}""", "country")]
    [InlineData("""{"country":"US","state":"ZZ","postalCode":"1"}""", "postalCode,state")]
    [InlineData("""{"country":1,"city":[]}""", "city,country")]
    public async Task Faulty_fields_of_an_address_are_named(string body, string faulty)
    {
        var answer = await client.Put($"carts/{await client.NewCart()}/address", JsonNode.Parse(body));
        Assert.Equal(faulty, string.Join(",", answer.Is(400).Faulty.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_way_to_deliver_that_does_not_serve_the_address_can_not_be_chosen_and_is_dropped_when_the_address_moves()
    {
        var admin = await shop.AdminClient();
        var method = (await admin.Post("admin/shipping-methods", new
        {
            code = "kurier", name = "Kurier", basePrice = new { minor = 100, currency = "USD" }, estimatedDays = new { min = 1, max = 1 },
            countries = new[] { "DE" },
        })).Is(201).Json.Id();
        var cart = await client.NewCart();
        await client.Put(cart, await shelf.Add());

        Assert.Equal("shipping.unavailable", (await client.Put($"carts/{cart}/shipping-option", new { id = method })).Is(409).Code);
        await client.Put($"carts/{cart}/address", new { country = "DE" });
        Assert.Equal(100, (await client.Put($"carts/{cart}/shipping-option", new { id = method })).Is(200).Total("shipping"));

        var moved = (await client.Put($"carts/{cart}/address", new { country = "FR" })).Is(200);
        Assert.Equal((0, true), (moved.Total("shipping"), moved.Json["shippingOptionId"] is null));
        (await admin.Delete($"admin/shipping-methods/{method}")).Is(204);
        (await client.Cart(cart)).Is(200);
        Assert.Equal(["id"], (await client.Put($"carts/{cart}/shipping-option", new { id = "x" })).Is(400).Faulty);
    }

    [Fact]
    public async Task A_price_that_moved_is_told_once_and_the_new_one_counts()
    {
        var (cart, thing) = (await client.NewCart(), await shelf.Add(2000));
        await client.Put(cart, thing, 3);
        await shelf.Reprice(thing, 2500);

        var read = (await client.Cart(cart)).Is(200);
        Assert.Equal(["priceChanged"], read.Notices());
        var notice = read.Line()["notices"]![0]!;
        Assert.Equal((2000, 2500), (notice["from"]!["minor"]!.GetValue<long>(), notice["to"]!["minor"]!.GetValue<long>()));
        Assert.Equal(7500, read.Total("subtotal"));
        Assert.Empty((await client.Cart(cart)).Notices());
    }

    [Fact]
    public async Task A_price_that_moved_holds_the_order_up_once_and_shows_the_new_cart()
    {
        var (cart, thing) = (await client.NewCart(), await shelf.Add(2000));
        await client.Put(cart, thing, 2);
        await client.Put($"carts/{cart}/address", new { country = "US", state = "CA" });
        var standard = await Option(cart, "Standard");
        Task<Answer> Order(string key) => client.Post("orders", new
        {
            cartId = cart, email = "ann@example.com", name = "Ann Example", shippingOptionId = standard, paymentMethod = "card",
            shippingAddress = new { line1 = "1 Main St", city = "San Francisco", state = "CA", postalCode = "94105", country = "US" },
        }, ("Idempotency-Key", key));

        await shelf.Reprice(thing, 1500);
        var refused = (await Order("one-" + cart)).Is(409);
        Assert.Equal("cart.changed", refused.Code);
        Assert.Equal(3000, refused.Json["cart"]!["totals"]!["subtotal"]!["minor"]!.GetValue<long>());
        Assert.Equal("priceChanged", refused.Json["cart"]!["lines"]![0]!["notices"]![0]!["code"]!.GetValue<string>());

        var placed = (await Order("two-" + cart)).Is(201);
        Assert.Equal(3000, placed.Total("subtotal"));
        Assert.Empty((await client.Cart(cart)).Is(200).Quantities());
        Assert.Equal("cart.empty", (await Order("three-" + cart)).Is(409).Code);
    }
}
