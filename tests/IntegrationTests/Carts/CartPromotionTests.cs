using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;
using Tradepost.IntegrationTests.Promotions;

namespace Tradepost.IntegrationTests.Carts;

/// <summary>Stored promotions on carts, and orders that cost what was shown.</summary>
public sealed class CartPromotionTests(ShopFixture shop) : IClassFixture<ShopFixture>, IDisposable
{
    private static int made;
    private readonly HttpClient client = shop.Client();
    private readonly string tag = $"carts{Interlocked.Increment(ref made)}";

    public void Dispose() => client.Dispose();

    private string Code => tag.ToUpperInvariant();

    private string Promotion(string? code, string condition = "", string percent = "10") =>
        $$"""
        {"name":"Offer {{tag}}","code":{{(code is null ? "null" : $"\"{code}\"")}},
         "conditions":[{"type":"tags","any":["{{tag}}"]} {{(condition.Length == 0 ? "" : "," + condition)}} ],
         "benefit":{"type":"percent","percent":"{{percent}}","target":"lines"} }
        """;

    private Task<Answer> Enter(string cart, string code) => client.Post($"carts/{cart}/promotions", new { code });

    [Fact]
    public async Task A_code_applies_however_it_is_written_once_and_can_be_taken_out()
    {
        await shop.Promotion(Promotion(Code));
        var cart = await client.Cart(await shop.Tagged(tag), 2);
        var applied = (await Enter(cart, " " + tag + " ")).Is(200);
        Assert.Equal((20_000, 2000, 18_000), (applied.Total("subtotal"), applied.Total("discount"), applied.Total("total")));
        var promotion = Assert.Single(applied.Json["promotions"]!.AsArray())!;
        Assert.Equal((tag, $"Offer {tag}", 2000), (promotion.Text("code"), promotion.Text("name"), promotion.Minor("amount")));
        Assert.Equal(2000, applied.Line().Minor("discount"));
        Assert.Equal(18_000, applied.Json["trace"]!.AsArray().Sum(step => step!.Minor("amount")));

        var again = (await Enter(cart, Code)).Is(200);
        Assert.Equal((applied.Version(), 2000), (again.Version(), again.Total("discount")));
        Assert.Equal(0, (await client.Delete($"carts/{cart}/promotions/{Code}")).Is(200).Total("discount"));
        Assert.Empty((await client.Cart(cart)).Json["promotions"]!.AsArray());
    }

    [Fact]
    public async Task A_code_that_stops_applying_stays_says_why_and_applies_again()
    {
        await shop.Promotion(Promotion(Code, """{"type":"minSubtotal","amount":{"minor":15000,"currency":"USD"}}"""));
        var cart = await client.Cart(await shop.Tagged(tag), 2);
        var line = (await Enter(cart, Code)).Is(200).Line().Id();
        var less = (await client.Patch($"carts/{cart}/lines/{line}", new { quantity = 1 })).Is(200);
        var rejected = Assert.Single(less.Json["rejectedPromotions"]!.AsArray())!;
        Assert.Equal((Code, "minSubtotal", 0), (rejected.Text("code"), rejected.Text("reason"), less.Total("discount")));
        Assert.Empty(less.CartNotices());
        var more = (await client.Patch($"carts/{cart}/lines/{line}", new { quantity = 3 })).Is(200);
        Assert.Equal((3000, 0), (more.Total("discount"), more.Json["rejectedPromotions"]!.AsArray().Count));

        var other = await client.Cart(await shop.Tagged(tag));
        Assert.Equal("minSubtotal", (await Enter(other, Code)).Is(409).Json.Text("reason"));
    }

