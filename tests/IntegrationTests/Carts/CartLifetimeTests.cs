using Microsoft.Extensions.DependencyInjection;
using Tradepost.Carts.Lifetime;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Inventory;

namespace Tradepost.IntegrationTests.Carts;

/// <summary>How long carts live.</summary>
public sealed class CartLifetimeTests(ShopFixture shop) : IClassFixture<ShopFixture>, IDisposable
{
    private readonly Shelf shelf = new(shop);
    private readonly HttpClient client = shop.Client();

    public void Dispose() => client.Dispose();

    private Task<int> Expire() => shop.Services.GetRequiredService<ExpireCarts>().Run(Shelf.Stop);

    private Task Age(string cart, TimeSpan age) => shop.Db.Write(
        "test.age",
        tx => tx.Execute(
            $"update carts.carts set seen_at = {tx.Now - age}, updated_at = {tx.Now - age} where id = {Guid.Parse(cart)}"),
        Shelf.Stop);

    private async Task<string> Cart(HttpClient of, TimeSpan age, bool filled = true)
    {
        var cart = await of.NewCart();
        if (filled)
        {
            await of.Put(cart, await shelf.Add());
        }

        await Age(cart, age);
        return cart;
    }

    [Fact]
    public async Task A_guests_cart_goes_after_a_month_an_empty_one_after_two_days_and_a_customers_never()
    {
        var (customer, _, _) = await shop.CustomerClient();
        var (old, young) = (await Cart(client, TimeSpan.FromDays(31)), await Cart(client, TimeSpan.FromDays(29)));
        var emptyOld = await Cart(client, TimeSpan.FromDays(3), filled: false);
        var emptyYoung = await Cart(client, TimeSpan.FromDays(1), filled: false);
        var customers = await Cart(customer, TimeSpan.FromDays(400));

        Assert.Equal(2, await Expire());
        Assert.Equal(
            [404, 200, 404, 200],
            new[] { await client.Cart(old), await client.Cart(young), await client.Cart(emptyOld), await client.Cart(emptyYoung) }
                .Select(answer => answer.Status));
        (await customer.Cart(customers)).Is(200);
        Assert.Equal("carts.not_found", (await client.Put(old, await shelf.Add())).Is(404).Code);
    }

    [Fact]
    public async Task A_cart_that_is_looked_at_lives_on()
    {
        var cart = await Cart(client, TimeSpan.FromDays(29));
        (await client.Cart(cart)).Is(200);
        await shop.Db.Write(
            "test.later", tx => tx.Execute($"update carts.carts set seen_at = seen_at - interval '29 days' where id = {Guid.Parse(cart)}"),
            Shelf.Stop);
        await Expire();
        (await client.Cart(cart)).Is(200);
    }

    [Fact]
    public async Task A_cart_that_is_added_to_while_it_would_go_is_either_there_with_it_or_gone_before()
    {
        var thing = await shelf.Add(stock: 500);
        for (var round = 0; round < 10; round++)
        {
            var cart = await Cart(client, TimeSpan.FromDays(31));
            var adding = client.Put(cart, thing);
            await Expire();
            var added = await adding;
            Assert.Contains(added.Status, (int[])[200, 404]);
            Assert.Equal(added.Status, (await client.Cart(cart)).Status);
        }
    }

    [Fact]
    public async Task Many_carts_go_in_batches()
    {
        await shop.Db.Write(
            "test.many",
            tx => tx.Execute(
                $"""
                insert into carts.carts (id, currency, seen_at, created_at, updated_at)
                select gen_random_uuid(), 'USD', {tx.Now.AddDays(-40)}, {tx.Now.AddDays(-40)}, {tx.Now.AddDays(-40)}
                from generate_series(1, 1200)
                """),
            Shelf.Stop);
        Assert.True(await Expire() >= 1200);
        Assert.Equal(0, await Expire());
    }
}
