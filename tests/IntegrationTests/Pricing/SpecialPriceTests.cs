using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Pricing;
using Tradepost.IntegrationTests.Carts;
using Tradepost.IntegrationTests.Catalog;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;
using Tradepost.Platform.Types;
using static Tradepost.IntegrationTests.Catalog.Pricetags;

namespace Tradepost.IntegrationTests.Pricing;

/// <summary>Better prices for quantities, groups and times, from the staff's list to the order.</summary>
public sealed class SpecialPriceTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private async Task<string> Set(VariantId variant, long price, int from = 1, string? group = null, DateTimeOffset? ends = null)
    {
        var set = await (await shop.AdminClient()).Put("admin/special-prices", new
        {
            prices = new[] { new { variantId = variant, price = Usd(price), minQuantity = from, customerGroup = group, endsAt = ends } },
        });
        return set.Is(200).Json["prices"]![0]!["id"]!.GetValue<string>();
    }

    [Fact]
    public async Task Enough_units_get_the_quantity_price_in_the_cart_and_in_the_order()
    {
        var (_, variant) = await shop.Product(1000, stock: 50);
        await Set(variant, 900, from: 5);
        using var shopper = shop.Client();
        var id = await shopper.Cart(variant, 4);
        Assert.Equal(4000, (await shopper.Cart(id)).Total("subtotal"));
        var cart = await shopper.Post($"carts/{id}/lines", new { variantId = variant, quantity = 1 });
        Assert.Equal((4500, 900), (cart.Is(200).Total("subtotal"), cart.Line().Minor("unitPrice")));
        var order = (await shopper.Place(await shopper.Checkout(id))).Is(201).Json;
        Assert.Equal((4500, 900), (order["totals"]!.Minor("subtotal"), order["lines"]![0]!.Minor("unitPrice")));
    }

    [Fact]
    public async Task A_change_shows_in_the_very_next_cart_and_on_the_page()
    {
        var (product, variant) = await shop.Product(1000, stock: 50);
        using var shopper = shop.Client();
        var id = await shopper.Cart(variant, 2);
        Assert.Equal(2000, (await shopper.Cart(id)).Total("subtotal"));
        Assert.Empty((await shopper.Get($"products/{product}/prices")).Json["variants"]![0]!["quantityPrices"]!.AsArray());
        var special = await Set(variant, 800, from: 2);
        Assert.Equal(1600, (await shopper.Cart(id)).Total("subtotal"));
        var step = (await shopper.Get($"products/{product}/prices")).Json["variants"]![0]!["quantityPrices"]![0]!;
        Assert.Equal((2, 800), (step["minQuantity"]!.GetValue<int>(), step.Minor("price")));
        (await (await shop.AdminClient()).Delete($"admin/special-prices/{special}")).Is(204);
        Assert.Equal(2000, (await shopper.Cart(id)).Total("subtotal"));
    }

    [Fact]
    public async Task A_group_price_is_not_shown_or_given_to_a_guest()
    {
        var (product, variant) = await shop.Product(1000);
        await Set(variant, 500, group: "trade");
        using var shopper = shop.Client();
        Assert.Equal(1000, (await shopper.Cart(await shopper.Cart(variant))).Total("subtotal"));
        var shown = (await shopper.Get($"products/{product}/prices")).Is(200).Json["variants"]![0]!;
        Assert.Empty(shown["quantityPrices"]!.AsArray());
        Assert.Empty(shown["groupPrices"]!.AsArray());
    }

    [Fact]
    public async Task A_member_of_the_group_is_shown_and_given_its_price()
    {
        var (admin, (product, variant)) = (await shop.AdminClient(), await shop.Product(1000));
        await Set(variant, 700, group: "makers");
        var (member, email, user) = await shop.CustomerClient();
        var group = (await admin.Post("admin/customer-groups", new { code = "makers", name = "Makers" })).Is(201).Json["id"];
        (await admin.Post($"admin/customer-groups/{group}/members", new { email })).Is(201);
        var shown = (await member.Get($"products/{product}/prices")).Is(200).Json["variants"]![0]!["groupPrices"]![0]!;
        Assert.Equal((1, 700), (shown["minQuantity"]!.GetValue<int>(), shown.Minor("price")));
        using var guest = shop.Client();
        Assert.Empty((await guest.Get($"products/{product}/prices")).Is(200).Json["variants"]![0]!["groupPrices"]!.AsArray());
        var line = new BasketLine("a", "Thing", new Money(1000, Currency.Usd), 2, null) { VariantId = variant };
        var basket = new Basket(Currency.Usd, [line], null, null);
        async Task<long> Total(Shopper shopper) => (await shop.Services.GetRequiredService<IPricing>().Price(
            basket with { Shopper = shopper }, TestContext.Current.CancellationToken)).Value.Totals.Total.Minor;
        Assert.Equal((1400, 2000), (await Total(new(user, null)), await Total(Shopper.Unknown)));
    }

    [Fact]
    public async Task A_price_with_an_end_is_gone_the_moment_it_ends_though_pages_are_remembered()
    {
        var (product, variant) = await shop.Product(1000);
        var ends = TimeProvider.System.GetUtcNow().AddSeconds(2);
        await Set(variant, 500, ends: ends);
        using var shopper = shop.Client();
        Assert.Single((await shopper.Get($"products/{product}/prices")).Json["variants"]![0]!["quantityPrices"]!.AsArray());
        await Task.Delay(ends - TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        Assert.Empty((await shopper.Get($"products/{product}/prices")).Json["variants"]![0]!["quantityPrices"]!.AsArray());
        Assert.Equal(1000, (await shopper.Cart(await shopper.Cart(variant))).Total("subtotal"));
    }

    [Fact]
    public async Task The_same_price_set_again_is_changed_not_added()
    {
        var (admin, (_, variant)) = (await shop.AdminClient(), await shop.Product());
        var id = await Set(variant, 900, from: 5, group: "trade");
        Assert.Equal(id, await Set(variant, 800, from: 5, group: "trade"));
        await Set(variant, 700, from: 6);
        var list = (await admin.Get($"admin/special-prices?variantId={variant}")).Is(200).Json;
        Assert.Equal((2, 700), (list["total"]!.GetValue<int>(), list["items"]![0]!.Minor("price")));
        Assert.Equal(1, (await admin.Get($"admin/special-prices?variantId={variant}&customerGroup=trade")).Json["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task One_is_edited_by_its_version_and_never_made_the_same_as_another()
    {
        var (admin, (_, variant)) = (await shop.AdminClient(), await shop.Product());
        var (id, other) = (await Set(variant, 900, from: 5), await Set(variant, 800, from: 6));
        var edited = await admin.Patch($"admin/special-prices/{id}", new { price = Usd(850) }, ("If-Match", "\"1\""));
        Assert.Equal((850, "\"2\""), (edited.Is(200).Json.Minor("price"), edited.Headers.ETag!.Tag));
        (await admin.Patch($"admin/special-prices/{id}", new { price = Usd(1) }, ("If-Match", "\"1\""))).Is(412);
        Assert.Equal("pricing.special_price_exists", (await admin.Patch($"admin/special-prices/{other}",
            new { minQuantity = 5 })).Is(409).Code);
        Assert.Equal(["minQuantity"], (await admin.Patch($"admin/special-prices/{id}", new { minQuantity = 0 })).Is(400).Faulty);
        Assert.Equal("pricing.special_price_not_found", (await admin.Patch($"admin/special-prices/{Guid.CreateVersion7()}",
            new { })).Is(404).Code);
        Assert.Equal("pricing.special_price_not_found", (await admin.Delete($"admin/special-prices/{Guid.CreateVersion7()}")).Is(404).Code);
    }

    [Fact]
    public async Task A_list_with_one_faulty_price_sets_none_and_names_it()
    {
        var (admin, (_, variant)) = (await shop.AdminClient(), await shop.Product());
        object Price(object id, object price) => new { variantId = id, price };
        async Task<IReadOnlyList<string>> Faulty(params object[] prices) => (await admin.Put("admin/special-prices",
            new { prices })).Is(400).Faulty;
        Assert.Equal(["prices[1].variantId"], await Faulty(Price(variant, Usd(1)), Price(VariantId.New(), Usd(1))));
        Assert.Equal(["prices[0].price"], await Faulty(Price(variant, In("EUR", 1))));
        Assert.Equal(["prices[1]"], await Faulty(Price(variant, Usd(1)), Price(variant, Usd(2))));
        Assert.Equal(["prices"], await Faulty());
        Assert.Equal(0, (await admin.Get($"admin/special-prices?variantId={variant}")).Json["total"]!.GetValue<int>());
    }
}
