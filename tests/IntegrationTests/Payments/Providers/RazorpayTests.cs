using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Payments.Providers;

/// <summary>A shop that takes cards by Razorpay.</summary>
public sealed class RazorpayShop(TestCluster cluster) : ProviderShop(cluster), IAsyncDisposable
{
    internal RazorpayServer Razorpay { get; } = new();

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string> Keys => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Razorpay:KeyId"] = "rzp_test_key", ["Razorpay:KeySecret"] = RazorpayServer.KeySecret,
        ["Razorpay:WebhookSecret"] = RazorpayServer.WebhookSecret, ["Razorpay:BaseUrl"] = Razorpay.Address,
    };

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await Razorpay.DisposeAsync();
    }
}

/// <summary>Whole purchases over HTTP against a server that speaks Razorpay's protocol.</summary>
public sealed class RazorpayTests(RazorpayShop shop) : IClassFixture<RazorpayShop>
{
    [Fact]
    public async Task Upi_is_offered_for_rupees_only()
    {
        using var client = shop.Client();
        Assert.DoesNotContain((await client.Get("payment-methods")).Json.AsArray(), method => method!.Text("id") == "upi");
        var rupees = (await client.Get("payment-methods?currency=INR")).Is(200).Json.AsArray();
        var upi = rupees.Single(method => method!.Text("id") == "upi")!;
        Assert.Equal("rzp_test_key", upi["settings"]!.Text("keyId"));
        (await client.Get("payment-methods?currency=XYZ")).Is(400);
    }

    [Fact]
    public async Task A_buyer_with_razorpays_proof_has_paid_and_one_with_a_forged_one_has_not()
    {
        using var client = shop.Client();
        var (order, payment, razorpay) = await Started(client);
        Assert.Equal(("confirm", "razorpay", razorpay.Text("id")), (payment["nextAction"]!.Text("type"),
            payment["nextAction"]!.Text("provider"), payment["nextAction"]!.Text("clientSecret")));
        var held = shop.Razorpay.BuyerPays(razorpay);
        Assert.Equal("payments.bad_confirmation",
            (await client.ComeBack(order, payment, RazorpayServer.Proof(held, "guessed"))).Is(400).Code);
        Assert.Equal("authorized", held.Text("status"));
        (await client.ComeBack(order, payment, RazorpayServer.Proof(held))).Is(200);
        await client.OrderOnceIt(order, "processing", "paid");
        Assert.Equal("captured", held.Text("status"));
        Assert.Equal(47, await shop.Number($"select fee_minor from payments.payment_attempts where order_id = {order.OrderId}"));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_webhook_pays_after_a_failed_try_and_a_lost_answer_takes_once()
    {
        using var client = shop.Client();
        var (order, _, razorpay) = await Started(client);
        var failed = shop.Razorpay.BuyerPays(razorpay, "failed");
        (await Send(client, RazorpayServer.Event("payment.failed", failed), "e1")).Is(200);
        var seen = (await client.OrderOnceIt(order, "pendingPayment", "failed")).Json;
        Assert.Equal("insufficient_funds", seen["payment"]!.Text("declineReason"));
        var held = shop.Razorpay.BuyerPays(razorpay);
        shop.Razorpay.LoseAnswers(1);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await Send(client, RazorpayServer.Event("payment.authorized", held), "e2")).Is(200);
        }

        await client.OrderOnceIt(order, "processing", "paid");
        var forged = RazorpayServer.Event("payment.captured", held);
        (await client.Webhook("razorpay", forged, ("X-Razorpay-Signature", RazorpayServer.Hmac("guessed", forged)))).Is(400);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_lost_order_is_found_again_by_its_receipt_and_a_refund_is_given_once()
    {
        using var client = shop.Client();
        shop.Razorpay.LoseAnswers(1);
        var (order, payment, razorpay) = await Started(client);
        var held = shop.Razorpay.BuyerPays(razorpay);
        await shop.AskNow(order);
        await client.OrderOnceIt(order, "processing", "paid");
        Assert.Equal("captured", held.Text("status"));
        shop.Razorpay.LoseAnswers(1);
        var admin = await shop.AdminClient();
        (await admin.Post($"admin/orders/{order.Id}/refunds", new { reason = "All of it" })).Is(201);
        await client.OrderOnceIt(order, "processing", "refunded");
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_payment_of_another_amount_is_not_taken()
    {
        using var client = shop.Client();
        var (order, payment, razorpay) = await Started(client);
        var held = shop.Razorpay.BuyerPays(razorpay, amount: 1);
        (await client.ComeBack(order, payment, RazorpayServer.Proof(held))).Is(200);
        Assert.Equal("authorized", held.Text("status"));
        Assert.Contains("paymentMismatch", (await client.Order(order)).Json.Events());
    }

    private static Task<Answer> Send(HttpClient client, string report, string id) => client.Webhook(
        "razorpay", report, ("X-Razorpay-Signature", RazorpayServer.Hmac(RazorpayServer.WebhookSecret, report)),
        ("X-Razorpay-Event-Id", id));

    private async Task<(Placed Order, JsonNode Payment, JsonObject Razorpay)> Started(HttpClient client)
    {
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var payment = (await client.PayBy(order, "card")).Is(200).Json;
        return (order, payment, shop.Razorpay.OrderOf(await shop.Attempt(order)));
    }
}
