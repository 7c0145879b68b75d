using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Pricing;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;
using Tradepost.Platform.Types;

namespace Tradepost.IntegrationTests.Promotions;

/// <summary>Stored promotions in the prices of baskets: codes, windows, who buys.</summary>
public sealed class ApplyPromotionTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IPricing Pricing => shop.Services.GetRequiredService<IPricing>();

    [Fact]
    public async Task An_automatic_promotion_applies_as_soon_as_it_is_made_and_not_any_more_when_it_is_switched_off()
    {
        var basket = Promoting.Basket("auto");
        Assert.Equal(0, (await Price(basket)).Totals.Discount.Minor);
        var made = await shop.Promotion(
            """{"name":"Auto","conditions":[{"type":"tags","any":["auto"]}],"benefit":{"type":"percent","percent":"10"}}""");
        var quote = await Price(basket);
        Assert.Equal((1000, "Auto"), (quote.Totals.Discount.Minor, Assert.Single(quote.Applied).Name));
        (await (await shop.AdminClient()).Patch(Promoting.Path(made), new { active = false })).Is(200);
        Assert.Empty((await Price(basket)).Applied);
        await shop.Remove(made);
    }

    [Fact]
    public async Task A_code_opens_its_promotion_in_any_case_and_an_unused_one_is_nobodys_business()
    {
        var made = await shop.Promotion(
            """{"name":"Secret","code":"Secret-7","benefit":{"type":"fixed","amount":{"minor":300,"currency":"USD"}}}""");
        var basket = Promoting.Basket("none");
        var without = await Price(basket);
        Assert.DoesNotContain(without.Rejected, some => some.Name == "Secret");
        var quote = await Price(basket with { Codes = ["sECRET-7"] });
        Assert.Equal(300, quote.Totals.Discount.Minor);
        var unknown = Assert.Single((await Price(basket with { Codes = ["secret-8"] })).Rejected, some => some.Code == "secret-8");
        Assert.Equal(PromotionReasons.UnknownCode, unknown.Reason);
        await shop.Remove(made);
    }

    [Fact]
    public async Task A_code_before_its_time_and_after_it_says_so()
    {
        var early = await shop.Promotion(
            """{"name":"Early","code":"EARLY","startsAt":"2036-01-01T00:00:00Z","benefit":{"type":"freeShipping"}}""");
        var late = await shop.Promotion(
            """{"name":"Late","code":"LATE","endsAt":"2020-01-01T00:00:00Z","benefit":{"type":"freeShipping"}}""");
        var rejected = (await Price(Promoting.Basket("x") with { Codes = ["early", "late"] })).Rejected;
        Assert.Equal(PromotionReasons.NotStarted, rejected.Single(some => some.Name == "Early").Reason);
        Assert.Equal(PromotionReasons.Ended, rejected.Single(some => some.Name == "Late").Reason);
        await shop.Remove(early);
        await shop.Remove(late);
    }

    [Fact]
    public async Task An_upcoming_automatic_promotion_is_not_given_away()
    {
        var coming = await shop.Promotion(
            """{"name":"Coming","startsAt":"2036-01-01T00:00:00Z","benefit":{"type":"percent","percent":"90"}}""");
        var quote = await Price(Promoting.Basket("x"));
        Assert.DoesNotContain(quote.Rejected, some => some.Name == "Coming");
        await shop.Remove(coming);
    }

    [Fact]
    public async Task A_category_condition_counts_the_categories_above_by_id_or_slug()
    {
        var admin = await shop.AdminClient();
        var above = (await admin.Post("admin/categories", new { name = "Promo above" })).Is(201).Json;
        var below = (await admin.Post("admin/categories", new { name = "Promo below", parentId = above.Text("id") })).Is(201).Json;
        var bySlug = await shop.Promotion(In("Slug", above.Text("slug")));
        var byId = await shop.Promotion(In("Id", below.Text("id")));
        var basket = Promoting.Basket("x");
        basket = basket with { Lines = [basket.Lines[0] with { CategoryId = CategoryId.Parse(below.Text("id"), null) }] };
        Assert.Equal(["Slug", "Id"], (await Price(basket)).Applied.Select(some => some.Name));
        Assert.Empty((await Price(Promoting.Basket("x"))).Applied);
        await shop.Remove(bySlug);
        await shop.Remove(byId);

        static string In(string name, string category) => $$$"""
            {"name":"{{{name}}}","conditions":[{"type":"categories","any":["{{{category}}}"]}],"benefit":{"type":"percent","percent":"10"}}
            """;
    }

    [Fact]
    public async Task Members_of_a_group_get_its_price_from_the_moment_they_are_in_until_they_are_out()
    {
        var admin = await shop.AdminClient();
        var group = (await admin.Post("admin/customer-groups", new { code = "gold", name = "Gold members" })).Is(201).Json;
        var made = await shop.Promotion(
            """{"name":"Gold","conditions":[{"type":"customerGroup","any":["gold"]}],"benefit":{"type":"percent","percent":"20"}}""");
        var (_, email, id) = await shop.CustomerClient();
        var basket = Promoting.Basket("x") with { Shopper = new(id, email) };
        Assert.Equal(PromotionReasons.CustomerGroup, (await Price(basket)).Rejected.Single(some => some.Name == "Gold").Reason);

        var members = $"admin/customer-groups/{group.Text("id")}/members";
        (await admin.Post(members, new { email })).Is(201);
        (await admin.Post(members, new { email })).Is(201); // again changes nothing
        Assert.Equal(2000, (await Price(basket)).Totals.Discount.Minor);
        Assert.Equal(1, (await admin.Get(members)).Is(200).Json["total"]!.GetValue<int>());

        (await admin.Delete($"{members}/{id}")).Is(204);
        (await admin.Delete($"{members}/{id}")).Is(404);
        Assert.Equal(0, (await Price(basket)).Totals.Discount.Minor);
        Assert.Equal(["email"], (await admin.Post(members, new { email = "nobody@example.com" })).Is(400).Faulty);
        await shop.Remove(made);
    }

    [Fact]
    public async Task Groups_are_named_once_edited_with_care_and_removed_with_their_members()
    {
        var admin = await shop.AdminClient();
        Assert.Equal(["code", "name"], (await admin.Post("admin/customer-groups", new { code = "Not Good" })).Is(400).Faulty.Order());
        var made = (await admin.Post("admin/customer-groups", new { code = "silver", name = "Silver" })).Is(201).Json;
        var again = (await admin.Post("admin/customer-groups", new { code = "silver", name = "S" })).Is(409);
        Assert.Equal("customer_groups.code_taken", again.Code);
        var path = "admin/customer-groups/" + made.Text("id");
        Assert.Equal("\"2\"", (await admin.Patch(path, new { name = "Silver 2" }, ("If-Match", "\"1\""))).Is(200).Headers.ETag!.Tag);
        (await admin.Patch(path, new { name = "Silver 3" }, ("If-Match", "\"1\""))).Is(412);
        Assert.Equal("Silver 2", (await admin.Get(path)).Is(200).Json.Text("name"));
        var all = (await admin.Get("admin/customer-groups")).Is(200).Json["items"]!.AsArray();
        Assert.Contains(all, group => group!.Text("code") == "silver");
        (await admin.Delete(path)).Is(204);
        (await admin.Get(path)).Is(404);
        (await admin.Delete(path)).Is(404);
        (await admin.Get(path + "/members")).Is(404);
    }

    [Fact]
    public async Task A_first_order_is_the_first_of_the_account_or_the_address_and_a_cancelled_one_does_not_count()
    {
        var made = await shop.Promotion(
            """{"name":"First","conditions":[{"type":"firstOrder"}],"benefit":{"type":"percent","percent":"10"}}""");
        var basket = Promoting.Basket("x");
        Assert.True(await Applies(Shopper.Unknown)); // nobody knows yet
        Assert.True(await Applies(new(null, "buyer@example.com")));
        using var guest = shop.Client();
        var order = await guest.Order((await shop.Product()).VariantId);
        Assert.False(await Applies(new(null, "BUYER@example.com")));
        Assert.True(await Applies(new(null, "other@example.com")));
        (await guest.Post($"orders/{order.Id}/cancellation", new { }, order.Key)).Is(200);
        Assert.True(await Applies(new(null, "buyer@example.com")));

        var (client, _, id) = await shop.CustomerClient();
        Assert.True(await Applies(new(id, null)));
        await client.Order((await shop.Product()).VariantId);
        Assert.False(await Applies(new(id, null)));
        await shop.Remove(made);

        async Task<bool> Applies(Shopper shopper) => (await Price(basket with { Shopper = shopper })).Applied.Count == 1;
    }

    private async Task<Quote> Price(Basket basket) => (await Pricing.Price(basket, Stop)).Value;
}
