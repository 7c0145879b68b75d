using Tradepost.IntegrationTests.Carts;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Inventory;

namespace Tradepost.IntegrationTests.Wishlists;

/// <summary>Between list and cart: what leaves one is in the other, whatever happens at once.</summary>
public sealed class WishlistMoveTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private readonly Shelf shelf = new(shop);

    [Fact]
    public async Task One_unit_goes_into_the_cart_and_the_item_leaves_the_list()
    {
        var ((customer, _, _), thing) = (await shop.CustomerClient(), await shelf.Add());
        var (list, cart) = (await customer.NewList(), await customer.NewCart());
        await customer.Put(cart, thing, 2);
        var item = (await customer.Wish(list, thing)).Json.Id();
        Assert.Equal([3], (await customer.Move(list, item, cart)).Is(200).Quantities());
        Assert.Empty((await customer.List(list)).Items());
        Assert.Equal("wishlists.item_not_found", (await customer.Move(list, item, cart)).Is(404).Code);
        Assert.Equal([3], (await customer.Cart(cart)).Quantities());
    }

    [Fact]
    public async Task Tabs_that_move_the_same_item_at_once_put_one_unit_into_the_cart()
    {
        var ((customer, _, _), thing) = (await shop.CustomerClient(), await shelf.Add(stock: 100));
        var (list, cart) = (await customer.NewList(), await customer.NewCart());
        for (var round = 1; round <= 5; round++)
        {
            var item = (await customer.Wish(list, thing)).Is(201).Json.Id();
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => n % 2 == 0
                ? customer.Move(list, item, cart)
                : customer.Post($"wishlists/{list}/move-to-cart", new { cartId = cart })));
            Assert.All(answers, answer => Assert.True(answer.Status is 200 or 404, answer.Text));
            Assert.Equal([round], (await customer.Cart(cart)).Quantities());
            Assert.Empty((await customer.List(list)).Items());
        }
    }

    [Fact]
    public async Task What_cant_be_bought_stays_on_the_list()
    {
        var ((customer, _, _), scarce, gone) = (await shop.CustomerClient(), await shelf.Add(stock: 1), await shelf.Add());
        var (list, cart) = (await customer.NewList(), await customer.NewCart());
        var (first, second) = ((await customer.Wish(list, scarce)).Json.Id(), (await customer.Wish(list, gone)).Json.Id());
        await shelf.Reserve(OrderId.New(), scarce.Units(1));
        (await (await shop.AdminClient()).Delete($"admin/products/{gone.ProductId}")).Is(204);

        var refused = (await customer.Move(list, first, cart)).Is(409);
        Assert.Equal(("inventory.insufficient", 0), (refused.Code, refused.Json["available"]!.GetValue<int>()));
        Assert.Equal("carts.not_sold", (await customer.Move(list, second, cart)).Is(409).Code);
        Assert.Equal(2, (await customer.List(list)).Items().Count);
        Assert.Empty((await customer.Cart(cart)).Quantities());
    }

    [Fact]
    public async Task Of_two_items_and_one_unit_left_one_moves()
    {
        var ((customer, _, _), thing) = (await shop.CustomerClient(), await shelf.Add(stock: 1));
        var (one, other, cart) = (await customer.NewList(), await customer.NewList("Other"), await customer.NewCart());
        var items = (await customer.Wish(one, thing), await customer.Wish(other, thing));
        var answers = await Task.WhenAll(
            customer.Move(one, items.Item1.Json.Id(), cart), customer.Move(other, items.Item2.Json.Id(), cart));
        Assert.Equal([200, 409], answers.Select(answer => answer.Status).Order());
        Assert.Equal([1], (await customer.Cart(cart)).Quantities());
        Assert.Equal(1, (await customer.List(one)).Items().Count + (await customer.List(other)).Items().Count);
    }

    [Fact]
    public async Task Everything_that_can_goes_into_the_cart_and_the_rest_stays_with_its_reason()
    {
        var ((customer, _, _), first, second, out_) = (
            await shop.CustomerClient(), await shelf.Add(1000), await shelf.Add(500), await shelf.Add(stock: 0));
        var (list, cart) = (await customer.NewList(), await customer.NewCart());
        await customer.Wish(list, first);
        await customer.Wish(list, second);
        var left = (await customer.Wish(list, out_)).Json.Id();
        var moved = (await customer.Post($"wishlists/{list}/move-to-cart", new { cartId = cart })).Is(200).Json;
        Assert.Equal((2, 1500), (moved["moved"]!.GetValue<int>(), moved["cart"]!["totals"]!["subtotal"]!["minor"]!.GetValue<long>()));
        var stayed = Assert.Single(moved["left"]!.AsArray())!;
        Assert.Equal((left, "inventory.insufficient"), (stayed.Text("itemId"), stayed.Text("code")));
        Assert.Equal([out_.VariantId.ToString()], (await customer.List(list)).Wishes());
        Assert.Equal([1, 1], (await customer.Cart(cart)).Quantities());
    }

    [Fact]
    public async Task A_line_of_the_cart_can_be_saved_for_later()
    {
        var ((customer, _, _), thing, other) = (await shop.CustomerClient(), await shelf.Add(), await shelf.Add());
        var cart = await customer.NewCart();
        var line = (await customer.Put(cart, thing, 3)).Line().Id();
        await customer.Put(cart, other);
        var saved = (await customer.Post("wishlists/default/items/from-cart", new { cartId = cart, lineId = line })).Is(200).Json;
        Assert.Equal(thing.VariantId.ToString(), saved["item"]!.Text("variantId"));
        Assert.Equal(other.VariantId.ToString(), Assert.Single(saved["cart"]!["lines"]!.AsArray())!.Text("variantId"));
        Assert.Equal([1], (await customer.Cart(cart)).Quantities());
        var again = await customer.Post("wishlists/default/items/from-cart", new { cartId = cart, lineId = line });
        Assert.Equal("carts.line_not_found", again.Is(404).Code);

        var list = saved["item"]!.Text("wishlistId");
        var back = (await customer.Move(list, saved["item"]!.Id(), cart)).Is(200);
        Assert.Equal([1, 1], back.Quantities());
        var there = back.Json["lines"]!.AsArray().Single(it => it!.Text("variantId") == other.VariantId.ToString())!.Id();
        await customer.Wish(list, other);
        (await customer.Post($"wishlists/{list}/items/from-cart", new { cartId = cart, lineId = there })).Is(200);
        Assert.Single((await customer.List(list)).Items());
    }

    [Fact]
    public async Task Saving_and_moving_at_once_neither_loses_nor_doubles_nor_blocks()
    {
        var ((customer, _, _), thing) = (await shop.CustomerClient(), await shelf.Add(stock: 100));
        var (list, cart) = (await customer.NewList(), await customer.NewCart());
        var line = (await customer.Put(cart, thing)).Line().Id();
        var item = (await customer.Wish(list, thing)).Json.Id();
        var answers = await Task.WhenAll(
            customer.Move(list, item, cart), customer.Post($"wishlists/{list}/items/from-cart", new { cartId = cart, lineId = line }));
        Assert.All(answers, answer => Assert.True(answer.Status is 200 or 404, answer.Text));
        Assert.InRange((await customer.Cart(cart)).Quantities().Sum() + (await customer.List(list)).Items().Count, 1, 2);
    }
}
