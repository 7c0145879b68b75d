using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Verification;

namespace Tradepost.IntegrationTests.Orders;

/// <summary>Every order keeps what it was priced from, and it comes to the same again.</summary>
public sealed class ProofTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static long Minor(JsonNode amount) => amount["minor"]!.GetValue<long>();

    [Fact]
    public async Task An_order_comes_to_its_totals_again_from_its_evidence()
    {
        var order = await Placed(1999, 3);
        var staff = await shop.AdminClient();
        var proof = (await staff.Get($"admin/orders/{order.Id}/pricing")).Is(200).Json;
        Assert.True(proof["reproduced"]!.GetValue<bool>());
        Assert.Equal(proof["charged"]!.ToJsonString(), proof["recomputed"]!.ToJsonString());

        // Anybody who may ask for quotes can check it with the public engine.
        var quote = (await staff.Post("admin/pricing/quote", proof["evidence"])).Is(200).Json;
        Assert.Equal(Minor(proof["charged"]!["total"]!), Minor(quote["totals"]!["total"]!));
        Assert.Equal(Minor(proof["charged"]!["tax"]!), Minor(quote["totals"]!["tax"]!));
    }

    [Fact]
    public async Task The_evidence_speaks_of_the_orders_own_lines()
    {
        using var client = shop.Client();
        var order = await Placed(500, 1);
        var line = (await client.Order(order)).Is(200).Json["lines"]![0]!["id"]!.GetValue<string>();
        var proof = (await (await shop.AdminClient()).Get($"admin/orders/{order.Id}/pricing")).Is(200).Json;
        Assert.Equal(line, proof["evidence"]!["lines"]![0]!["key"]!.GetValue<string>());
    }

    [Fact]
    public async Task Only_staff_see_it()
    {
        var order = await Placed(500, 1);
        using var guest = shop.Client();
        (await guest.Get($"admin/orders/{order.Id}/pricing", order.Key)).Is(401);
        var (customer, _, _) = await shop.CustomerClient();
        using (customer)
        {
            (await customer.Get($"admin/orders/{order.Id}/pricing")).Is(403);
        }

        var unknown = await (await shop.AdminClient()).Get($"admin/orders/{Guid.CreateVersion7()}/pricing");
        Assert.Equal("orders.not_found", unknown.Is(404).Code);
    }

    [Fact]
    public async Task The_check_of_all_orders_notices_a_total_that_does_not_follow()
    {
        var order = await Placed(1234, 2);
        var check = shop.Services.GetServices<IInvariant>().Single(some => some.Name.Contains("priced anew", StringComparison.Ordinal));
        Assert.Empty(await check.Violations(shop.Db, TestContext.Current.CancellationToken));
        await Damage(order, 2469);
        Assert.Contains(order.Number, Assert.Single(await check.Violations(shop.Db, TestContext.Current.CancellationToken)));
        await Damage(order, 2468);
        Assert.Empty(await check.Violations(shop.Db, TestContext.Current.CancellationToken));
    }

    private Task Damage(Placed order, long subtotal) => shop.Db.Write(
        "tests.damage",
        async tx =>
        {
            await tx.Execute($"set local session_replication_role = replica");
            await tx.Execute(
                $"""
                update orders.orders set total_minor = total_minor - subtotal_minor + {subtotal}, subtotal_minor = {subtotal}
                where number = {order.Number}
                """);
        },
        TestContext.Current.CancellationToken);

    private async Task<Placed> Placed(long price, int quantity)
    {
        var (_, variant) = await shop.Product(price);
        using var client = shop.Client();
        return await client.Order(variant, quantity);
    }
}
