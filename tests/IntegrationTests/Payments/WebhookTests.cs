using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.DemoGateway.Webhooks;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Payments;

/// <summary>Reports of the provider: genuine, forged, late, again, and about things nobody knows.</summary>
public sealed class WebhookTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_genuine_report_of_a_capture_pays_the_order_and_a_replay_changes_nothing()
    {
        using var client = shop.Client();
        var order = await Challenged(client);
        var report = await Report(order, "succeeded");
        foreach (var _ in Enumerable.Range(0, 3))
        {
            (await Send(client, report)).Is(200);
        }

        var seen = (await client.OrderOnceIt(order, "processing", "paid")).Json;
        Assert.Equal(["placed", "paid", "confirmed"], seen.Events());
        Assert.Equal(1, await Count($"select count(*)::int from payments.ledger_transactions where order_id = {order.OrderId}"));
    }

    [Fact]
    public async Task Ten_deliveries_at_once_are_recorded_once()
    {
        using var client = shop.Client();
        var order = await Challenged(client);
        var report = await Report(order, "succeeded");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Send(client, report)));
        Assert.All(answers, answer => answer.Is(200));
        await client.OrderOnceIt(order, "processing", "paid");
        Assert.Equal(1, await Count($"select count(*)::int from payments.ledger_transactions where order_id = {order.OrderId}"));
    }

    [Fact]
    public async Task Reports_in_the_wrong_order_end_the_same()
    {
        using var client = shop.Client();
        var order = await Challenged(client);
        (await Send(client, await Report(order, "declined"))).Is(200);
        (await Send(client, await Report(order, "succeeded"))).Is(200);
        (await Send(client, await Report(order, "challenge"))).Is(200);
        (await Send(client, await Report(order, "declined"))).Is(200);
        await client.OrderOnceIt(order, "processing", "paid");
    }

    [Fact]
    public async Task A_forged_report_is_refused_and_leaves_no_trace()
    {
        using var client = shop.Client();
        var order = await Challenged(client);
        var report = await Report(order, "succeeded");
        var before = await Count($"select count(*)::int from payments.webhook_inbox");
        string[] forged =
        [
            "", "t=1,v1=00", Signature.Of(report, "guessed", Now), Signature.Of(report + " ", Secret, Now),
            Signature.Of(report, Secret, Now.AddMinutes(-10)), Signature.Of(report, Secret, Now.AddMinutes(10)),
        ];
        foreach (var signature in forged)
        {
            Assert.Equal("webhooks.bad_signature", (await Send(client, report, signature)).Is(400).Code);
        }

        Assert.Equal(before, await Count($"select count(*)::int from payments.webhook_inbox"));
        Assert.Equal("pendingPayment", (await client.Order(order)).Json.Text("status"));
    }

    [Fact]
    public async Task A_report_of_another_amount_is_noted_and_pays_nothing()
    {
        using var client = shop.Client();
        var order = await Challenged(client);
        var report = JsonNode.Parse(await Report(order, "succeeded"))!;
        report["data"]!["amount"]!["minor"] = 1;
        (await Send(client, report.ToJsonString())).Is(200);
        var seen = (await client.Order(order)).Json;
        Assert.Equal("pendingPayment", seen.Text("status"));
        Assert.Contains("paymentMismatch", seen.Events());
        Assert.Equal(1, await Count($"select count(*)::int from payments.webhook_inbox where outcome = 'refused: another amount'"));
    }

    [Theory]
    [InlineData("""{"id":"evt_a","data":{"attemptId":"019ab000-0000-7000-8000-0000000000ff","status":"succeeded"}}""")]
    [InlineData("""{"id":"evt_b","type":"something.new"}""")]
    [InlineData("""{"id":"evt_c","data":{"status":"succeeded"}}""")]
    public async Task Reports_about_nothing_we_know_are_taken_and_put_aside(string report)
    {
        using var client = shop.Client();
        (await Send(client, report)).Is(200);
        var id = JsonNode.Parse(report)!.Text("id");
        var done = await Count($"select count(*)::int from payments.webhook_inbox where event_id = {id} and processed_at is not null");
        Assert.Equal(1, done);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"id":"evt_d","data":{"attemptId":"no uuid"}}""")]
    public async Task Genuine_nonsense_is_malformed(string report)
    {
        using var client = shop.Client();
        (await Send(client, report)).Is(400);
    }

    [Fact]
    public async Task An_unknown_provider_and_an_oversize_report_are_refused()
    {
        using var client = shop.Client();
        (await client.Post("webhooks/nobody", new { })).Is(404);
        (await client.Post("webhooks/cod", new { })).Is(404);
        (await Send(client, new string(' ', 70_000))).Is(413);
    }

    private string Secret => shop.Services.GetRequiredService<IConfiguration>()["DemoGateway:WebhookSecret"]!;

    private Task<Answer> Send(HttpClient client, string report, string? signature = null) => client.Post(
        "webhooks/demo", new StringContent(report, Encoding.UTF8, "application/json"),
        (Signature.Header, signature ?? Signature.Of(report, Secret, Now)));

    private async Task<Placed> Challenged(HttpClient client)
    {
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        (await client.Pay(order, Buying.Challenged)).Is(200);
        return order;
    }

    // What the gateway would write, were the charge in that state.
    private async Task<string> Report(Placed order, string status)
    {
        var (attempt, reference) = await shop.Db.Row(
            $"select id::text, provider_reference from payments.payment_attempts where order_id = {order.OrderId}",
            row => (row.GetString(0), row.GetString(1)), TestContext.Current.CancellationToken);
        var data = new JsonObject
        {
            ["id"] = reference, ["attemptId"] = attempt, ["status"] = status,
            ["amount"] = order.Answer.Json["totals"]!["total"]!.DeepClone(),
        };
        return new JsonObject { ["id"] = $"evt_{Buying.NewKey()}", ["type"] = $"charge.{status}", ["data"] = data }.ToJsonString();
    }

    private async Task<int> Count(Platform.Data.SqlText sql) =>
        await shop.Db.Row(sql, row => row.GetInt32(0), TestContext.Current.CancellationToken);
}
