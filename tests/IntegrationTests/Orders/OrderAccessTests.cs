using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Orders;

/// <summary>Who sees which orders.</summary>
public sealed class OrderAccessTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task A_guests_order_opens_with_its_token_and_nothing_else()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var other = await client.Order((await shop.Product(stock: 5)).VariantId);
        Assert.Equal(order.Number, (await client.Order(order)).Is(200).Json.Text("number"));
        foreach (var token in new[] { "", "x", order.Token![..^1], order.Token!.ToUpperInvariant(), other.Token! })
        {
            Assert.Equal("orders.not_found", (await client.Get($"orders/{order.Id}", ("X-Order-Token", token))).Is(404).Code);
        }
    }

    [Fact]
    public async Task A_strangers_order_is_not_there_for_any_route()
    {
        var (owner, _, _) = await shop.CustomerClient();
        var (stranger, _, _) = await shop.CustomerClient();
        var order = await owner.Order((await shop.Product(stock: 5)).VariantId);
        Assert.Null(order.Token);
        (await owner.Get($"orders/{order.Id}")).Is(200);
        using var guest = shop.Client();
        foreach (var client in new[] { stranger, guest })
        {
            Assert.Equal("orders.not_found", (await client.Get($"orders/{order.Id}")).Is(404).Code);
            Assert.Equal("orders.not_found", (await client.Get($"orders/{order.Id}/events")).Is(404).Code);
            Assert.Equal("orders.not_found", (await client.Post($"orders/{order.Id}/cancellation", new { })).Is(404).Code);
            Assert.Equal("orders.not_found", (await client.Pay(order, Buying.Pays)).Is(404).Code);
        }

        (await (await shop.AdminClient()).Get($"orders/{order.Id}")).Is(200);
    }

    [Fact]
    public async Task Customers_list_their_own_orders_the_newest_first()
    {
        var (client, _, _) = await shop.CustomerClient();
        var product = await shop.Product(stock: 10);
        var first = await client.Order(product.VariantId, 2);
        var second = await client.Order(product.VariantId);
        (await client.Pay(second, Buying.Pays)).Is(200);
        var list = (await client.Get("me/orders")).Is(200).Json;
        Assert.Equal([second.Id, first.Id], list["items"]!.AsArray().Select(item => item!.Text("id")));
        Assert.Equal(["paid", "pending"], list["items"]!.AsArray().Select(item => item!.Text("paymentStatus")));
        Assert.Equal(2, list["items"]![1]!["itemCount"]!.GetValue<int>());
        Assert.Equal(2, list["total"]!.GetValue<int>());
        using var guest = shop.Client();
        (await guest.Get("me/orders")).Is(401);
    }

    [Fact]
    public async Task Staff_find_orders_by_number_address_status_and_payment()
    {
        var (client, _, _) = await shop.CustomerClient();
        var admin = await shop.AdminClient();
        var order = await client.Order((await shop.Product(stock: 10)).VariantId);
        (await client.Pay(order, Buying.Pays)).Is(200);
        var number = order.Number;
        foreach (var query in new[] { $"q={number}", $"q={number}&status=processing&paymentStatus=paid", $"q={number.ToLowerInvariant()}" })
        {
            var item = Assert.Single((await admin.Get($"admin/orders?{query}")).Is(200).Json["items"]!.AsArray())!;
            Assert.Equal((order.Id, "Ada Buyer"), (item.Text("id"), item.Text("customerName")));
        }

        Assert.Empty((await admin.Get($"admin/orders?q={order.Number}&status=shipped")).Is(200).Json["items"]!.AsArray());
        Assert.Empty((await admin.Get("admin/orders?q=%25_%5C")).Is(200).Json["items"]!.AsArray());
    }

    [Theory]
    [InlineData("status=lost", "status")]
    [InlineData("paymentStatus=broke", "paymentStatus")]
    [InlineData("sort=random", "sort")]
    [InlineData("page=0", "page")]
    [InlineData("pageSize=101", "pageSize")]
    public async Task A_faulty_filter_is_named(string query, string field) =>
        Assert.Equal([field], (await (await shop.AdminClient()).Get($"admin/orders?{query}")).Is(400).Faulty);

    [Fact]
    public async Task The_dashboard_counts_what_was_confirmed()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var before = (await admin.Get("admin/orders/summary")).Is(200).Json;
        var product = await shop.Product(stock: 10);
        var paid = await client.Order(product.VariantId);
        (await client.Pay(paid, Buying.Pays)).Is(200);
        await client.Order(product.VariantId);
        var after = (await admin.Get("admin/orders/summary")).Is(200).Json;
        var total = paid.Answer.Json["totals"]!.Minor("total");
        Assert.Equal(before["today"]!["orders"]!.GetValue<long>() + 1, after["today"]!["orders"]!.GetValue<long>());
        Assert.Equal(before["today"]!.Minor("revenue") + total, after["today"]!.Minor("revenue"));
        Assert.Equal(before["awaitingShipment"]!.GetValue<long>() + 1, after["awaitingShipment"]!.GetValue<long>());
        Assert.Equal(before["pendingPayment"]!.GetValue<long>() + 1, after["pendingPayment"]!.GetValue<long>());
        Assert.Equal(14, after["days"]!.AsArray().Count);
    }

    [Fact]
    public async Task An_order_is_found_again_by_number_and_address()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 10)).VariantId);
        var written = new { number = order.Number.ToLowerInvariant(), email = "BUYER@example.com" };
        var found = (await client.Post("orders/track", written)).Is(200).Json;
        Assert.Equal((order.Id, order.Id), (found.Text("id"), found["order"]!.Text("id")));
        (await client.Get($"orders/{order.Id}", ("X-Order-Token", found.Text("accessToken")))).Is(200);
        (await client.Order(order)).Is(200);
    }

    [Fact]
    public async Task A_wrong_number_and_a_wrong_address_get_the_same_answer()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 10)).VariantId);
        var number = (await client.Post("orders/track", new { number = "T-999999", email = "buyer@example.com" })).Is(404).Json;
        var address = (await client.Post("orders/track", new { number = order.Number, email = "other@example.com" })).Is(404).Json;
        number["traceId"] = "";
        address["traceId"] = "";
        Assert.Equal(number.ToJsonString(), address.ToJsonString());
    }
}

/// <summary>Trying out numbers is slowed down. A shop of its own, since all its tries come from one address.</summary>
public sealed class TrackingThrottleTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task Many_tries_from_one_address_are_put_off()
    {
        using var client = shop.Client();
        var answers = new List<Answer>();
        for (var i = 0; i < 40; i++)
        {
            answers.Add(await client.Post("orders/track", new { number = $"T-{100000 + i}", email = "buyer@example.com" }));
        }

        Assert.Equal(404, answers[0].Status);
        Assert.Equal(429, answers[^1].Status);
        Assert.NotNull(answers[^1].Headers.RetryAfter);
    }
}
