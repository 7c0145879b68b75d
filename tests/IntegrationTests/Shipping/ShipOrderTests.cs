using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;
using Tradepost.Shipping.Parcels;

namespace Tradepost.IntegrationTests.Shipping;

/// <summary>From the shelf to the door.</summary>
public sealed class ShipOrderTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task A_paid_order_ships_whole_with_a_number_of_ours_and_arrives()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await Paid(client, 3);
        var handing = new { carrier = "Parcel Post", service = "Express" };
        var parcel = (await admin.Post($"admin/orders/{order.Id}/shipments", handing)).Is(201).Json;
        Assert.True(TrackingNumber.IsValid(parcel.Text("trackingNumber")));
        Assert.Equal(("inTransit", 3), (parcel.Text("status"), parcel["lines"]![0]!["quantity"]!.GetValue<int>()));
        var seen = (await client.Order(order)).Json;
        Assert.Equal("shipped", seen.Text("status"));
        Assert.Equal(parcel.Text("trackingNumber"), seen["shipments"]![0]!.Text("trackingNumber"));
        Assert.Equal(3, seen["lines"]![0]!["shipped"]!.GetValue<int>());
        var delivered = (await admin.Post($"admin/shipments/{parcel.Text("id")}/delivery")).Is(200).Json;
        Assert.Equal("delivered", delivered.Text("status"));
        Assert.Equal(["inTransit", "delivered"], delivered["events"]!.AsArray().Select(happened => happened!.Text("status")));
        Assert.Equal("delivered", (await client.Order(order)).Json.Text("status"));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Parcels_may_go_one_by_one_and_the_order_is_delivered_with_the_last()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await Paid(client, 3);
        var first = (await Ship(admin, order, 1)).Is(201).Json.Text("id");
        Assert.Equal("processing", (await client.Order(order)).Json.Text("status"));
        (await admin.Post($"admin/shipments/{first}/delivery")).Is(200);
        Assert.Equal("processing", (await client.Order(order)).Json.Text("status"));
        var second = (await Ship(admin, order, 2)).Is(201).Json.Text("id");
        Assert.Equal("shipped", (await client.Order(order)).Json.Text("status"));
        (await admin.Post($"admin/shipments/{second}/delivery")).Is(200);
        var seen = (await client.Order(order)).Json;
        Assert.Equal("delivered", seen.Text("status"));
        string[] events = ["placed", "paid", "confirmed", "partlyShipped", "parcelDelivered", "shipped", "parcelDelivered", "delivered"];
        Assert.Equal(events, seen.Events());
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task More_than_is_left_is_refused_and_ships_nothing()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await Paid(client, 3);
        (await Ship(admin, order, 2)).Is(201);
        var refused = (await Ship(admin, order, 2)).Is(409);
        Assert.Equal("shipping.too_many", refused.Code);
        Assert.Equal(1, refused.Json["lines"]![0]!["unshipped"]!.GetValue<int>());
        Assert.Single((await client.Order(order)).Json["shipments"]!.AsArray());
    }

    [Fact]
    public async Task Ten_clerks_at_once_ship_an_order_once()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await Paid(client, 3);
        var all = Enumerable.Range(0, 10).Select(_ => admin.Post($"admin/orders/{order.Id}/shipments", new { carrier = "X" }));
        var answers = await Task.WhenAll(all);
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.Equal(9, answers.Count(answer => answer is { Status: 409, Code: "shipping.not_shippable" }));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_parcel_told_twice_to_have_arrived_arrived_once()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await Paid(client, 1);
        var parcel = (await Ship(admin, order, 1)).Json.Text("id");
        var first = (await admin.Post($"admin/shipments/{parcel}/delivery")).Is(200);
        Assert.Equal(first.Text, (await admin.Post($"admin/shipments/{parcel}/delivery")).Is(200).Text);
        Assert.Single((await client.Order(order)).Json.Events(), happened => happened == "delivered");
    }

    [Fact]
    public async Task Cash_is_booked_when_the_last_parcel_arrives()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId, 2, "cod");
        await client.OrderOnceIt(order, "processing", "pending");
        var first = (await Ship(admin, order, 1)).Is(201).Json.Text("id");
        var second = (await Ship(admin, order, 1)).Is(201).Json.Text("id");
        (await admin.Post($"admin/shipments/{first}/delivery")).Is(200);
        Assert.Equal("pending", (await client.Order(order)).Json["payment"]!.Text("status"));
        (await admin.Post($"admin/shipments/{second}/delivery")).Is(200);
        var seen = (await client.Order(order)).Json;
        Assert.Equal(("delivered", "paid"), (seen.Text("status"), seen["payment"]!.Text("status")));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task An_unpaid_order_is_not_shipped()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        Assert.Equal("shipping.not_shippable", (await Ship(await shop.AdminClient(), order, 1)).Is(409).Code);
    }

    [Fact]
    public async Task Faulty_parcels_are_refused_field_by_field()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await Paid(client, 1);
        var lineId = order.Answer.Json["lines"]![0]!.Text("id");
        var path = $"admin/orders/{order.Id}/shipments";
        Assert.Equal(["carrier"], (await admin.Post(path, new { })).Is(400).Faulty);
        Assert.Equal(["lines"], (await admin.Post(path, new { carrier = "X", lines = Array.Empty<object>() })).Is(400).Faulty);
        var none = new { carrier = "X", lines = new[] { new { lineId, quantity = 0 } } };
        Assert.Equal(["lines[0].quantity"], (await admin.Post(path, none)).Is(400).Faulty);
        var strange = new { carrier = "X", lines = new[] { new { lineId = Guid.CreateVersion7().ToString(), quantity = 1 } } };
        Assert.Equal(["lines[0].lineId"], (await admin.Post(path, strange)).Is(400).Faulty);
        var twice = new { carrier = "X", lines = new[] { new { lineId, quantity = 1 }, new { lineId, quantity = 1 } } };
        Assert.Equal(["lines"], (await admin.Post(path, twice)).Is(400).Faulty);
        var nobody = Guid.CreateVersion7();
        Assert.Equal("orders.not_found", (await admin.Post($"admin/orders/{nobody}/shipments", new { carrier = "X" })).Is(404).Code);
        Assert.Equal("shipping.not_found", (await admin.Post($"admin/shipments/{nobody}/delivery")).Is(404).Code);
    }

    private async Task<Placed> Paid(HttpClient client, int quantity)
    {
        var order = await client.Order((await shop.Product(stock: 5)).VariantId, quantity);
        (await client.Pay(order, Buying.Pays)).Is(200);
        return order;
    }

    private static Task<Answer> Ship(HttpClient admin, Placed order, int quantity)
    {
        var lineId = order.Answer.Json["lines"]![0]!.Text("id");
        var handing = new { carrier = "Parcel Post", lines = new[] { new { lineId, quantity } } };
        return admin.Post($"admin/orders/{order.Id}/shipments", handing);
    }
}
