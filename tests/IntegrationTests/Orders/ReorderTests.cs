using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Orders;

/// <summary>Buying again, and the time customers have for calling off.</summary>
public sealed class ReorderTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task Buy_again_fills_the_customers_cart_and_tells_what_is_gone_fewer_or_dearer()
    {
        var (client, _, _) = await shop.CustomerClient();
        var admin = await shop.AdminClient();
        var (gone, fewer, dearer) = (await shop.Product(stock: 5), await shop.Product(stock: 3), await shop.Product(price: 1000, stock: 9));
        var cart = await client.Cart(gone.VariantId);
        (await client.Post($"carts/{cart}/lines", new { variantId = fewer.VariantId, quantity = 2 })).Is(200);
        (await client.Post($"carts/{cart}/lines", new { variantId = dearer.VariantId, quantity = 2 })).Is(200);
        var order = new Placed((await client.Place(await client.Checkout(cart))).Is(201));
        (await admin.Delete($"admin/products/{gone.ProductId}")).Is(204);
        (await admin.Patch($"admin/products/{dearer.ProductId}", new { price = new { minor = 1200, currency = "USD" } })).Is(200);
        var again = (await client.Post($"orders/{order.Id}/reorder")).Is(200).Json;
        var notices = again["notices"]!.AsArray().ToDictionary(notice => notice!.Text("variantId"), notice => notice!.Text("reason"));
        Assert.Equal(
            new Dictionary<string, string>
            {
                [gone.VariantId.ToString()] = "gone", [fewer.VariantId.ToString()] = "fewer", [dearer.VariantId.ToString()] = "dearer",
            }.OrderBy(pair => pair.Key), notices.OrderBy(pair => pair.Key));
        Assert.Equal(3, again["units"]!.GetValue<int>());
        var filled = (await client.Get($"carts/{again.Text("cartId")}")).Is(200).Json;
        Assert.Equal(2, filled["lines"]!.AsArray().Count);
        Assert.Equal(again.Text("cartId"), (await client.Post("carts", new { })).Is(201).Json.Text("id"));
    }

    [Fact]
    public async Task A_guest_buys_again_with_the_orders_key_into_a_new_cart_and_a_stranger_does_not()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId, 2);
        var again = (await client.Post($"orders/{order.Id}/reorder", null, order.Key)).Is(200).Json;
        Assert.Equal((2, 0), (again["units"]!.GetValue<int>(), again["notices"]!.AsArray().Count));
        Assert.Equal("orders.not_found", (await client.Post($"orders/{order.Id}/reorder")).Is(404).Code);
        var (stranger, _, _) = await shop.CustomerClient();
        Assert.Equal("orders.not_found", (await stranger.Post($"orders/{order.Id}/reorder")).Is(404).Code);
        var (other, _, _) = await shop.CustomerClient();
        var theirs = await other.Cart((await shop.Product(stock: 5)).VariantId);
        Assert.Equal("carts.not_found", (await client.Post($"orders/{order.Id}/reorder", new { cartId = theirs }, order.Key)).Is(404).Code);
    }

    [Fact]
    public async Task The_window_for_calling_off_ends_for_customers_and_not_for_staff()
    {
        var admin = await shop.AdminClient();
        await Window(admin, 0);
        using var client = shop.Client();
        var product = await shop.Product(stock: 5);
        var unpaid = await client.Order(product.VariantId);
        Assert.True((await client.Order(unpaid)).Json["mayCancel"]!.GetValue<bool>());
        (await client.Post($"orders/{unpaid.Id}/cancellation", new { }, unpaid.Key)).Is(200);
        var paid = await client.Order(product.VariantId);
        (await client.Pay(paid, Buying.Pays)).Is(200);
        Assert.False((await client.Order(paid)).Json["mayCancel"]!.GetValue<bool>());
        Assert.Equal("orders.cancel_window_over", (await client.Post($"orders/{paid.Id}/cancellation", new { }, paid.Key)).Is(409).Code);
        (await admin.Post($"orders/{paid.Id}/cancellation", new { reason = "They asked" })).Is(200);
        await Window(admin, 60);
        var timely = await client.Order(product.VariantId);
        (await client.Pay(timely, Buying.Pays)).Is(200);
        (await client.Post($"orders/{timely.Id}/cancellation", new { }, timely.Key)).Is(200);
        await Window(admin, null);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task An_old_link_no_longer_opens_the_order()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        (await client.Order(order)).Is(200);
        await shop.Db.Write(
            "test.age",
            tx => tx.Execute($"update orders.access_tokens set expires_at = {tx.Now.AddSeconds(-1)} where order_id = {order.OrderId}"),
            TestContext.Current.CancellationToken);
        Assert.Equal("orders.not_found", (await client.Order(order)).Is(404).Code);
    }

    private static async Task Window(HttpClient admin, int? minutes)
    {
        var settings = (await admin.Get("admin/settings")).Is(200).Json;
        settings["orders"] = new JsonObject { ["cancelMinutes"] = minutes };
        (await admin.Put("admin/settings", settings)).Is(200);
    }
}

/// <summary>Trying out addresses for one number is slowed down, from wherever the tries come.</summary>
public sealed class OneNumberThrottleTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task Many_addresses_tried_for_one_order_are_put_off()
    {
        using var client = shop.Client();
        var answers = new List<int>();
        for (var i = 0; i < 12; i++)
        {
            answers.Add((await client.Post("orders/track", new { number = "T-123456", email = $"guess{i}@example.com" })).Status);
        }

        Assert.Equal((10, 2), (answers.Count(status => status == 404), answers.Count(status => status == 429)));
    }
}
