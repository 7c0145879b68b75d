using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Promotions;

/// <summary>Bulk codes as staff handle them, and offers as shoppers see them.</summary>
public sealed class CodesAndOffersTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task Codes_are_many_different_and_hard_to_misread_and_come_as_pages_or_as_csv()
    {
        var admin = await shop.AdminClient();
        var made = await shop.Promotion("""{"name":"Codes","benefit":{"type":"freeShipping"}}""");
        var codes = Promoting.Path(made) + "/codes";
        Assert.Equal(12_000, (await admin.Post(codes, new { count = 12_000, length = 8 })).Is(201).Json["count"]!.GetValue<int>());
        var now = (await admin.Get(Promoting.Path(made))).Is(200).Json;
        Assert.True(now["requiresCode"]!.GetValue<bool>()); // it no longer applies to everybody
        Assert.Equal(12_000, now["codeCount"]!.GetValue<int>());

        var lines = (await admin.Get(codes + "/export")).Is(200).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("code,usageLimit,used,createdAt", lines[0]);
        var all = lines[1..].Select(line => line.Split(',')[0]).ToList();
        Assert.Equal(12_000, all.Distinct().Count());
        Assert.All(all, code => Assert.Matches("^[ACDEFGHJKMNPQRTVWXY34679]{8}$", code));

        var page = (await admin.Get(codes + "?pageSize=2&page=2")).Is(200).Json;
        Assert.Equal((2, 12_000), (page["items"]!.AsArray().Count, page["total"]!.GetValue<int>()));
        var found = (await admin.Get($"{codes}?q={all[7].ToLowerInvariant()}&used=false")).Is(200).Json;
        Assert.Equal(all[7], Assert.Single(found["items"]!.AsArray())!.Text("code"));

        var one = $"{codes}/{found["items"]![0]!.Text("id")}";
        (await admin.Delete(one)).Is(204);
        Assert.Equal("promotions.bulk_code_not_found", (await admin.Delete(one)).Is(404).Code);
        Assert.Equal(11_999, (await admin.Delete(codes + "/unused")).Is(200).Json["count"]!.GetValue<int>());
        await shop.Remove(made);
    }

    [Fact]
    public async Task Faulty_wishes_for_codes_are_named_and_a_missing_promotion_has_none()
    {
        var admin = await shop.AdminClient();
        var made = await shop.Promotion("""{"name":"Faulty","requiresCode":true,"benefit":{"type":"freeShipping"}}""");
        var body = new { count = 100_001, prefix = "a b", length = 4, usageLimit = 0 };
        Assert.Equal(
            ["count", "length", "prefix", "usageLimit"],
            (await admin.Post(Promoting.Path(made) + "/codes", body)).Is(400).Faulty.Order(StringComparer.Ordinal));
        var missing = $"admin/promotions/{Guid.CreateVersion7()}/codes";
        (await admin.Post(missing, new { count = 1 })).Is(404);
        (await admin.Get(missing)).Is(404);
        (await admin.Get(missing + "/export")).Is(404);
        (await admin.Delete(missing + "/unused")).Is(404);
        await shop.Remove(made);
    }

    [Fact]
    public async Task A_product_tells_its_running_offers_without_codes_secrets_or_what_is_over()
    {
        var admin = await shop.AdminClient();
        using var shopper = shop.Client();
        var (product, _) = await shop.Product();
        (await admin.Patch($"admin/products/{product}", new { tags = new[] { "offer" } })).Is(200);
        var shown = await shop.Promotion(
            """
            {"name":"Shown","badge":"−20 %","endsAt":"2036-01-01T00:00:00Z","showCountdown":true,"benefit":{"type":"freeShipping"},
             "conditions":[{"type":"tags","any":["offer"]},{"type":"customerGroup","any":["vip"]}]}
            """);
        var others = new List<JsonNode>();
        foreach (var more in new[]
        {
            """{"name":"Code","code":"HIDDEN-1","benefit":{"type":"freeShipping"}}""",
            """{"name":"Bulk","requiresCode":true,"benefit":{"type":"freeShipping"}}""",
            """{"name":"Coming","startsAt":"2036-01-01T00:00:00Z","benefit":{"type":"freeShipping"}}""",
            """{"name":"Over","endsAt":"2020-01-01T00:00:00Z","benefit":{"type":"freeShipping"}}""",
            """{"name":"Other","conditions":[{"type":"tags","any":["else"]}],"benefit":{"type":"freeShipping"}}""",
        })
        {
            others.Add(await shop.Promotion(more));
        }

        var answer = (await shopper.Get($"products/{product}/offers")).Is(200);
        var offer = Assert.Single(answer.Json["offers"]!.AsArray())!;
        Assert.Equal(("Shown", "−20 %", true), (offer.Text("name"), offer.Text("badge"), offer["showCountdown"]!.GetValue<bool>()));
        var condition = Assert.Single(offer["conditions"]!.AsArray())!;
        Assert.Equal(("customerGroup", null), (condition.Text("type"), condition["any"]));
        var skew = TimeProvider.System.GetUtcNow() - DateTimeOffset.Parse(answer.Json.Text("now"), null);
        Assert.True(skew.Duration() < TimeSpan.FromMinutes(1));

        (await admin.Patch(Promoting.Path(shown), new { active = false })).Is(200);
        Assert.Empty((await shopper.Get($"products/{product}/offers")).Is(200).Json["offers"]!.AsArray());
        (await shopper.Get($"products/{Guid.CreateVersion7()}/offers")).Is(404);
        foreach (var promotion in others.Append(shown))
        {
            await shop.Remove(promotion);
        }
    }
}
