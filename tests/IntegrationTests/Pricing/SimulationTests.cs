using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Pricing;

/// <summary>What a promotion would have done to orders of the past.</summary>
public sealed class SimulationTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private readonly DateTimeOffset begun = TimeProvider.System.GetUtcNow();

    private static object Percent(string percent, params object[] conditions) =>
        new { name = "Try", conditions, benefit = new { type = "percent", percent } };

    private static long Minor(JsonNode? amount) => amount!["minor"]!.GetValue<long>();

    [Fact]
    public async Task Changing_nothing_reproduces_history_to_the_cent_and_a_promotion_shows_what_it_costs()
    {
        await Buy(10_000, 1);
        await Buy(2_000, 2);
        var cancelled = await Buy(9_999, 1);
        (await (await shop.AdminClient()).Post($"orders/{cancelled.Id}/cancellation", new { })).Is(200);

        var nothing = (await Simulate(null)).Is(200).Json;
        Assert.Equal((2, 0, 0), (Count(nothing, "orders"), Count(nothing, "ordersTouched"), Count(nothing, "mismatches")));
        Assert.Equal(nothing["before"]!.ToJsonString(), nothing["after"]!.ToJsonString());

        var condition = new { type = "minSubtotal", amount = new { minor = 5000, currency = "USD" } };
        var ten = (await Simulate(Percent("10", condition))).Is(200).Json;
        Assert.Equal((2, 1, 0), (Count(ten, "orders"), Count(ten, "ordersTouched"), Count(ten, "mismatches")));
        Assert.Equal(1000, Minor(ten["after"]!["discount"]) - Minor(ten["before"]!["discount"]));
        Assert.Equal(1000, Minor(ten["before"]!["revenue"]) - Minor(ten["after"]!["revenue"]));
        Assert.Equal(1000, Minor(ten["samples"]!.AsArray().Single()!["difference"]));
        Assert.Equal(2, Count(ten["before"]!, "linesOfUnknownCost"));
    }

    [Fact]
    public async Task A_promotion_with_a_code_is_tried_as_if_everybody_had_entered_it()
    {
        await Buy(3_000, 1);
        var coded = new { name = "Try", code = "AUTUMN", benefit = new { type = "percent", percent = "50" } };
        Assert.NotEqual(0, Count((await Simulate(coded)).Is(200).Json, "ordersTouched"));
        Assert.Equal(0, Count((await Simulate(coded, assumeCode: false)).Is(200).Json, "ordersTouched"));
    }

    [Fact]
    public async Task Bad_requests_name_the_field()
    {
        var staff = await shop.AdminClient();
        var empty = await staff.Post("admin/promotions/simulation", new { });
        Assert.Equal(["from", "to"], empty.Is(400).Faulty.Order(StringComparer.Ordinal));
        var euros = new { benefit = new { type = "fixed", amount = new { minor = 100, currency = "EUR" } } };
        Assert.Equal(["promotion.benefit.amount"], (await Simulate(euros)).Is(400).Faulty);
        var endless = new { from = "2020-01-01T00:00:00Z", to = "2026-01-01T00:00:00Z" };
        Assert.Equal(["to"], (await staff.Post("admin/promotions/simulation", endless)).Is(400).Faulty);
    }

    private static int Count(JsonNode json, string name) => json[name]!.GetValue<int>();

    private async Task<Answer> Simulate(object? promotion, bool assumeCode = true) =>
        await (await shop.AdminClient()).Post("admin/promotions/simulation", new
        {
            promotion,
            from = begun,
            to = begun.AddDays(1),
            assumeCode,
        });

    private async Task<Placed> Buy(long price, int quantity)
    {
        var (_, variant) = await shop.Product(price);
        using var client = shop.Client();
        return await client.Order(variant, quantity);
    }
}
