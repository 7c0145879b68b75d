using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Shop;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Payments.Providers;

/// <summary>A shop that takes PayPal besides the demo's card.</summary>
public sealed class PayPalShop(TestCluster cluster) : ProviderShop(cluster), IAsyncDisposable
{
    internal PayPalServer PayPal { get; } = new();

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string> Keys => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PayPal:ClientId"] = "client", ["PayPal:Secret"] = "secret", ["PayPal:WebhookId"] = PayPalServer.WebhookId,
        ["PayPal:BaseUrl"] = PayPal.Address,
    };

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await PayPal.DisposeAsync();
    }
}

/// <summary>Whole purchases over HTTP against a server that speaks PayPal's protocol.</summary>
public sealed class PayPalTests(PayPalShop shop) : IClassFixture<PayPalShop>
{
    private static readonly (string Name, string Value)[] Signed =
    [
        ("Paypal-Transmission-Sig", "signed"), ("Paypal-Transmission-Id", "t1"), ("Paypal-Auth-Algo", "SHA256withRSA"),
        ("Paypal-Cert-Url", "https://api.paypal.com/cert"), ("Paypal-Transmission-Time", "2026-01-01T00:00:00Z"),
    ];

    [Fact]
    public async Task The_buyer_approves_at_paypal_and_comes_back_to_a_paid_order()
    {
        using var client = shop.Client();
        var (order, payment, paypal) = await Started(client);
        Assert.Equal(("redirect", $"https://www.paypal.com/checkoutnow?token={paypal.Text("id")}"),
            (payment["nextAction"]!.Text("type"), payment["nextAction"]!.Text("url")));
        Assert.Equal("pending", (await client.ComeBack(order, payment)).Is(200).Json.Text("status"));
        PayPalServer.BuyerApproves(paypal);
        Assert.Equal("paid", (await client.ComeBack(order, payment)).Is(200).Json.Text("status"));
        Assert.Equal(89, await shop.Number($"select fee_minor from payments.payment_attempts where order_id = {order.OrderId}"));
        Assert.Equal(1, shop.PayPal.Tokens);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_buyer_who_never_comes_back_pays_by_webhook_and_a_lost_capture_takes_once()
    {
        using var client = shop.Client();
        var (order, _, paypal) = await Started(client);
        PayPalServer.BuyerApproves(paypal);
        shop.PayPal.LoseAnswers(1);
        var report = shop.PayPal.Event("CHECKOUT.ORDER.APPROVED", paypal);
        (await client.Webhook("paypal", report, Signed)).Is(200);
        await client.OrderOnceIt(order, "processing", "paid");
        (await client.Webhook("paypal", report, Signed)).Is(200);
        var done = shop.PayPal.Event("PAYMENT.CAPTURE.COMPLETED", Related(paypal));
        (await client.Webhook("paypal", done, Signed)).Is(200);
        Assert.Single((await client.Order(order)).Json.Events(), happened => happened == "paid");
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_report_paypal_does_not_know_of_is_refused()
    {
        using var client = shop.Client();
        var (order, _, paypal) = await Started(client);
        PayPalServer.BuyerApproves(paypal);
        var forged = new JsonObject { ["id"] = "WH-FORGED", ["event_type"] = "CHECKOUT.ORDER.APPROVED", ["resource"] = paypal.DeepClone() };
        (await client.Webhook("paypal", forged.ToJsonString(), Signed)).Is(400);
        (await client.Webhook("paypal", shop.PayPal.Event("CHECKOUT.ORDER.APPROVED", paypal))).Is(400);
        Assert.Equal("pendingPayment", (await client.Order(order)).Json.Text("status"));
    }

    [Fact]
    public async Task A_declined_card_at_paypal_leads_the_buyer_back_there()
    {
        using var client = shop.Client();
        var (order, payment, paypal) = await Started(client);
        PayPalServer.BuyerApproves(paypal);
        shop.PayPal.DeclineNext = true;
        var declined = (await client.ComeBack(order, payment)).Is(200).Json;
        Assert.Equal(("failed", "redirect"), (declined.Text("status"), declined["nextAction"]!.Text("type")));
        (await client.ComeBack(order, payment)).Is(200);
        await client.OrderOnceIt(order, "processing", "paid");
    }

    [Fact]
    public async Task A_buyer_who_changes_to_the_card_is_never_charged_at_paypal()
    {
        using var client = shop.Client();
        var (order, _, paypal) = await Started(client);
        (await client.Pay(order, Buying.Pays)).Is(200);
        PayPalServer.BuyerApproves(paypal);
        (await client.Webhook("paypal", shop.PayPal.Event("CHECKOUT.ORDER.APPROVED", paypal), Signed)).Is(200);
        await client.OrderOnceIt(order, "processing", "paid");
        Assert.Equal("APPROVED", paypal.Text("status"));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Held_money_is_taken_on_shipment_refunded_in_part_or_let_go()
    {
        var settings = shop.Services.GetRequiredService<ShopSettings>();
        settings.Change(facts => facts with { Payments = new() { Capture = CaptureTime.OnShipment } });
        using var client = shop.Client();
        var (taken, payment, first) = await Started(client);
        var (dropped, other, second) = await Started(client);
        settings.Change(facts => facts with { Payments = new() });
        PayPalServer.BuyerApproves(first);
        PayPalServer.BuyerApproves(second);
        Assert.Equal("authorized", (await client.ComeBack(taken, payment)).Is(200).Json.Text("status"));
        Assert.Equal("authorized", (await client.ComeBack(dropped, other)).Is(200).Json.Text("status"));
        var admin = await shop.AdminClient();
        (await admin.Post($"admin/orders/{taken.Id}/shipments", new { carrier = "Demo" })).Is(201);
        await client.OrderOnceIt(taken, "shipped", "paid");
        var back = new { amount = new { minor = 100, currency = "USD" }, reason = "Scratched" };
        (await admin.Post($"admin/orders/{taken.Id}/refunds", back)).Is(201);
        Assert.Equal("1.00", Assert.Single(shop.PayPal.Refunds)["amount"]!.Text("value"));
        (await client.Post($"orders/{dropped.Id}/cancellation", new { }, dropped.Key)).Is(200);
        await Eventually.Is(
            () => Task.FromResult(second["purchase_units"]![0]!["payments"]!["authorizations"]![0]!.Text("status")),
            status => status == "VOIDED", "let go");
        await shop.NothingIsWrong();
    }

    // What a report about a capture looks like: it names the attempt and the order it belongs to.
    private static JsonObject Related(JsonObject paypal) => new()
    {
        ["id"] = "PAY", ["custom_id"] = paypal["purchase_units"]![0]!["custom_id"]!.DeepClone(),
        ["supplementary_data"] = new JsonObject { ["related_ids"] = new JsonObject { ["order_id"] = paypal.Text("id") } },
    };

    private async Task<(Placed Order, JsonNode Payment, JsonObject PayPal)> Started(HttpClient client)
    {
        var order = await client.Order((await shop.Product(stock: 5)).VariantId, method: "paypal");
        var payment = (await client.PayBy(order, "paypal")).Is(200).Json;
        return (order, payment, shop.PayPal.OrderOf(await shop.Attempt(order)));
    }
}
