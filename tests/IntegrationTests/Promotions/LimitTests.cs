using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Pricing;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;
using Tradepost.Platform.Types;

namespace Tradepost.IntegrationTests.Promotions;

/// <summary>Limits hold however many buy at once, and an order that is called off makes room.</summary>
public sealed class LimitTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IPromotions Promotions => shop.Services.GetRequiredService<IPromotions>();

    [Fact]
    public async Task Fifty_buyers_of_an_offer_for_ten_are_ten_orders_with_it_and_a_cancelled_one_makes_room()
    {
        using var client = shop.Client();
        var thing = await shop.Tagged("race");
        var made = await shop.Promotion(
            """
            {"name":"Race","usageLimit":10,"conditions":[{"type":"tags","any":["race"]}],"benefit":{"type":"percent","percent":"50"}}
            """);
        var bodies = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ => await client.Checkout(await client.Cart(thing))));
        var answers = await Task.WhenAll(bodies.Select(body => client.Place(body)));
        var lucky = answers.Where(answer => answer.Status == 201 && Discount(answer.Json) > 0).ToList();
        Assert.Equal(10, lucky.Count);
        Assert.All(
            answers.Where(answer => answer.Status != 201),
            answer => Assert.True(answer is { Status: 409, Code: "promotions.not_applicable" or "cart.changed" }, answer.Text));
        Assert.Equal(10, (await (await shop.AdminClient()).Get(Promoting.Path(made))).Is(200).Json["used"]!.GetValue<int>());
        await shop.NothingIsWrong();

        var cart = await client.Cart(thing);
        Assert.Equal(0, Discount((await client.Get($"carts/{cart}")).Is(200).Json));
        var gone = new Placed(lucky[0]);
        (await client.Post($"orders/{gone.Id}/cancellation", new { }, gone.Key)).Is(200);
        (await client.Post($"orders/{gone.Id}/cancellation", new { }, gone.Key)).Is(200); // given back once only
        Assert.Equal(5000, Discount((await client.Get($"carts/{cart}")).Is(200).Json));
        Assert.Equal(5000, Discount((await client.Place(await client.Checkout(cart))).Is(201).Json));
        Assert.Equal(0, Discount((await client.Get($"carts/{await client.Cart(thing)}")).Is(200).Json));
        await shop.NothingIsWrong();
        await shop.Remove(made);
    }

    [Fact]
    public async Task One_customer_buying_eight_times_at_once_uses_an_offer_for_two_twice()
    {
        var made = await shop.Promotion("""{"name":"Two each","perCustomerLimit":2,"code":"TWO","benefit":{"type":"freeShipping"}}""");
        Shopper buyer = new(null, "Same@example.com");
        var outcomes = await Use(8, made, "two", i => i % 2 == 0 ? buyer : buyer with { Email = "same@EXAMPLE.com" });
        Assert.Equal(2, outcomes.Count(outcome => outcome.Outcome.Succeeded));
        AssertRefused(outcomes, PromotionReasons.PerCustomerLimit, "two");
        Assert.True((await Use(1, made, "TWO", _ => new(null, "other@example.com")))[0].Outcome.Succeeded);

        var basket = Promoting.Basket("x") with { Codes = ["two"] };
        Assert.Equal(PromotionReasons.PerCustomerLimit, await Rejected(basket with { Shopper = buyer }));
        Assert.Null(await Rejected(basket with { Shopper = new(null, "third@example.com") }));
        await GiveBack(outcomes.First(outcome => outcome.Outcome.Succeeded).Order);
        Assert.Null(await Rejected(basket with { Shopper = buyer }));
        await shop.NothingIsWrong();
        await shop.Remove(made);
    }

    [Fact]
    public async Task One_bulk_code_in_twenty_hands_opens_its_promotion_once()
    {
        var admin = await shop.AdminClient();
        var made = await shop.Promotion("""{"name":"Bulk","requiresCode":true,"benefit":{"type":"percent","percent":"25"}}""");
        (await admin.Post(Promoting.Path(made) + "/codes", new { count = 2, prefix = "gift-" })).Is(201);
        var codes = (await admin.Get(Promoting.Path(made) + "/codes")).Is(200).Json["items"]!.AsArray();
        var code = codes[0]!.Text("code");
        Assert.StartsWith("GIFT-", code, StringComparison.Ordinal);
        var basket = Promoting.Basket("x") with { Codes = [code.ToLowerInvariant()] };
        Assert.Equal(2500, (await Price(basket)).Totals.Discount.Minor);
        Assert.Empty((await Price(Promoting.Basket("x"))).Applied);
        var both = await Price(basket with { Codes = [code, codes[1]!.Text("code")] });
        Assert.Equal((2500, PromotionReasons.NotBest), (both.Totals.Discount.Minor, Assert.Single(both.Rejected).Reason));

        var outcomes = await Use(20, made, code.ToLowerInvariant(), i => new(null, $"b{i}@example.com"));
        var won = outcomes.Single(outcome => outcome.Outcome.Succeeded);
        AssertRefused(outcomes, PromotionReasons.UsageLimit, code.ToLowerInvariant());
        Assert.Equal(PromotionReasons.UsageLimit, await Rejected(basket));
        Assert.Null(await Rejected(basket with { Codes = [codes[1]!.Text("code")] }));
        await GiveBack(won.Order);
        Assert.Null(await Rejected(basket));
        await shop.NothingIsWrong();
        await shop.Remove(made);
    }

    [Fact]
    public async Task A_limit_set_later_counts_what_was_used_before_and_can_not_be_below_it()
    {
        var admin = await shop.AdminClient();
        var made = await shop.Promotion("""{"name":"Later","code":"LATER","benefit":{"type":"freeShipping"}}""");
        await Use(3, made, "LATER", _ => new(null, "one@example.com"));
        Assert.Equal(["usageLimit"], (await admin.Patch(Promoting.Path(made), new { usageLimit = 2 })).Is(400).Faulty);
        (await admin.Patch(Promoting.Path(made), new { usageLimit = 4, perCustomerLimit = 2 })).Is(200);
        var basket = Promoting.Basket("x") with { Codes = ["LATER"] };
        Assert.Equal(PromotionReasons.PerCustomerLimit, await Rejected(basket with { Shopper = new(null, "one@example.com") }));
        Assert.True((await Use(1, made, "LATER", _ => new(null, "two@example.com")))[0].Outcome.Succeeded);
        Assert.Equal(PromotionReasons.UsageLimit, await Rejected(basket with { Shopper = new(null, "three@example.com") }));
        await shop.NothingIsWrong();
        (await admin.Patch(Promoting.Path(made), JsonNode.Parse("""{"usageLimit":null,"perCustomerLimit":null}"""))).Is(200);
        Assert.Null(await Rejected(basket with { Shopper = new(null, "one@example.com") }));
        await shop.NothingIsWrong();
        await shop.Remove(made);
    }

    [Fact]
    public async Task What_was_taken_away_meanwhile_is_refused_at_the_last_moment()
    {
        var made = await shop.Promotion("""{"name":"Gone","code":"GONE","benefit":{"type":"freeShipping"}}""");
        await shop.Remove(made);
        var outcome = (await Use(1, made, "GONE", _ => new(null, "x@example.com")))[0].Outcome;
        Assert.Equal(PricingErrors.PromotionNotApplicable, outcome.Refusal!.Error);
        Assert.Equal(PromotionReasons.Ended, outcome.Refusal.Facts["reason"]);
    }

    [Fact]
    public async Task Usage_is_told_by_day_and_order_and_leaves_out_what_was_given_back()
    {
        var admin = await shop.AdminClient();
        var made = await shop.Promotion("""{"name":"Told","code":"TOLD","benefit":{"type":"freeShipping"}}""");
        var outcomes = await Use(3, made, "TOLD", i => new(null, $"told{i}@example.com"));
        await GiveBack(outcomes[0].Order);
        var report = (await admin.Get(Promoting.Path(made) + "/usage")).Is(200).Json;
        Assert.Equal((2, 1), (report["total"]!["orders"]!.GetValue<int>(), report["total"]!["givenBack"]!.GetValue<int>()));
        Assert.Equal((1000, 10_000), (report["total"]!.Minor("discount"), report["total"]!.Minor("revenue")));
        Assert.Equal(30, report["days"]!.AsArray().Count);
        Assert.Equal(2, report["days"]!.AsArray()[^1]!["orders"]!.GetValue<int>());
        var uses = (await admin.Get(Promoting.Path(made) + "/uses?pageSize=2")).Is(200).Json;
        Assert.Equal((2, 3), (uses["items"]!.AsArray().Count, uses["total"]!.GetValue<int>()));
        Assert.Equal(
            ["from"], (await admin.Get(Promoting.Path(made) + "/usage?from=2026-02-01&to=2026-01-01")).Is(400).Faulty);
        (await admin.Get($"admin/promotions/{Guid.CreateVersion7()}/usage")).Is(404);
        (await admin.Get($"admin/promotions/{Guid.CreateVersion7()}/uses")).Is(404);
        await shop.Remove(made);
    }

    // So many orders at once that each use the promotion, as checkout does it.
    private async Task<(OrderId Order, Outcome<Done> Outcome)[]> Use(int orders, JsonNode made, string code, Func<int, Shopper> buyer)
    {
        var id = PromotionId.Parse(made.Text("id"), null);
        var applied = new AppliedPromotion(id, code, made.Text("name"), new(500, Currency.Usd));
        return await Task.WhenAll(Enumerable.Range(0, orders).Select(async i =>
        {
            var order = OrderId.New();
            return (order, await shop.Db.Write<Done>("test.use", async tx =>
            {
                await Promotions.Use(tx, order, buyer(i), new(5000, Currency.Usd), [applied]);
                return Done.Value;
            }, Stop));
        }));
    }

    private Task GiveBack(OrderId order) => shop.Db.Write("test.give_back", tx => Promotions.GiveBack(tx, order), Stop);

    private async Task<Quote> Price(Basket basket) =>
        (await shop.Services.GetRequiredService<IPricing>().Price(basket, Stop)).Value;

    private async Task<string?> Rejected(Basket basket) => (await Price(basket)).Rejected.SingleOrDefault()?.Reason;

    private static void AssertRefused((OrderId Order, Outcome<Done> Outcome)[] outcomes, string reason, string code) => Assert.All(
        outcomes.Where(outcome => !outcome.Outcome.Succeeded),
        outcome =>
        {
            Assert.Equal(PricingErrors.PromotionNotApplicable, outcome.Outcome.Refusal!.Error);
            Assert.Equal((reason, code), (outcome.Outcome.Refusal.Facts["reason"], outcome.Outcome.Refusal.Facts["promotionCode"]));
        });

    private static long Discount(JsonNode json) => json["totals"]!.Minor("discount");
}
