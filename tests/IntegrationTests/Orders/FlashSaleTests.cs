using System.Diagnostics;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Orders;

/// <summary>Many buyers, few units.</summary>
public sealed class FlashSaleTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task Three_hundred_buyers_of_a_hundred_units_are_a_hundred_orders_and_two_hundred_clear_refusals()
    {
        using var client = shop.Client();
        var product = await shop.Product(price: 4999, stock: 100);
        var bodies = await Task.WhenAll(
            Enumerable.Range(0, 300).Select(async _ => await client.Checkout(await client.Cart(product.VariantId))));
        var started = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(bodies.Select(body => client.Place(body)));
        var took = Stopwatch.GetElapsedTime(started);
        Assert.Equal(100, answers.Count(answer => answer.Status == 201));
        Assert.Equal(200, answers.Count(answer => answer is { Status: 409, Code: "inventory.insufficient" }));
        Assert.Equal(100, answers.Where(answer => answer.Status == 201).Select(answer => answer.Json.Text("number")).Distinct().Count());
        TestContext.Current.SendDiagnosticMessage($"300 buyers took {took.TotalSeconds:0.00} s");
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Buyers_of_two_things_in_either_order_do_not_wait_for_one_another_for_ever()
    {
        using var client = shop.Client();
        var (one, two) = (await shop.Product(stock: 20), await shop.Product(stock: 20));
        var bodies = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            var (first, second) = i % 2 == 0 ? (one, two) : (two, one);
            var cart = await client.Cart(first.VariantId);
            (await client.Post($"carts/{cart}/lines", new { variantId = second.VariantId, quantity = 1 })).Is(200);
            return await client.Checkout(cart);
        }));
        var answers = await Task.WhenAll(bodies.Select(body => client.Place(body)));
        Assert.Equal(20, answers.Count(answer => answer.Status == 201));
        Assert.Equal(20, answers.Count(answer => answer.Status == 409));
        await shop.NothingIsWrong();
    }
}
