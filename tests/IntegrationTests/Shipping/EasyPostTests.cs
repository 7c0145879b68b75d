using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Buying;
using Tradepost.Shipping.Couriers.EasyPost;

namespace Tradepost.IntegrationTests.Shipping;

/// <summary>Labels of EasyPost, whatever goes wrong on the way, and its reports in whatever order they come.</summary>
public sealed class EasyPostTests(CourierShop shop) : IClassFixture<CourierShop>
{
    private const string Out = "out_for_delivery";

    [Fact]
    public async Task A_label_is_bought_once_printed_handed_over_and_followed_to_the_door()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Paid(client, 2);
        var rates = (await admin.Post($"admin/orders/{order.Id}/shipping-rates", new { })).Is(200).Json;
        var quote = rates["couriers"]!.AsArray().Single(some => some!.Text("courier") == "easypost")!;
        Assert.Equal(["USPS/Priority", "UPS/Ground"], quote["rates"]!.AsArray().Select(rate => rate!.Text("service")));
        Assert.Equal(1000, rates["weightGrams"]!.GetValue<int>());
        var parcel = (await admin.Buy(order, "EasyPost", "UPS/Ground")).Is(201).Json;
        Assert.Equal(("packed", "UPS", "Ground"), (parcel.Text("status"), parcel.Text("carrier"), parcel.Text("service")));
        Assert.Equal(1130, parcel.Minor("cost"));
        Assert.Equal("processing", (await client.Order(order)).Json.Text("status"));
        Assert.Empty((await client.Order(order)).Json["shipments"]!.AsArray());
        Assert.Equal("shipping.nothing_left", (await admin.Buy(order, "easypost")).Is(409).Code);
        (await admin.Post($"admin/shipments/{parcel.Text("id")}/handover")).Is(200);
        (await admin.Post($"admin/shipments/{parcel.Text("id")}/handover")).Is(200);
        Assert.Equal("shipped", (await client.Order(order)).Json.Text("status"));
        var number = parcel.Text("trackingNumber");
        await Report(EasyPostServer.Event("evt_door", number, (Out, EasyPostServer.In(1), "On the van"),
            ("delivered", EasyPostServer.In(2), "Delivered, front door")));
        var seen = (await client.Order(order)).Json;
        Assert.Equal("delivered", seen.Text("status"));
        Assert.Equal("PORTLAND, OR, US", seen["shipments"]![0]!["events"]![1]!.Text("place"));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task An_answer_that_is_lost_after_the_label_was_paid_for_buys_no_second_one()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Paid(client, town: "Lostville");
        var parcel = (await admin.Buy(order, "easypost")).Is(201).Json;
        Assert.Equal("buying", parcel.Text("status"));
        Assert.Equal("shipping.nothing_left", (await admin.Buy(order, "easypost")).Is(409).Code);
        await Settle(parcel.Text("id"));
        var found = Assert.Single(await admin.Parcels(order))!;
        Assert.Equal("packed", found.Text("status"));
        var shipment = shop.EasyPost.Of(parcel.Text("id"));
        Assert.Equal(1, shop.EasyPost.Paid[shipment.Text("id")]);
        Assert.Equal(shipment.Text("tracking_code"), found.Text("trackingNumber"));
    }

    [Theory]
    [InlineData("Nowhere", "Unable to verify address.")]
    [InlineData("Poorville", "Add money to your account.")]
    public async Task What_the_courier_refuses_is_said_in_its_words_and_can_be_packed_again(string town, string reason)
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Paid(client, town: town);
        var refused = (await admin.Buy(order, "easypost")).Is(409);
        Assert.Equal(("shipping.courier_refused", reason), (refused.Code, refused.Json.Text("reason")));
        Assert.Equal("voided", Assert.Single(await admin.Parcels(order))!.Text("status"));
        (await admin.Buy(order, "Parcel Post")).Is(201);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_label_goes_back_unless_the_carrier_keeps_it()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Paid(client);
        var id = (await admin.Buy(order, "easypost")).Is(201).Json.Text("id");
        Assert.Equal("voided", (await admin.Post($"admin/shipments/{id}/void")).Is(200).Json.Text("status"));
        Assert.Equal("shipping.not_packed", (await admin.Post($"admin/shipments/{id}/handover")).Is(409).Code);
        (await admin.Buy(order, "easypost")).Is(201);
        var kept = (await admin.Buy(await shop.Paid(client, town: "Keepsville"), "easypost")).Is(201).Json.Text("id");
        var still = (await admin.Post($"admin/shipments/{kept}/void")).Is(200).Json;
        Assert.Equal(("packed", "The carrier does not take the label back."), (still.Text("status"), still.Text("problem")));
    }

    [Fact]
    public async Task A_cancelled_order_gives_its_label_back_by_itself()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Paid(client);
        (await admin.Buy(order, "easypost")).Is(201);
        (await client.Post($"orders/{order.Id}/cancellation", new { }, order.Key)).Is(200);
        await Eventually.Is(
            async () => (await admin.Parcels(order))[0]!.Text("status"), status => status == "voided", "the label is given back");
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Reports_out_of_order_and_told_twice_leave_one_history_and_the_newest_state()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Paid(client);
        var number = (await admin.Buy(order, "easypost")).Is(201).Json.Text("trackingNumber");
        var late = EasyPostServer.Event("evt_late", number, (Out, EasyPostServer.In(30), "On the van"));
        var early = EasyPostServer.Event("evt_early", number, ("in_transit", EasyPostServer.In(10), "Departed"));
        await Report(late);
        await Report(early);
        await Report(late);
        await Report(late.Replace("evt_late", "evt_again", StringComparison.Ordinal));
        var parcel = (await client.Order(order)).Json["shipments"]![0]!;
        Assert.Equal("outForDelivery", parcel.Text("status"));
        Assert.Equal(["Handed to USPS", "Departed", "On the van"], parcel["events"]!.AsArray().Select(some => some!.Text("description")));
        await Report(EasyPostServer.Event("evt_bad", number, ("failure", EasyPostServer.In(40), "Address unknown")));
        var seen = (await client.Order(order)).Json;
        Assert.Equal(("exception", "Address unknown"), (seen["shipments"]![0]!.Text("status"), seen["shipments"]![0]!.Text("problem")));
        Assert.Contains("parcelException", seen.Events());
        await Report(EasyPostServer.Event("evt_home", number, ("return_to_sender", EasyPostServer.In(50), "Returned")));
        Assert.Equal("returned", (await client.Order(order)).Json["shipments"]![0]!.Text("status"));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_report_without_the_right_signature_is_refused()
    {
        var body = EasyPostServer.Event("evt_forged", "1", ("delivered", EasyPostServer.In(0), "Delivered"));
        Assert.Equal(401, await Report(body, EasyPostSignature.Of(Encoding.UTF8.GetBytes(body), "wrong")));
        Assert.Equal(401, await Report(body, ""));
        Assert.Equal(401, await Report(body + " ", EasyPostSignature.Of(Encoding.UTF8.GetBytes(body), CourierShop.Secret)));
        Assert.Equal(404, await Report(body, "", "nobody"));
    }

    private async Task Settle(string parcel) =>
        await shop.Services.GetRequiredService<LabelDesk>().Settle(
            Id<Contracts.Kinds.Shipment>.Parse(parcel, null), CancellationToken.None);

    private async Task Report(string body) =>
        Assert.Equal(200, await Report(body, EasyPostSignature.Of(Encoding.UTF8.GetBytes(body), CourierShop.Secret)));

    private async Task<int> Report(string body, string signature, string courier = "easypost")
    {
        using var client = shop.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"webhooks/couriers/{courier}");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation(EasyPostSignature.Header, signature);
        using var answer = await client.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
