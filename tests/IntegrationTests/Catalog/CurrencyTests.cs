using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Shop;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;
using Tradepost.Platform.Types;
using static Tradepost.IntegrationTests.Catalog.Pricetags;

namespace Tradepost.IntegrationTests.Catalog;

/// <summary>A shop that sells in several currencies, with no, two, three and four decimals.</summary>
public sealed class CurrencyTests : IClassFixture<ShopFixture>
{
    private readonly ShopFixture shop;

    public CurrencyTests(ShopFixture shop)
    {
        this.shop = shop;
        shop.Services.GetRequiredService<ShopSettings>().Change(now => now with
        {
            OtherCurrencies = [Currency.Of("EUR"), Currency.Of("JPY"), Currency.Of("KWD"), Currency.Of("CLF")],
        });
    }

    private static object Price(VariantId variant, string currency, long minor, long? compareAt = null) => new
    {
        variantId = variant, price = In(currency, minor), compareAtPrice = compareAt is { } some ? In(currency, some) : null,
    };

    private async Task Set(ProductId product, params object[] prices) =>
        (await (await shop.AdminClient()).Put($"admin/products/{product}/currency-prices", new { prices })).Is(200);

    [Fact]
    public async Task Lists_in_a_currency_hold_what_is_sold_in_it_ordered_and_filtered_by_its_prices()
    {
        var (a, b, c) = (await shop.Product(1000, name: "Comet mug a"), await shop.Product(2000, name: "Comet mug b"),
            await shop.Product(3000, name: "Comet mug c"));
        await Set(a.ProductId, Price(a.VariantId, "EUR", 5000, 6000));
        await Set(b.ProductId, Price(b.VariantId, "EUR", 1500));
        using var shopper = shop.Client();
        async Task<string[]> Listed(string query) =>
            [.. (await shopper.Get($"products?q=comet+mug&{query}")).Is(200).Json["items"]!.AsArray()
            .Select(item => item!["id"]!.GetValue<string>())];
        Assert.Equal([b.ProductId.ToString(), a.ProductId.ToString()], await Listed("currency=EUR&sort=price"));
        Assert.Equal([a.ProductId.ToString()], await Listed("currency=EUR&minPrice=40"));
        Assert.Equal(3, (await Listed("currency=USD&sort=price")).Length);
        var list = (await shopper.Get("products?q=comet+mug&currency=eur&sort=-price")).Is(200).Json;
        Assert.Equal(("EUR", 5000, 6000), (list["items"]![0]!["price"]!["currency"]!.GetValue<string>(),
            list["items"]![0]!.Minor("price"), list["items"]![0]!.Minor("compareAtPrice")));
        Assert.Equal((1500, 5000), (list["facets"]!["price"]!.Minor("min"), list["facets"]!["price"]!.Minor("max")));
        Assert.Equal(["currency"], (await shopper.Get("products?currency=GBP")).Is(400).Faulty);
        await shop.NothingBroke();
    }

    [Fact]
    public async Task A_page_shows_the_currencys_prices_and_what_is_not_sold_in_it_can_not_be_bought()
    {
        var (product, variant) = await shop.Product(1000);
        using var shopper = shop.Client();
        var without = (await shopper.Get($"products/{product}?currency=JPY")).Is(200).Json;
        Assert.Equal(("outOfStock", 0, "USD"), (without["status"]!.GetValue<string>(), without["available"]!.GetValue<int>(),
            without["price"]!["currency"]!.GetValue<string>()));
        Assert.Empty((await shopper.Get($"products/{product}/prices?currency=JPY")).Is(200).Json["variants"]!.AsArray());
        await Set(product, Price(variant, "JPY", 1500, 2000));
        var page = (await shopper.Get($"products/{product}?currency=JPY")).Is(200).Json;
        Assert.Equal((1500, 2000, 10), (page.Minor("price"), page["variants"]![0]!.Minor("compareAtPrice"),
            page["available"]!.GetValue<int>()));
        var admin = await shop.AdminClient();
        var history = await admin.Get($"admin/variants/{variant}/price-history?currency=JPY");
        Assert.Equal(1500, history.Is(200).Json["items"]![0]!.Minor("price"));
        await Set(product);
        Assert.Equal("outOfStock", (await shopper.Get($"products/{product}?currency=JPY")).Json["status"]!.GetValue<string>());
        Assert.Null((await admin.Get($"admin/variants/{variant}/price-history?currency=JPY")).Json["items"]![0]!["price"]);
        await shop.NothingBroke();
    }