    [Fact]
    public async Task Two_tabs_that_enter_one_code_at_once_enter_it_once()
    {
        await shop.Promotion(Promotion(Code));
        var cart = await client.Cart(await shop.Tagged(tag));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Enter(cart, Code)));
        Assert.All(answers, answer => answer.Is(200));
        Assert.Single((await client.Cart(cart)).Json["promotions"]!.AsArray());
    }

    [Fact]
    public async Task A_promotion_that_ended_holds_the_order_up_once_and_then_the_full_price_is_paid()
    {
        var promotion = await shop.Promotion(Promotion(null));
        var body = await client.Checkout(await client.Cart(await shop.Tagged(tag)));
        Assert.Equal(1000, (await client.Cart(body.CartId)).Total("discount"));
        await shop.Remove(promotion);

        var refused = (await client.Place(body)).Is(409);
        Assert.Equal("cart.changed", refused.Code);
        var shown = refused.Json["cart"]!;
        Assert.Equal("discountReduced", shown["notices"]![0]!.Text("code"));
        var read = (await client.Cart(body.CartId)).Is(200);
        Assert.Equal((shown["totals"]!.Minor("total"), 0), (read.Total("total"), read.CartNotices().Length));
        Assert.Equal(read.Total("total"), (await client.Place(body)).Is(201).Total("total"));
    }

    [Fact]
    public async Task A_discount_that_ended_is_told_when_the_cart_is_read_again()
    {
        var promotion = await shop.Promotion(Promotion(null));
        var cart = await client.Cart(await shop.Tagged(tag));
        await shop.Remove(promotion);
        var read = (await client.Cart(cart)).Is(200);
        Assert.Equal(["discountReduced"], read.CartNotices());
        Assert.Equal((1000, 0), (read.Json["notices"]![0]!.Minor("from"), read.Json["notices"]![0]!.Minor("to")));
        Assert.Empty((await client.Cart(cart)).CartNotices());
    }

    [Fact]
    public async Task A_discount_for_a_way_to_pay_is_lost_with_another_only_after_it_was_shown()
    {
        await shop.Promotion(Promotion(null, """{"type":"paymentMethod","any":["card"]}"""));
        var body = await client.Checkout(await client.Cart(await shop.Tagged(tag)), "cod");
        Assert.Equal(1000, (await client.Put($"carts/{body.CartId}/payment-method", new { id = "card" })).Is(200).Total("discount"));

        var refused = (await client.Place(body)).Is(409);
        Assert.Equal(("cart.changed", "cod"), (refused.Code, refused.Json["cart"]!.Text("paymentMethod")));
        Assert.Equal(0, (await client.Cart(body.CartId)).Total("discount"));
        Assert.Equal(0, (await client.Place(body)).Is(201).Total("discount"));
    }

    [Fact]
    public async Task A_discount_the_buyer_gains_with_the_order_is_just_given()
    {
        await shop.Promotion(Promotion(null, """{"type":"paymentMethod","any":["cod"]}"""));
        var body = await client.Checkout(await client.Cart(await shop.Tagged(tag)), "cod");
        Assert.Equal(1000, (await client.Place(body)).Is(201).Total("discount"));
    }

    [Fact]
    public async Task A_first_order_is_one_only_for_who_never_ordered()
    {
        await shop.Promotion(Promotion(Code, """{"type":"firstOrder"}"""));
        var thing = await shop.Tagged(tag);
        var email = $"{tag}@example.com";
        async Task<OrderBody> Ready()
        {
            var body = (await client.Checkout(await client.Cart(thing))) with { Email = email };
            await client.Put($"carts/{body.CartId}/contact", new { email = $"new-{UserId.New()}@example.com" });
            (await Enter(body.CartId, Code)).Is(200);
            return body;
        }

        Assert.Equal(1000, (await client.Place(await Ready())).Is(201).Total("discount"));
        var second = await Ready();
        Assert.Equal("cart.changed", (await client.Place(second)).Is(409).Code);
        Assert.Equal("firstOrder", (await client.Cart(second.CartId)).Json["rejectedPromotions"]![0]!.Text("reason"));
        Assert.Equal(0, (await client.Place(second)).Is(201).Total("discount"));
    }

    [Fact]
    public async Task Codes_of_both_carts_are_merged_and_an_order_clears_them()
    {
        await shop.Promotion(Promotion(Code));
        var ((customer, _, _), thing) = (await shop.CustomerClient(), await shop.Tagged(tag));
        await customer.Cart(thing);
        var guests = await client.Cart(thing);
        await Enter(guests, Code);
        var merged = (await customer.Post($"carts/{guests}/claim")).Is(200);
        Assert.Equal((2000, Code), (merged.Total("discount"), merged.Json["promotions"]![0]!.Text("code")));

        var body = await customer.Checkout(merged.Json.Id());
        Assert.Equal(2000, (await customer.Place(body)).Is(201).Total("discount"));
        await customer.Cart(thing);
        Assert.Equal(0, (await customer.Cart(merged.Json.Id())).Total("discount"));
    }

    [Fact]
    public async Task The_version_the_buyer_has_before_them_is_what_is_ordered()
    {
        var (first, second) = (await shop.Tagged(tag), await shop.Tagged(tag));
        var body = await client.Checkout(await client.Cart(first));
        var shown = (await client.Cart(body.CartId)).Version();
        await client.Post($"carts/{body.CartId}/lines", new { variantId = second, quantity = 1 });

        Task<Answer> Place(long cartVersion) => client.Post("orders", new
        {
            body.CartId, body.Email, body.Name, body.ShippingAddress, body.ShippingOptionId, body.PaymentMethod, cartVersion,
        }, ("Idempotency-Key", Buying.NewKey()));

        var refused = (await Place(shown)).Is(409);
        Assert.Equal("cart.changed", refused.Code);
        Assert.Equal(2, (await Place(refused.Json["cart"]!["version"]!.GetValue<long>())).Is(201).Json["lines"]!.AsArray().Count);
    }
}
