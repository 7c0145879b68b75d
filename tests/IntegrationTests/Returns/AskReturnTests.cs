using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Shop;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Returns;

/// <summary>Asking for a return, and what becomes of it before the goods are back.</summary>
public sealed class AskReturnTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task A_guest_asks_with_the_orders_key_and_the_order_tells_of_it()
    {
        using var client = shop.Client();
        var order = await shop.Delivered(client);
        var made = (await client.AskReturn(order, 2)).Is(201).Json;
        Assert.Equal("requested", made.Text("status"));
        var seen = (await client.Order(order)).Json;
        Assert.Equal((made.Text("id"), "requested"), (seen["returns"]![0]!.Text("id"), seen["returns"]![0]!.Text("status")));
        Assert.Equal(2, seen["returns"]![0]!["lines"]![0]!["quantity"]!.GetValue<int>());
        Assert.Contains("returnRequested", seen.Events());
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_stranger_is_told_there_is_nothing()
    {
        using var client = shop.Client();
        var order = await shop.Delivered(client);
        var id = (await client.AskReturn(order, 1)).Is(201).Json.Text("id");
        using var guest = shop.Client();
        var (stranger, _, _) = await shop.CustomerClient();
        foreach (var other in new[] { guest, stranger })
        {
            Assert.Equal("orders.not_found", (await other.Post($"orders/{order.Id}/returns", order.Wish(1))).Is(404).Code);
            Assert.Equal("orders.not_found", (await other.Get($"orders/{order.Id}/returns/options")).Is(404).Code);
            Assert.Equal("orders.not_found", (await other.Post($"orders/{order.Id}/withdrawal")).Is(404).Code);
            foreach (var answer in new[]
            {
                await other.Get($"returns/{id}"), await other.Post($"returns/{id}/cancellation"),
                await other.Post($"returns/{id}/dispatch"), await other.Get($"returns/{id}/label"),
                await other.Post($"returns/{id}/photos", new { }),
            })
            {
                Assert.Equal("returns.not_found", answer.Is(404).Code);
            }
        }

        stranger.Dispose();
    }

    [Fact]
    public async Task A_customer_finds_their_returns_in_a_list_of_their_own()
    {
        var (client, _, _) = await shop.CustomerClient();
        var order = await shop.Delivered(client);
        var id = (await client.AskReturn(order, 1)).Is(201).Json.Text("id");
        Assert.Equal(id, (await client.Get("me/returns")).Is(200).Json["items"]![0]!.Text("id"));
        var (other, _, _) = await shop.CustomerClient();
        Assert.Empty((await other.Get("me/returns")).Is(200).Json["items"]!.AsArray());
        client.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task Only_what_arrived_may_come_back_and_only_once()
    {
        using var client = shop.Client();
        var order = await shop.Paid(client);
        Assert.Equal("returns.nothing_arrived", (await client.AskReturn(order, 1)).Is(409).Code);
        await shop.Deliver(order, 2);
        var refused = (await client.AskReturn(order, 3)).Is(409);
        Assert.Equal(("returns.too_many", 2), (refused.Code!, refused.Json["lines"]![0]!["left"]!.GetValue<int>()));
        (await client.AskReturn(order, 2)).Is(201);
        Assert.Equal("returns.too_many", (await client.AskReturn(order, 1)).Is(409).Code);
        await shop.Deliver(order);
        (await client.AskReturn(order, 1)).Is(201);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Of_ten_who_ask_at_once_no_more_is_taken_than_was_bought()
    {
        using var client = shop.Client();
        var order = await shop.Delivered(client);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.AskReturn(order, 1)));
        Assert.Equal(3, answers.Count(answer => answer.Status == 201));
        Assert.Equal(7, answers.Count(answer => answer is { Status: 409, Code: "returns.too_many" }));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task The_same_key_asks_once()
    {
        using var client = shop.Client();
        var order = await shop.Delivered(client);
        var key = ("Idempotency-Key", Buying.NewKey());
        var first = (await client.Post($"orders/{order.Id}/returns", order.Wish(1), order.Key, key)).Is(201).Json.Text("id");
        var again = (await client.Post($"orders/{order.Id}/returns", order.Wish(1), order.Key, key)).Is(201).Json.Text("id");
        Assert.Equal(first, again);
        var other = (await client.Post($"orders/{order.Id}/returns", order.Wish(2), order.Key, key)).Is(409);
        Assert.Equal("idempotency.mismatch", other.Code);
    }

    [Fact]
    public async Task What_was_called_off_or_refused_may_be_asked_for_again()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Delivered(client);
        var first = (await client.AskReturn(order, 3)).Is(201).Json.Text("id");
        Assert.Equal("cancelled", (await client.Post($"returns/{first}/cancellation", null, order.Key)).Is(200).Json.Text("status"));
        var second = (await client.AskReturn(order, 3)).Is(201).Json.Text("id");
        Assert.Equal(["reason"], (await admin.Post($"admin/returns/{second}/refusal", new { })).Is(400).Faulty);
        var refused = (await admin.Post($"admin/returns/{second}/refusal", new { reason = "Worn" })).Is(200).Json;
        Assert.Equal(("refused", "Worn"), (refused.Text("status"), refused.Text("refuseReason")));
        Assert.Equal("returns.wrong_state", (await admin.Post($"admin/returns/{second}/approval")).Is(409).Code);
        Assert.Equal("returns.wrong_state", (await client.Post($"returns/{second}/cancellation", null, order.Key)).Is(409).Code);
        (await client.AskReturn(order, 3)).Is(201);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task The_window_conditions_and_fee_of_the_shop_are_told_before_one_asks()
    {
        using var client = shop.Client();
        var order = await shop.Delivered(client, price: 1000);
        using var settings = new Changed(shop, new() { WindowDays = 30, RestockingFeePercent = 10, Conditions = "Unworn" });
        var options = (await client.Get($"orders/{order.Id}/returns/options", order.Key)).Is(200).Json;
        Assert.Equal(("Unworn", 30), (options.Text("conditions"), options["days"]!.GetValue<int>()));
        Assert.True(options["open"]!.GetValue<bool>());
        Assert.Null(options["withdrawal"]);
        var mine = (await client.Post($"orders/{order.Id}/returns/quote", order.Wish(2), order.Key)).Is(200).Json;
        Assert.Equal((2000, 200, 1800), (mine.Minor("worth"), mine.Minor("fee"), mine.Minor("refund")));
        var yours = (await client.Post($"orders/{order.Id}/returns/quote", order.Wish(2, "damaged"), order.Key)).Is(200).Json;
        Assert.Equal((0, 2000, true), (yours.Minor("fee"), yours.Minor("refund"), yours["shopPays"]!.GetValue<bool>()));
        shop.Services.GetRequiredService<ShopSettings>().Change(facts => facts with { Returns = new() { WindowDays = 0 } });
        Assert.Equal("returns.window_closed", (await client.AskReturn(order, 1)).Is(409).Code);
        options = (await client.Get($"orders/{order.Id}/returns/options", order.Key)).Is(200).Json;
        Assert.Equal("returns.window_closed", options.Text("closedBecause"));
    }

    [Fact]
    public async Task Faulty_wishes_are_refused_field_by_field()
    {
        using var client = shop.Client();
        var order = await shop.Delivered(client);
        var path = $"orders/{order.Id}/returns";
        Assert.Equal(["lines"], (await client.Post(path, new { }, order.Key)).Is(400).Faulty);
        var faulty = new { lines = new[] { new { lineId = order.Line(), quantity = 0, reason = "withdrawal" } } };
        Assert.Equal(["lines[0].quantity", "lines[0].reason"], (await client.Post(path, faulty, order.Key)).Is(400).Faulty);
        var strange = new { lines = new[] { new { lineId = Guid.CreateVersion7(), quantity = 1, reason = "other" } } };
        Assert.Equal(["lines[0].lineId"], (await client.Post(path, strange, order.Key)).Is(400).Faulty);
    }

    [Fact]
    public async Task An_approved_return_has_a_label_when_the_shop_pays_the_way()
    {
        using var client = shop.Client();
        var order = await shop.Delivered(client);
        var id = await shop.Approved(client, order, 1, "damaged");
        Assert.True((await client.Get($"returns/{id}", order.Key)).Json["hasLabel"]!.GetValue<bool>());
        using var request = new HttpRequestMessage(HttpMethod.Get, $"returns/{id}/label");
        request.Headers.Add(order.Key.Name, order.Key.Value);
        using var label = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("application/pdf", label.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("%PDF-", await label.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var own = await shop.Approved(client, order, 1, "changedMind");
        Assert.Equal("returns.no_label", (await client.Get($"returns/{own}/label", order.Key)).Is(404).Code);
        var sent = new { carrier = "DHL", trackingNumber = "00340434" };
        var told = (await client.Post($"returns/{own}/dispatch", sent, order.Key)).Is(200).Json;
        Assert.Equal(("inTransit", "00340434"), (told.Text("status"), told["sent"]!.Text("trackingNumber")));
        Assert.Equal("returns.wrong_state", (await client.Post($"returns/{own}/cancellation", null, order.Key)).Is(409).Code);
    }

    [Fact]
    public async Task Staff_find_returns_by_state_order_and_name()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Delivered(client);
        var id = (await client.AskReturn(order, 1)).Is(201).Json.Text("id");
        Assert.Equal(id, (await admin.Get($"admin/returns?status=requested&q={order.Number}")).Is(200).Json["items"]![0]!.Text("id"));
        Assert.Empty((await admin.Get($"admin/returns?status=closed&orderId={order.Id}")).Is(200).Json["items"]!.AsArray());
        Assert.Equal(["orderId"], (await admin.Get("admin/returns?orderId=x")).Is(400).Faulty);
        var seen = (await admin.Get($"admin/returns/{id}")).Is(200).Json;
        Assert.Equal(["approve", "refuse"], seen["allowedActions"]!.AsArray().Select(action => action!.GetValue<string>()));
    }

    private sealed class Changed : IDisposable
    {
        private readonly ShopFixture shop;

        public Changed(ShopFixture shop, ReturnFacts facts)
        {
            this.shop = shop;
            Set(facts);
        }

        public void Dispose() => Set(new());

        private void Set(ReturnFacts facts) =>
            shop.Services.GetRequiredService<ShopSettings>().Change(all => all with { Returns = facts });
    }
}
