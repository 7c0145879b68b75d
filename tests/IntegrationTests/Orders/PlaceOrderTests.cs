using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Orders;

/// <summary>From cart to order.</summary>
public sealed class PlaceOrderTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task An_order_is_a_snapshot_of_the_cart_and_its_totals_add_up()
    {
        using var client = shop.Client();
        var product = await shop.Product(price: 1999, stock: 5);
        var answer = (await client.Order(product.VariantId, quantity: 2)).Answer.Json;
        Assert.Equal("pendingPayment", answer.Text("status"));
        Assert.Matches("^T-[0-9]{6,}$", answer.Text("number"));
        Assert.Equal(64, answer.Text("accessToken").Length);
        var line = Assert.Single(answer["lines"]!.AsArray())!;
        Assert.Equal(2, line["quantity"]!.GetValue<int>());
        Assert.Equal(3998, line.Minor("lineTotal"));
        var totals = answer["totals"]!;
        var parts = totals.Minor("subtotal") - totals.Minor("discount") + totals.Minor("shipping") + totals.Minor("tax");
        Assert.Equal(parts, totals.Minor("total"));
        Assert.Equal("pending", answer["payment"]!.Text("status"));
        Assert.Equal("none", answer["payment"]!["nextAction"]!.Text("type"));
        Assert.Equal("demo", answer["payment"]!.Text("provider"));
    }

    [Fact]
    public async Task Placing_an_order_empties_the_cart_and_sets_stock_aside()
    {
        using var client = shop.Client();
        var product = await shop.Product(stock: 3);
        var cart = await client.Cart(product.VariantId, 2);
        (await client.Place(await client.Checkout(cart))).Is(201);
        Assert.Empty((await client.Get($"carts/{cart}")).Json["lines"]!.AsArray());
        var levels = await (await shop.AdminClient()).Get($"admin/inventory/levels?q={await Sku(product.ProductId)}");
        var level = levels.Is(200).Json["items"]![0]!;
        Assert.Equal(
            (3, 2, 1), (level["onHand"]!.GetValue<int>(), level["reserved"]!.GetValue<int>(), level["available"]!.GetValue<int>()));
    }

    [Fact]
    public async Task The_same_key_and_body_get_the_same_answer_and_make_one_order()
    {
        using var client = shop.Client();
        var product = await shop.Product(stock: 5);
        var body = await client.Checkout(await client.Cart(product.VariantId));
        var key = Buying.NewKey();
        var first = (await client.Place(body, key)).Is(201);
        var second = (await client.Place(body, key)).Is(201);
        Assert.True(JsonNode.DeepEquals(first.Json, second.Json), $"{first.Text}\n{second.Text}");
        Assert.Equal(1, await OrdersOf(body.CartId));
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        using var client = shop.Client();
        var product = await shop.Product(stock: 5);
        var body = await client.Checkout(await client.Cart(product.VariantId));
        var key = Buying.NewKey();
        (await client.Place(body, key)).Is(201);
        Assert.Equal("idempotency.mismatch", (await client.Place(body with { Name = "Somebody Else" }, key)).Is(409).Code);
    }

    [Fact]
    public async Task Twenty_requests_at_once_with_one_key_make_one_order()
    {
        using var client = shop.Client();
        var product = await shop.Product(stock: 50);
        var body = await client.Checkout(await client.Cart(product.VariantId));
        var key = Buying.NewKey();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.Place(body, key)));
        Assert.All(answers, answer => answer.Is(201));
        Assert.Single(answers.Select(answer => answer.Json.Text("id")).Distinct());
        Assert.Equal(1, await OrdersOf(body.CartId));
    }

    [Fact]
    public async Task A_refused_request_may_be_sent_again_with_its_key()
    {
        using var client = shop.Client();
        var product = await shop.Product(stock: 1);
        var other = await client.Checkout(await client.Cart(product.VariantId));
        var body = await client.Checkout(await client.Cart(product.VariantId));
        var taken = new Placed((await client.Place(other)).Is(201));
        var key = Buying.NewKey();
        Assert.Equal("inventory.insufficient", (await client.Place(body, key)).Is(409).Code);
        (await client.Post($"orders/{taken.Id}/cancellation", null, taken.Key)).Is(200);
        (await client.Place(body, key)).Is(201);
    }

    [Fact]
    public async Task A_shortage_names_each_line_with_what_is_left()
    {
        using var client = shop.Client();
        var product = await shop.Product(stock: 5);
        var body = await client.Checkout(await client.Cart(product.VariantId, 4));
        await client.Order(product.VariantId, 3);
        var answer = (await client.Place(body)).Is(409);
        Assert.Equal("inventory.insufficient", answer.Code);
        var line = Assert.Single(answer.Json["lines"]!.AsArray())!;
        Assert.Equal(product.VariantId.ToString(), line.Text("variantId"));
        Assert.Equal((4, 2), (line["requested"]!.GetValue<int>(), line["available"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_price_that_moved_is_shown_before_it_is_charged()
    {
        using var client = shop.Client();
        var product = await shop.Product(price: 1000, stock: 5);
        var body = await client.Checkout(await client.Cart(product.VariantId));
        var price = new { price = new { minor = 1200, currency = "USD" } };
        (await (await shop.AdminClient()).Patch($"admin/products/{product.ProductId}", price)).Is(200);
        var answer = (await client.Place(body)).Is(409);
        Assert.Equal("cart.changed", answer.Code);
        Assert.Equal(1200, answer.Json["cart"]!["lines"]![0]!["unitPrice"]!["minor"]!.GetValue<long>());
        Assert.Equal(1200, (await client.Place(body)).Is(201).Json["lines"]![0]!["unitPrice"]!["minor"]!.GetValue<long>());
    }

    [Fact]
    public async Task Every_faulty_field_is_named()
    {
        using var client = shop.Client();
        var faulty = new { email = "nobody", shippingAddress = new { country = "XX" } };
        var answer = (await client.Post("orders", faulty, ("Idempotency-Key", "k"))).Is(400);
        Assert.Equal("request.invalid", answer.Code);
        Assert.Superset(
            new HashSet<string>
            {
                "cartId", "email", "name", "shippingAddress.name", "shippingAddress.line1", "shippingAddress.city",
                "shippingAddress.country", "shippingOptionId", "paymentMethod",
            },
            answer.Faulty.ToHashSet());
    }

    [Fact]
    public async Task An_order_needs_a_key()
    {
        using var client = shop.Client();
        var product = await shop.Product();
        var body = await client.Checkout(await client.Cart(product.VariantId));
        Assert.Equal(["Idempotency-Key"], (await client.Post("orders", body)).Is(400).Faulty);
        Assert.Equal(["Idempotency-Key"], (await client.Place(body, new string('k', 256))).Is(400).Faulty);
    }

    [Theory]
    [InlineData("https://evil.example/steal")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://127.0.0.1:1@evil.example/")]
    public async Task Nobody_can_be_sent_back_to_a_strangers_site(string url)
    {
        using var client = shop.Client();
        var product = await shop.Product();
        var body = await client.Checkout(await client.Cart(product.VariantId));
        Assert.Equal(["returnUrl"], (await client.Place(body with { ReturnUrl = url })).Is(400).Faulty);
    }

    [Fact]
    public async Task A_return_address_of_the_shop_is_taken_in_both_forms()
    {
        using var client = shop.Client();
        var product = await shop.Product();
        foreach (var url in new[] { "/checkout/return?x=1", shop.Address + "/checkout/return" })
        {
            var body = await client.Checkout(await client.Cart(product.VariantId));
            (await client.Place(body with { ReturnUrl = url })).Is(201);
        }
    }

    [Theory]
    [InlineData("paypal", "paymentMethod")]
    [InlineData("barter", "paymentMethod")]
    public async Task A_way_to_pay_that_is_not_offered_is_refused(string method, string field)
    {
        using var client = shop.Client();
        var product = await shop.Product();
        var body = await client.Checkout(await client.Cart(product.VariantId));
        Assert.Equal([field], (await client.Place(body with { PaymentMethod = method })).Is(400).Faulty);
    }

    [Fact]
    public async Task An_empty_cart_and_an_unknown_one_are_refused()
    {
        using var client = shop.Client();
        var product = await shop.Product();
        var cart = await client.Cart(product.VariantId);
        var body = await client.Checkout(cart);
        (await client.Delete($"carts/{cart}/lines")).Is(200);
        Assert.Equal("cart.empty", (await client.Place(body)).Is(409).Code);
        Assert.Equal("carts.not_found", (await client.Place(body with { CartId = Guid.CreateVersion7().ToString() })).Is(404).Code);
    }

    private async Task<string> Sku(ProductId product) =>
        (await (await shop.AdminClient()).Get($"admin/products/{product}")).Is(200).Json["variants"]![0]!.Text("sku");

    private async Task<long> OrdersOf(string cart) => await shop.Db.Row(
        $"select count(*) from orders.orders where cart_id = {Guid.Parse(cart)}", row => row.GetInt64(0),
        TestContext.Current.CancellationToken);
}
