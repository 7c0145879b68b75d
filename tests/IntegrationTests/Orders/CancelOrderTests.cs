using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Inventory;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Orders.Moving;

namespace Tradepost.IntegrationTests.Orders;

/// <summary>Calling orders off: by their customer, by staff, and by time.</summary>
public sealed class CancelOrderTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task A_paid_order_called_off_gives_the_money_and_the_stock_back()
    {
        using var client = shop.Client();
        var product = await shop.Product(stock: 5);
        var order = await client.Order(product.VariantId, 3);
        (await client.Pay(order, Buying.Pays)).Is(200);
        Assert.Equal(2, await Available(product.VariantId));
        var cancelled = (await client.Post($"orders/{order.Id}/cancellation", new { reason = "Changed my mind" }, order.Key)).Is(200).Json;
        Assert.Equal("cancelled", cancelled.Text("status"));
        Assert.Equal("refunded", cancelled["payment"]!.Text("status"));
        Assert.Equal(cancelled["totals"]!.Minor("total"), cancelled["payment"]!.Minor("refunded"));
        Assert.Equal(["placed", "paid", "confirmed", "cancelled", "refunded"], cancelled.Events());
        Assert.Equal(5, await Available(product.VariantId));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task An_unpaid_order_called_off_gives_the_stock_back_and_can_not_be_paid()
    {
        using var client = shop.Client();
        var product = await shop.Product(stock: 5);
        var order = await client.Order(product.VariantId, 5);
        Assert.Equal(0, await Available(product.VariantId));
        (await client.Post($"orders/{order.Id}/cancellation", null, order.Key)).Is(200);
        Assert.Equal(5, await Available(product.VariantId));
        Assert.Equal("payments.not_payable", (await client.Pay(order, Buying.Pays)).Is(409).Code);
    }

    [Fact]
    public async Task Calling_off_twice_refunds_once()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        (await client.Pay(order, Buying.Pays)).Is(200);
        var all = Enumerable.Range(0, 5).Select(_ => client.Post($"orders/{order.Id}/cancellation", null, order.Key));
        var answers = await Task.WhenAll(all);
        Assert.All(answers, answer => answer.Is(200));
        await client.OrderOnceIt(order, "cancelled", "refunded");
        Assert.Single((await client.Order(order)).Json.Events(), happened => happened == "refunded");
        await shop.NothingIsWrong();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public async Task What_was_shipped_also_in_part_is_not_called_off(int shipped)
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId, 2);
        (await client.Pay(order, Buying.Pays)).Is(200);
        var lineId = order.Answer.Json["lines"]![0]!.Text("id");
        var parcel = new { carrier = "Parcel Post", lines = new[] { new { lineId, quantity = shipped } } };
        (await admin.Post($"admin/orders/{order.Id}/shipments", parcel)).Is(201);
        Assert.Equal("orders.not_cancellable", (await client.Post($"orders/{order.Id}/cancellation", null, order.Key)).Is(409).Code);
        Assert.Equal("orders.not_cancellable", (await admin.Post($"orders/{order.Id}/cancellation", new { })).Is(409).Code);
    }

    [Fact]
    public async Task Staff_call_off_any_order_and_customers_do_not_read_their_names()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var seen = (await (await shop.AdminClient()).Post($"orders/{order.Id}/cancellation", new { reason = "Fraud" })).Is(200).Json;
        Assert.Contains("@", seen["timeline"]!.AsArray()[^1]!.Text("by"), StringComparison.Ordinal);
        var theirs = (await client.Order(order)).Json["timeline"]!.AsArray()[^1]!;
        Assert.Equal(("cancelled", "shop"), (theirs.Text("event"), theirs.Text("by")));
    }

    [Fact]
    public async Task A_challenge_still_open_when_the_order_is_called_off_takes_no_money()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var url = (await client.Pay(order, Buying.Challenged)).Json["nextAction"]!.Text("url");
        (await client.Post($"orders/{order.Id}/cancellation", null, order.Key)).Is(200);
        (await client.Post(url, new FormUrlEncodedContent([KeyValuePair.Create("answer", "approve")]))).Is(303);
        await client.OrderOnceIt(order, "cancelled", "pending");
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task An_order_nobody_pays_in_time_is_called_off_and_its_stock_is_free_again()
    {
        using var client = shop.Client();
        var product = await shop.Product(stock: 2);
        var order = await client.Order(product.VariantId, 2);
        await Expire(order);
        var seen = (await client.OrderOnceIt(order, "cancelled", "pending")).Json;
        Assert.Equal(["placed", "cancelled"], seen.Events());
        Assert.Equal(2, await Available(product.VariantId));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Money_that_comes_after_the_time_goes_back()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 2)).VariantId);
        (await client.Pay(order, Buying.LosesAnswer)).Is(200); // taken; the shop hears of it in two seconds
        await Expire(order);
        var seen = (await client.OrderOnceIt(order, "cancelled", "refunded")).Json;
        Assert.Equal(seen["totals"]!.Minor("total"), seen["payment"]!.Minor("refunded"));
        await shop.NothingIsWrong();
    }

    // As if the time had passed: nobody else may set the end of a reservation back, but the database itself allows it.
    private async Task Expire(Placed order)
    {
        var cancel = TestContext.Current.CancellationToken;
        await shop.Db.Write("test.expire", tx => tx.Execute(
            $"update orders.orders set reserved_until = {tx.Now.AddMinutes(-1)} where id = {order.OrderId}"), cancel);
        await shop.Services.GetRequiredService<ExpireOrders>().Run(cancel);
    }

    private async Task<int> Available(VariantId variant) =>
        (await shop.Services.GetRequiredService<IInventory>().Available([variant], TestContext.Current.CancellationToken))[variant];
}
