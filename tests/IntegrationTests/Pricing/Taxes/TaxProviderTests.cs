using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;
using Tradepost.IntegrationTests.Carts;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Types;
using static Tradepost.IntegrationTests.Pricing.Taxes.TaxService;

namespace Tradepost.IntegrationTests.Pricing.Taxes;

/// <summary>A shop with a tax provider, a real server on the other side: its rates when it answers, the tables whenever not.</summary>
public sealed class TaxProviderTests(AdvisedShop shop) : IClassFixture<AdvisedShop>
{
    private TaxService Service => shop.Service;

    [Fact]
    public async Task Its_rates_are_charged_and_it_is_asked_once_and_told_no_more_than_the_place()
    {
        Service.Answers["94105"] = Says(("standard", "State", "6", true), ("standard", "City", "2.625", false));
        using var client = shop.Client();
        var cart = await Cart(client);
        var view = await At(client, cart, "94105");
        Assert.Equal(600 + 263, view.Total("tax"));
        Assert.Equal(["State 6 %", "City 2.625 %"], Labels(view));
        await At(client, cart, "94105");
        Assert.Equal(1, Service.Times("94105"));

        var (secret, question) = Service.Asked.Single(some => some.Question["postalCode"]?.GetValue<string>() == "94105");
        Assert.Equal("Bearer opensesame", secret);
        Assert.Equal(["country", "date", "postalCode", "state", "taxClasses"], question.AsObject().Select(pair => pair.Key).Order());
        Assert.Equal(("US", "CA"), (question["country"]!.GetValue<string>(), question["state"]!.GetValue<string>()));
        Assert.Equal("""["standard"]""", question["taxClasses"]!.ToJsonString());
    }

    [Fact]
    public async Task The_order_is_taxed_as_the_cart_showed_without_asking_inside_its_transaction()
    {
        Service.Answers["94110"] = Says(("standard", "Local", "10", false));
        using var client = shop.Client();
        var cart = await Cart(client);
        Assert.Equal(1000, (await At(client, cart, "94110")).Total("tax"));
        var option = (await client.Get($"carts/{cart}/shipping-options")).Is(200).Json[0]!.Id();
        Service.Answers["94110"] = Says(("standard", "Local", "20", false));
        var order = (await client.Post("orders", new
        {
            cartId = cart, email = "ann@example.com", name = "Ann Example", shippingOptionId = option, paymentMethod = "card",
            shippingAddress = new { line1 = "1 Main St", city = "San Francisco", state = "CA", postalCode = "94110", country = "US" },
        }, ("Idempotency-Key", cart))).Is(201);
        Assert.Equal((1000, 1), (order.Total("tax"), Service.Times("94110")));
    }

    [Fact]
    public async Task An_order_for_a_place_no_cart_showed_asks_before_its_transaction()
    {
        Service.Answers["94111"] = Says(("standard", "Local", "10", false));
        using var client = shop.Client();
        var cart = await Cart(client);
        await At(client, cart, "94112");
        var option = (await client.Get($"carts/{cart}/shipping-options")).Is(200).Json[0]!.Id();
        var order = (await client.Post("orders", new
        {
            cartId = cart, email = "ann@example.com", name = "Ann Example", shippingOptionId = option, paymentMethod = "card",
            shippingAddress = new { line1 = "1 Main St", city = "San Francisco", state = "CA", postalCode = "94111", country = "US" },
        }, ("Idempotency-Key", cart))).Is(201);
        Assert.Equal((1000, 1), (order.Total("tax"), Service.Times("94111")));
    }

    [Fact]
    public async Task Pricing_alone_never_asks()
    {
        Service.Answers["94199"] = Says(("standard", "Local", "10", false));
        var pricing = shop.Services.GetRequiredService<IPricing>();
        var place = new Destination("US", "CA", "94199", null);
        var basket = new Basket(Currency.Usd, [new("a", "Thing", new(10_000, Currency.Usd), 1, null)], place, null);
        Assert.Equal(725, (await pricing.Price(basket, TestContext.Current.CancellationToken)).Value.Totals.Tax.Minor);
        Assert.Equal(0, Service.Times("94199"));
        await pricing.Prepare(place, Shopper.Unknown, TestContext.Current.CancellationToken);
        Assert.Equal(1000, (await pricing.Price(basket, TestContext.Current.CancellationToken)).Value.Totals.Tax.Minor);
    }

    [Fact]
    public async Task When_it_takes_too_long_the_tables_decide_and_it_is_left_alone_for_a_while()
    {
        Service.Answers["94120"] = async http => await Task.Delay(TimeSpan.FromSeconds(30), http.RequestAborted);
        using var client = shop.Client();
        var cart = await Cart(client);
        var watch = Stopwatch.StartNew();
        Assert.Equal(725, (await At(client, cart, "94120")).Total("tax"));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0.9, 15);
        await At(client, cart, "94120");
        Assert.Equal(1, Service.Times("94120"));
    }

    [Theory]
    [InlineData("94131", """{"rates":[{"taxClass":"standard","name":"X","percent":"-1","appliesToShipping":true}]}""", 200)]
    [InlineData("94132", """{"rates":[{"taxClass":"standard","name":"X","percent":"101","appliesToShipping":true}]}""", 200)]
    [InlineData("94133", """{"rates":[{"taxClass":"toys","name":"X","percent":"1","appliesToShipping":true}]}""", 200)]
    [InlineData("94134", """{"rates":[{"taxClass":"standard","name":"X","percent":1,"appliesToShipping":true}]}""", 200)]
    [InlineData("94135", """{"rates":[{"taxClass":"standard","percent":"1","appliesToShipping":true}]}""", 200)]
    [InlineData("94136", """{"rates":[null]}""", 200)]
    [InlineData("94137", """{"rates":null}""", 200)]
    [InlineData("94138", "{}", 200)]
    [InlineData("94139", "<html>busy</html>", 200)]
    [InlineData("94140", """{"rates":[]}""", 503)]
    [InlineData("94141", """{"rates":[]}""", 302)]
    [InlineData("94142", "", 200)]
    public async Task Nonsense_and_errors_leave_it_to_the_tables(string postalCode, string body, int status)
    {
        Service.Answers[postalCode] = Says(body, status);
        using var client = shop.Client();
        Assert.Equal(725, (await At(client, await Cart(client), postalCode)).Total("tax"));
        Assert.Equal(1, Service.Times(postalCode));
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        Service.Answers["94150"] = Says("{\"rates\":[" + new string(' ', 200_000) + "]}");
        using var client = shop.Client();
        Assert.Equal(725, (await At(client, await Cart(client), "94150")).Total("tax"));
    }

    [Fact]
    public async Task No_rates_at_all_is_an_answer_and_means_no_tax()
    {
        Service.Answers["94160"] = Says();
        using var client = shop.Client();
        Assert.Equal(0, (await At(client, await Cart(client), "94160")).Total("tax"));
    }

    private async Task<string> Cart(HttpClient client)
    {
        var (product, _) = await shop.Product(10_000);
        var cart = await client.NewCart();
        (await client.Post($"carts/{cart}/lines", new { productId = product, quantity = 1 })).Is(200);
        return cart;
    }

    private static async Task<Answer> At(HttpClient client, string cart, string postalCode) =>
        (await client.Put($"carts/{cart}/address", new { country = "US", state = "CA", postalCode })).Is(200);

    private static IEnumerable<string> Labels(Answer cart) => cart.Json["trace"]!.AsArray()
        .Where(step => step!["step"]!.GetValue<string>() == "tax").Select(step => step!["label"]!.GetValue<string>());
}
