using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Shop;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Shipping;

/// <summary>The demo courier moves parcels by itself and reports them as a real one would.</summary>
public sealed class DemoCourierTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task A_parcel_travels_to_the_door_and_the_order_with_it()
    {
        Offer();
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Paid(client);
        Assert.Equal("packed", (await admin.Buy(order, "demo", "express")).Is(201).Json.Text("status"));
        await client.OrderOnceIt(order, "delivered", "paid");
        var parcel = (await client.Order(order)).Json["shipments"]![0]!;
        Assert.Equal(
            ["inTransit", "inTransit", "inTransit", "inTransit", "outForDelivery", "delivered"],
            parcel["events"]!.AsArray().Select(happened => happened!.Text("status")));
        Assert.Contains("parcelOutForDelivery", (await client.Order(order)).Json.Events());
        var report = (await admin.Get("admin/shipments/report")).Is(200).Json;
        Assert.Equal(100, report["all"]!["onTimePercent"]!.GetValue<int>());
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task An_unlucky_parcel_ends_with_a_problem_or_comes_back()
    {
        Offer();
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Paid(client, line2: "Return");
        (await admin.Buy(order, "demo")).Is(201);
        await Eventually.Is(
            async () => (await admin.Parcels(order))[0]!.Text("status"), status => status == "returned", "the parcel comes back");
        Assert.Equal("shipped", (await client.Order(order)).Json.Text("status"));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Many_orders_are_sent_at_once_and_one_that_is_refused_holds_no_other_up()
    {
        Offer();
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var one = await shop.Paid(client);
        var unpaid = await client.Order((await shop.Product(stock: 5)).VariantId);
        var two = await shop.Paid(client, 2);
        var body = new { orderIds = new[] { one.Id, unpaid.Id, two.Id }, carrier = "demo", service = "standard" };
        var items = (await admin.Post("admin/shipments/batch", body)).Is(200).Json["items"]!.AsArray();
        Assert.Equal([one.Id, unpaid.Id, two.Id], items.Select(item => item!.Text("orderId")));
        Assert.Equal("shipping.not_shippable", items[1]!["problem"]!.Text("code"));
        Assert.All(
            [items[0]!, items[2]!],
            item => Assert.StartsWith("DX", item["shipment"]!.Text("trackingNumber"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_courier_that_is_switched_off_is_just_a_name()
    {
        shop.Services.GetRequiredService<ShopSettings>().Change(facts => facts with
        {
            Shipping = facts.Shipping with { DemoCourier = false },
        });
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        Assert.Empty((await admin.Get("admin/couriers")).Is(200).Json["couriers"]!.AsArray());
        Assert.Equal("inTransit", (await admin.Buy(await shop.Paid(client), "demo")).Is(201).Json.Text("status"));
    }

    private void Offer() => shop.Services.GetRequiredService<ShopSettings>().Change(facts => facts with
    {
        Shipping = facts.Shipping with { DemoCourier = true, DemoCourierSeconds = 1 },
    });
}
