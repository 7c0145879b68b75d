using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Inventory;

namespace Tradepost.IntegrationTests.Carts;

/// <summary>Whose a cart is, over HTTP.</summary>
public sealed class CartOwnerTests(ShopFixture shop) : IClassFixture<ShopFixture>, IDisposable
{
    private readonly Shelf shelf = new(shop);
    private readonly HttpClient guest = shop.Client();

    public void Dispose() => guest.Dispose();

    [Fact]
    public async Task A_guests_cart_is_anyones_who_knows_its_id()
    {
        var cart = await guest.NewCart();
        using var elsewhere = shop.Client();
        (await elsewhere.Cart(cart)).Is(200);
        (await (await shop.CustomerClient()).Client.Cart(cart)).Is(200);
    }

    [Fact]
    public async Task A_customer_has_one_cart_however_often_and_fast_they_ask()
    {
        var (customer, _, _) = await shop.CustomerClient();
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => customer.NewCart()));
        Assert.Single(ids.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task To_everybody_else_a_customers_cart_is_not_there()
    {
        var ((customer, _, _), (other, _, _), thing) = (await shop.CustomerClient(), await shop.CustomerClient(), await shelf.Add());
        var cart = await customer.NewCart();
        var line = (await customer.Put(cart, thing)).Line().Id();

        foreach (var stranger in new[] { guest, other, await shop.AdminClient() })
        {
            Answer[] answers =
            [
                await stranger.Cart(cart), await stranger.Put(cart, thing), await stranger.Delete($"carts/{cart}/lines"),
                await stranger.Patch($"carts/{cart}/lines/{line}", new { quantity = 2 }),
                await stranger.Delete($"carts/{cart}/lines/{line}"),
                await stranger.Put($"carts/{cart}/address", new { country = "DE" }), await stranger.Get($"carts/{cart}/shipping-options"),
                await stranger.Put($"carts/{cart}/shipping-option", new { id = ShippingMethodId.New() }),
                await stranger.Post($"carts/{cart}/promotions", new { code = "X" }), await stranger.Delete($"carts/{cart}/promotions/X"),
                await stranger.Put($"carts/{cart}/payment-method", new { id = "card" }),
                await stranger.Put($"carts/{cart}/contact", new { email = "x@example.com" }),
            ];
            Assert.All(answers, answer => Assert.Equal("carts.not_found", answer.Is(404).Code));
        }

        (await other.Post($"carts/{cart}/claim")).Is(404);
        Assert.Equal([1], (await customer.Cart(cart)).Quantities());
    }

    [Fact]
    public async Task Claiming_needs_an_account() => (await guest.Post($"carts/{await guest.NewCart()}/claim")).Is(401);

    [Fact]
    public async Task A_customer_with_nothing_in_theirs_takes_the_guests_cart_over_and_closes_it_to_others()
    {
        var ((customer, _, _), thing, cart) = (await shop.CustomerClient(), await shelf.Add(), await guest.NewCart());
        await customer.NewCart();
        await guest.Put(cart, thing, 2);
        await guest.Put($"carts/{cart}/address", new { country = "US", state = "CA" });

        var claimed = (await customer.Post($"carts/{cart}/claim")).Is(200);
        Assert.Equal((cart, "CA"), (claimed.Json.Id(), claimed.Json["address"]!["state"]!.GetValue<string>()));
        Assert.Equal([2], claimed.Quantities());
        Assert.Equal(cart, await customer.NewCart());
        (await guest.Cart(cart)).Is(404);
        Assert.Equal([2], (await customer.Post($"carts/{cart}/claim")).Is(200).Quantities());
    }

    [Fact]
    public async Task Two_carts_become_one_in_which_quantities_add_up_as_far_as_there_is_stock()
    {
        var ((customer, _, _), plenty, scarce) = (await shop.CustomerClient(), await shelf.Add(stock: 50), await shelf.Add(stock: 4));
        var (mine, theirs) = (await customer.NewCart(), await guest.NewCart());
        await customer.Put(mine, plenty, 2);
        await customer.Put(mine, scarce, 3);
        await guest.Put(theirs, scarce, 2);
        await guest.Put(theirs, plenty, 5);

        var merged = (await customer.Post($"carts/{theirs}/claim")).Is(200);
        Assert.Equal(mine, merged.Json.Id());
        Assert.Equal([7, 4], merged.Quantities());
        Assert.Equal(["quantityReduced"], merged.Notices(1));
        var notice = merged.Line(1)["notices"]![0]!;
        Assert.Equal((5, 4), (notice["requested"]!.GetValue<int>(), notice["available"]!.GetValue<int>()));
        (await customer.Cart(theirs)).Is(404);
        Assert.Empty((await customer.Cart(mine)).Notices(1));
    }

    [Fact]
    public async Task Claiming_and_starting_carts_at_once_leaves_one_cart_with_everything_in_it()
    {
        var ((customer, _, _), thing) = (await shop.CustomerClient(), await shelf.Add(stock: 100));
        var guests = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            var cart = await guest.NewCart();
            await guest.Put(cart, thing);
            return cart;
        }));

        await Task.WhenAll(guests.SelectMany(cart => new Task[] { customer.Post($"carts/{cart}/claim"), customer.NewCart() }));
        Assert.Equal([6], (await customer.Cart(await customer.NewCart())).Quantities());
    }

    [Fact]
    public async Task One_guests_cart_claimed_twice_at_once_goes_to_one_customer()
    {
        var (first, second) = (await shop.CustomerClient(), await shop.CustomerClient());
        var (thing, cart) = (await shelf.Add(), await guest.NewCart());
        await guest.Put(cart, thing);
        var answers = await Task.WhenAll(first.Client.Post($"carts/{cart}/claim"), second.Client.Post($"carts/{cart}/claim"));
        Assert.Equal([200, 404], answers.Select(answer => answer.Status).Order());
    }
}
