using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Returns;

/// <summary>Consumers in the European Union withdraw from a contract.</summary>
public sealed class WithdrawalTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task One_request_withdraws_and_is_confirmed_on_screen_and_by_mail()
    {
        using var client = shop.Client();
        var order = await shop.Delivered(client, toBerlin: true);
        var options = (await client.Get($"orders/{order.Id}/returns/options", order.Key)).Is(200).Json;
        Assert.True(options["withdrawal"]!["open"]!.GetValue<bool>());
        var made = (await client.Post($"orders/{order.Id}/withdrawal", null, order.Key)).Is(201).Json;
        Assert.Equal(("withdrawal", "approved"), (made.Text("kind"), made.Text("status")));
        Assert.Contains(order.Number, made.Text("statement"), StringComparison.Ordinal);
        Assert.Contains("Ida Buyer", made.Text("statement"), StringComparison.Ordinal);
        var again = (await client.Post($"orders/{order.Id}/withdrawal", null, order.Key)).Is(409);
        Assert.Equal("returns.too_many", again.Code);
        await Eventually.Is(
            () => Mails("contract_withdrawn"), found => found.Count == 1 && found[0].Contains(made.Text("statement")[..40], StringComparison.Ordinal),
            "a mail that confirms it");
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Whoever_withdraws_from_all_of_it_gets_the_delivery_back_too()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Delivered(client, 2, toBerlin: true);
        var id = (await client.Post($"orders/{order.Id}/withdrawal", null, order.Key)).Is(201).Json.Text("id");
        var total = order.Answer.Json["totals"]!.Minor("total");
        Assert.Equal(total, (await admin.Post($"admin/returns/{id}/receipt/quote", order.Found(2))).Is(200).Json.Minor("refund"));
        (await admin.Post($"admin/returns/{id}/receipt", order.Found(2))).Is(200);
        var payment = (await client.Order(order)).Json["payment"]!;
        Assert.Equal(("refunded", total), (payment.Text("status"), payment.Minor("refunded")));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Elsewhere_there_is_no_such_right()
    {
        using var client = shop.Client();
        var order = await shop.Delivered(client);
        Assert.Equal("returns.no_withdrawal", (await client.Post($"orders/{order.Id}/withdrawal", null, order.Key)).Is(409).Code);
    }

    [Fact]
    public async Task It_may_be_of_some_units_and_before_they_arrive_and_of_none_that_are_at_the_shop()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Paid(client, toBerlin: true);
        Assert.Equal("returns.too_many", (await client.Post($"orders/{order.Id}/withdrawal", null, order.Key)).Is(409).Code);
        var parcel = new { carrier = "Post", lines = new[] { new { lineId = order.Line(), quantity = 2 } } };
        (await admin.Post($"admin/orders/{order.Id}/shipments", parcel)).Is(201);
        var one = new { lines = new[] { new { lineId = order.Line(), quantity = 1 } } };
        (await client.Post($"orders/{order.Id}/withdrawal", one, order.Key)).Is(201);
        var rest = (await client.Post($"orders/{order.Id}/withdrawal", null, order.Key)).Is(201).Json;
        Assert.Equal(1, rest["lines"]![0]!["quantity"]!.GetValue<int>());
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Each_step_of_a_return_is_mailed()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Delivered(client);
        var id = await shop.Approved(client, order, 1);
        (await admin.Post($"admin/returns/{id}/receipt")).Is(200);
        (await admin.Post($"admin/returns/{id}/receipt", order.Found(1))).Is(200);
        var refused = (await client.AskReturn(order, 1)).Is(201).Json.Text("id");
        (await admin.Post($"admin/returns/{refused}/refusal", new { reason = "Worn in the rain" })).Is(200);
        foreach (var kind in new[] { "return_approved", "return_received", "return_closed", "return_refused" })
        {
            await Eventually.Is(() => Mails(kind), found => found.Count == 1, kind);
        }

        Assert.Contains("Worn in the rain", (await Mails("return_refused"))[0], StringComparison.Ordinal);
        Assert.Contains($"/returns/{id}?order={order.Id}#token=", (await Mails("return_approved"))[0], StringComparison.Ordinal);
        await Eventually.Is(() => Mails("return_requested"), found => found.Count == 2, "both requests");
    }

    private Task<List<string>> Mails(string kind) => shop.Db.Query(
        $"select plain from notifications.mails where kind = {kind}", row => row.GetString(0), TestContext.Current.CancellationToken);
}
