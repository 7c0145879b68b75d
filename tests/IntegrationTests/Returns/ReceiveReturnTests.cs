using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tradepost.Contracts.Inventory;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Returns;

/// <summary>Goods come back: stock and money follow, once.</summary>
public sealed class ReceiveReturnTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task Units_go_back_to_the_shelf_and_what_was_paid_for_them_to_the_customer()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Delivered(client);
        var id = await shop.Approved(client, order, 2);
        var before = await OnHand(order);
        var expected = (await admin.Post($"admin/returns/{id}/receipt/quote", order.Found(2))).Is(200).Json.Minor("refund");
        var closed = (await admin.Post($"admin/returns/{id}/receipt", order.Found(2))).Is(200).Json;
        Assert.Equal(("closed", expected), (closed.Text("status"), closed["decided"]!.Minor("refund")));
        Assert.Equal(order.Worth() * 2 / 3, expected);
        Assert.Equal(before + 2, await OnHand(order));
        var seen = (await client.Order(order)).Json;
        Assert.Equal(("partiallyRefunded", expected), (seen["payment"]!.Text("status"), seen["payment"]!.Minor("refunded")));
        Assert.Equal(2, seen["lines"]![0]!["refunded"]!.GetValue<int>());
        string[] steps = ["requested", "approved", "received", "inspected", "closed"];
        var shown = (await client.Get($"returns/{id}", order.Key)).Json;
        Assert.Equal(steps, shown.Events());
        Assert.DoesNotContain("@", shown["timeline"]!.ToJsonString(), StringComparison.Ordinal);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Returns_one_by_one_give_back_exactly_what_was_paid()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Delivered(client, 3, 3333);
        var sum = 0L;
        foreach (var _ in Enumerable.Range(0, 3))
        {
            var id = await shop.Approved(client, order, 1);
            sum += (await admin.Post($"admin/returns/{id}/receipt", order.Found(1))).Is(200).Json["decided"]!.Minor("refund");
        }

        Assert.Equal(order.Worth(), sum);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task What_cannot_be_sold_again_is_written_off_and_a_part_may_go_back()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Delivered(client);
        var id = await shop.Approved(client, order, 1, "changedMind");
        var before = await OnHand(order);
        var worth = (await admin.Post($"admin/returns/{id}/receipt/quote", order.Found(1))).Is(200).Json.Minor("worth");
        var tooMuch = (await admin.Post($"admin/returns/{id}/receipt", order.Found(1, "part", worth + 1, restock: false))).Is(409);
        Assert.Equal("returns.refund_out_of_range", tooMuch.Code);
        var closed = (await admin.Post($"admin/returns/{id}/receipt", order.Found(1, "part", 700, restock: false))).Is(200).Json;
        Assert.Equal(("part", 700), (closed["decided"]!.Text("decision"), closed["decided"]!.Minor("refund")));
        Assert.Equal(before, await OnHand(order));
        Assert.Equal(700, (await client.Order(order)).Json["payment"]!.Minor("refunded"));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Nothing_may_go_back_and_then_no_refund_is_written()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Delivered(client);
        var id = await shop.Approved(client, order, 1, "changedMind");
        (await admin.Post($"admin/returns/{id}/receipt")).Is(200);
        var closed = (await admin.Post($"admin/returns/{id}/receipt", order.Found(1, "none"))).Is(200).Json;
        Assert.Equal(0, closed["decided"]!.Minor("refund"));
        Assert.Equal("paid", (await client.Order(order)).Json["payment"]!.Text("status"));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task What_was_not_in_the_parcel_may_be_returned_later()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Delivered(client);
        var id = await shop.Approved(client, order, 3);
        Assert.Equal("returns.too_many", (await admin.Post($"admin/returns/{id}/receipt", order.Found(4))).Is(409).Code);
        (await admin.Post($"admin/returns/{id}/receipt", order.Found(1))).Is(200);
        Assert.Equal("returns.too_many", (await client.AskReturn(order, 3)).Is(409).Code);
        (await client.AskReturn(order, 2)).Is(201);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Of_ten_receipts_at_once_one_counts()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Delivered(client);
        var id = await shop.Approved(client, order, 2);
        var before = await OnHand(order);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => admin.Post($"admin/returns/{id}/receipt", order.Found(2))));
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(9, answers.Count(answer => answer is { Status: 409, Code: "returns.wrong_state" }));
        Assert.Equal(before + 2, await OnHand(order));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Of_a_receipt_and_a_cancellation_at_once_one_happens()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        foreach (var _ in Enumerable.Range(0, 5))
        {
            var order = await shop.Delivered(client, 1);
            var id = await shop.Approved(client, order, 1);
            var receipt = admin.Post($"admin/returns/{id}/receipt", order.Found(1));
            var cancellation = client.Post($"returns/{id}/cancellation", null, order.Key);
            var statuses = new[] { (await receipt).Status, (await cancellation).Status };
            Assert.Equal([200, 409], statuses.Order());
        }

        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_refund_of_the_same_units_by_staff_and_a_return_never_pay_twice()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Delivered(client, 2);
        var id = await shop.Approved(client, order, 2);
        var refund = new { lines = new[] { new { lineId = order.Line(), quantity = 1 } }, reason = "Goodwill" };
        var all = await Task.WhenAll(
            admin.Post($"admin/orders/{order.Id}/refunds", refund), admin.Post($"admin/returns/{id}/receipt", order.Found(2)));
        Assert.Equal(200, all[1].Status);
        Assert.Equal(order.Worth(), (await client.Order(order)).Json["payment"]!.Minor("refunded"));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task The_database_refuses_what_the_rules_forbid()
    {
        using var client = shop.Client();
        var order = await shop.Delivered(client);
        var id = Guid.Parse((await client.AskReturn(order, 1)).Is(201).Json.Text("id"));
        await Refused($"update returns.returns set status = 'received' where id = '{id}'");
        await Refused($"update returns.returns set comment = 'else' where id = '{id}'");
        await Refused($"delete from returns.returns where id = '{id}'");
        await Refused($"update returns.return_lines set quantity = 2 where return_id = '{id}'");
        await Refused($"update returns.held_units set held = 4 where order_id = '{order.Id}'");
        await Refused($"delete from returns.return_events where return_id = '{id}'");
    }

    private async Task Refused(string sql)
    {
        await using var command = shop.Db.Source.CreateCommand(sql);
        await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    private async Task<int> OnHand(Placed order)
    {
        var variant = new VariantId(Guid.Parse(order.Answer.Json["lines"]![0]!.Text("variantId")));
        var inventory = shop.Services.GetRequiredService<IInventory>();
        return (await inventory.OnHand([variant], TestContext.Current.CancellationToken))[variant];
    }
}