    [Theory]
    [InlineData("JPY", 1500)]
    [InlineData("KWD", 12_345)]
    [InlineData("CLF", 123_456)]
    public async Task A_cart_in_a_currency_is_priced_and_ordered_in_it(string currency, long price)
    {
        var (product, variant) = await shop.Product(1000);
        await Set(product, Price(variant, currency, price));
        (await (await shop.AdminClient()).Post("admin/shipping-methods", new
        {
            code = "post-" + currency.ToLowerInvariant(), name = "Post", basePrice = In(currency, 7), perKg = In(currency, 0),
            estimatedDays = new { min = 1, max = 2 }, active = true,
        })).Is(201);
        using var shopper = shop.Client();
        var cart = (await shopper.Post("carts", new { currency })).Is(201).Json;
        Assert.Equal(currency, cart["currency"]!.GetValue<string>());
        var id = cart["id"]!.GetValue<string>();
        var filled = (await shopper.Post($"carts/{id}/lines", new { variantId = variant, quantity = 3 })).Is(200).Json;
        Assert.Equal((3 * price, currency), (filled["totals"]!.Minor("subtotal"),
            filled["lines"]![0]!["unitPrice"]!["currency"]!.GetValue<string>()));
        Assert.Empty(filled["lines"]![0]!["notices"]!.AsArray());
        var order = (await shopper.Place(await shopper.Checkout(id))).Is(201).Json;
        Assert.Equal((3 * price, currency), (order["totals"]!.Minor("subtotal"),
            order["totals"]!["total"]!["currency"]!.GetValue<string>()));
        await shop.NothingBroke();
    }

    [Fact]
    public async Task A_cart_changes_its_currency_and_keeps_its_lines()
    {
        var (both, dollars) = (await shop.Product(1000), await shop.Product(500));
        await Set(both.ProductId, Price(both.VariantId, "EUR", 900));
        using var shopper = shop.Client();
        var id = await shopper.Cart(both.VariantId, 2);
        (await shopper.Post($"carts/{id}/lines", new { variantId = dollars.VariantId, quantity = 1 })).Is(200);
        var cart = (await shopper.Put($"carts/{id}/currency", new { currency = "EUR" })).Is(200).Json;
        Assert.Equal(("EUR", 1800), (cart["currency"]!.GetValue<string>(), cart["totals"]!.Minor("total")));
        Assert.Empty(cart["lines"]![0]!["notices"]!.AsArray());
        Assert.Equal("unavailable", cart["lines"]![1]!["notices"]![0]!["code"]!.GetValue<string>());
        Assert.Equal(2500, (await shopper.Put($"carts/{id}/currency", new { currency = "USD" })).Is(200).Json["totals"]!.Minor("total"));
        Assert.Equal(["currency"], (await shopper.Put($"carts/{id}/currency", new { currency = "GBP" })).Is(400).Faulty);
        Assert.Equal("carts.not_found", (await shopper.Put($"carts/{Guid.CreateVersion7()}/currency",
            new { currency = "EUR" })).Is(404).Code);
        Assert.Equal(["currency"], (await shopper.Post("carts", new { currency = "GBP" })).Is(400).Faulty);
    }

    [Fact]
    public async Task Prices_in_other_currencies_are_checked_and_versioned()
    {
        var (admin, (product, variant), (_, stranger)) = (await shop.AdminClient(), await shop.Product(), await shop.Product());
        async Task<IReadOnlyList<string>> Faulty(params object[] prices) =>
            (await admin.Put($"admin/products/{product}/currency-prices", new { prices })).Is(400).Faulty;
        Assert.Equal(["prices[0].price"], await Faulty(Price(variant, "GBP", 1)));
        Assert.Equal(["prices[0].price"], await Faulty(Price(variant, "USD", 1)));
        Assert.Equal(["prices[1]"], await Faulty(Price(variant, "EUR", 1), Price(variant, "EUR", 2)));
        Assert.Equal(["prices[0].variantId"], await Faulty(Price(stranger, "EUR", 1)));
        var read = (await admin.Get($"admin/products/{product}/prices")).Is(200);
        var set = await admin.Put(
            $"admin/products/{product}/currency-prices", new { prices = new[] { Price(variant, "EUR", 7) } }, ("If-Match",
                read.Headers.ETag!.Tag));
        Assert.Equal(7, set.Is(200).Json["variants"]![0]!["otherPrices"]![0]!.Minor("price"));
        (await admin.Put($"admin/products/{product}/currency-prices", new { prices = Array.Empty<object>() }, ("If-Match",
            read.Headers.ETag!.Tag))).Is(412);
        Assert.Equal("catalog.product_not_found", (await admin.Get($"admin/products/{ProductId.New()}/prices")).Is(404).Code);
    }
}
