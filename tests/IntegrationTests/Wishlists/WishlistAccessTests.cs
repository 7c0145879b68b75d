using Tradepost.IntegrationTests.Carts;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Inventory;

namespace Tradepost.IntegrationTests.Wishlists;

/// <summary>A list is its customer's alone.</summary>
public sealed class WishlistAccessTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private readonly Shelf shelf = new(shop);

    private static async Task<(string Route, Answer Answer)[]> Everything(
        HttpClient who, string list, string item, Thing thing, string cart) =>
    [
        ("show", await who.List(list)),
        ("edit", await who.Patch($"wishlists/{list}", new { name = "Mine now" })),
        ("add", await who.Wish(list, thing)),
        ("remove", await who.Delete($"wishlists/{list}/items/{item}")),
        ("move", await who.Move(list, item, cart)),
        ("move all", await who.Post($"wishlists/{list}/move-to-cart", new { cartId = cart })),
        ("save for later", await who.Post($"wishlists/{list}/items/from-cart", new { cartId = cart, lineId = CartLineId.New() })),
        ("share", await who.Post($"wishlists/{list}/share")),
        ("stop sharing", await who.Delete($"wishlists/{list}/share")),
        ("delete", await who.Delete($"wishlists/{list}")),
    ];

    [Fact]
    public async Task To_everybody_else_a_list_is_not_there()
    {
        var ((owner, _, _), (other, _, _), thing) = (await shop.CustomerClient(), await shop.CustomerClient(), await shelf.Add());
        var list = await owner.NewList();
        var item = (await owner.Wish(list, thing)).Json.Id();
        foreach (var stranger in new[] { other, await shop.AdminClient() })
        {
            foreach (var (route, answer) in await Everything(stranger, list, item, thing, await stranger.NewCart()))
            {
                Assert.True(
                    (404, "wishlists.not_found") == (answer.Status, answer.Code), $"{route} answered {answer.Status} {answer.Text}");
            }
        }

        Assert.Equal(0, (await other.Get("wishlists")).Json["total"]!.GetValue<int>());
        var kept = await owner.List(list);
        Assert.Equal(("Birthday", false), (kept.Json.Text("name"), kept.Json["shared"]!.GetValue<bool>()));
        Assert.Single(kept.Items());
    }

    [Fact]
    public async Task Guests_have_none()
    {
        var ((owner, _, _), thing) = (await shop.CustomerClient(), await shelf.Add());
        using var guest = shop.Client();
        var list = await owner.NewList();
        var item = (await owner.Wish(list, thing)).Json.Id();
        var answers = await Everything(guest, list, item, thing, await guest.NewCart());
        Assert.All(answers, it => Assert.Equal("auth.required", it.Answer.Is(401).Code));
        (await guest.Get("wishlists")).Is(401);
        (await guest.Post("wishlists", new { name = "x" })).Is(401);
        (await guest.Get("wishlists/marks")).Is(401);
        (await guest.Post("wishlists/default/items", new { productId = thing.ProductId })).Is(401);
    }

    [Fact]
    public async Task An_item_is_reached_through_its_own_list_only_and_carts_of_strangers_not_at_all()
    {
        var ((owner, _, _), (other, _, _), thing) = (await shop.CustomerClient(), await shop.CustomerClient(), await shelf.Add());
        var (list, second) = (await owner.NewList(), await owner.NewList("Second"));
        var item = (await owner.Wish(list, thing)).Json.Id();
        Assert.Equal("wishlists.item_not_found", (await owner.Delete($"wishlists/{second}/items/{item}")).Is(404).Code);
        Assert.Equal("wishlists.item_not_found", (await owner.Move(second, item, await owner.NewCart())).Is(404).Code);

        var strange = await other.NewCart();
        var line = (await other.Put(strange, thing)).Line().Id();
        Assert.Equal("carts.not_found", (await owner.Move(list, item, strange)).Is(404).Code);
        var take = new { cartId = strange, lineId = line };
        Assert.Equal("carts.not_found", (await owner.Post($"wishlists/{list}/items/from-cart", take)).Is(404).Code);
        Assert.Equal("carts.not_found", (await owner.Post("wishlists/default/items/from-cart", take)).Is(404).Code);
        Assert.Equal([1], (await other.Cart(strange)).Quantities());
    }
}
