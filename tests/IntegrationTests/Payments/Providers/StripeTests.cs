using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Shop;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Payments.Providers;

/// <summary>A shop that takes cards by Stripe.</summary>
public sealed class StripeShop(TestCluster cluster) : ProviderShop(cluster), IAsyncDisposable
{
    internal StripeServer Stripe { get; } = new();

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string> Keys => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Stripe:SecretKey"] = StripeServer.SecretKey, ["Stripe:PublishableKey"] = "pk_test_tradepost",
        ["Stripe:WebhookSecret"] = StripeServer.WebhookSecret, ["Stripe:BaseUrl"] = Stripe.Address,
    };

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await Stripe.DisposeAsync();
    }
}

/// <summary>Whole purchases over HTTP against a server that speaks Stripe's protocol.</summary>
public sealed class StripeTests(StripeShop shop) : IClassFixture<StripeShop>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Stripe_is_offered_with_its_public_key_and_the_demo_card_is_not()
    {
        using var client = shop.Client();
        var methods = (await client.Get("payment-methods")).Is(200).Json.AsArray();
        var card = methods.Single(method => method!.Text("id") == "card")!;
        Assert.Equal(("stripe", "pk_test_tradepost"), (card.Text("provider"), card["settings"]!.Text("publishableKey")));
        var policy = (await client.Get(shop.Address + "/")).Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self' https://*.js.stripe.com https://js.stripe.com;", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("razorpay", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_confirmed_in_stripes_fields_pays_the_order_once_however_often_it_is_told()
    {
        using var client = shop.Client();
        var (order, payment, intent) = await Started(client);
        Assert.Equal(("confirm", "stripe"), (payment["nextAction"]!.Text("type"), payment["nextAction"]!.Text("provider")));
        Assert.Equal(intent.Text("client_secret"), payment["nextAction"]!.Text("clientSecret"));
        shop.Stripe.BuyerPays(intent);
        var report = StripeServer.Event(intent, "payment_intent.succeeded");
        (await client.ComeBack(order, payment)).Is(200);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => (await Send(client, report)).Is(200)));
        var seen = (await client.OrderOnceIt(order, "processing", "paid")).Json;
        Assert.Equal(["placed", "paid", "confirmed"], seen.Events());
        Assert.Equal(59, await shop.Number($"select fee_minor from payments.payment_attempts where order_id = {order.OrderId}"));
        Assert.Equal(1, shop.Stripe.IntentsOf(await shop.Attempt(order)));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_webhook_that_comes_before_the_answer_pays_and_late_ones_change_nothing()
    {
        using var client = shop.Client();
        var (order, payment, intent) = await Started(client);
        var early = StripeServer.Event(intent, "payment_intent.created");
        shop.Stripe.BuyerPays(intent);
        (await Send(client, StripeServer.Event(intent, "payment_intent.succeeded"))).Is(200);
        await client.OrderOnceIt(order, "processing", "paid");
        (await Send(client, early)).Is(200);
        Assert.Equal("paid", (await client.ComeBack(order, payment)).Is(200).Json.Text("status"));
    }

    [Fact]
    public async Task A_declined_card_is_told_and_the_same_intent_takes_another()
    {
        using var client = shop.Client();
        var (order, payment, intent) = await Started(client);
        StripeServer.BuyerIsDeclined(intent, "insufficient_funds");
        (await Send(client, StripeServer.Event(intent, "payment_intent.payment_failed"))).Is(200);
        var seen = (await client.OrderOnceIt(order, "pendingPayment", "failed")).Json;
        Assert.Equal("insufficient_funds", seen["payment"]!.Text("declineReason"));
        var again = (await client.PayBy(order, "card")).Is(200).Json;
        Assert.Equal(intent.Text("client_secret"), again["nextAction"]!.Text("clientSecret"));
        shop.Stripe.BuyerPays(intent);
        (await client.ComeBack(order, payment)).Is(200);
        await client.OrderOnceIt(order, "processing", "paid");
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_lost_answer_and_a_busy_stripe_are_asked_again_under_the_same_key()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        shop.Stripe.LoseAnswers(1);
        (await client.PayBy(order, "card")).Is(200);
        var attempt = await shop.Attempt(order);
        Assert.Equal(1, shop.Stripe.IntentsOf(attempt));
        shop.Stripe.BeBusy(1);
        shop.Stripe.BuyerPays(shop.Stripe.Intent(attempt));
        await shop.AskNow(order);
        await client.OrderOnceIt(order, "processing", "paid");
        var creations = shop.Stripe.Calls.Where(call => call.Path == "/v1/payment_intents" && call.Form["metadata[attempt]"] == attempt);
        Assert.Equal([attempt], creations.Select(call => call.Headers["idempotency-key"]).Distinct());
    }

    [Fact]
    public async Task A_payment_of_another_amount_pays_nothing_and_alarms_staff()
    {
        using var client = shop.Client();
        var (order, payment, intent) = await Started(client);
        shop.Stripe.BuyerPays(intent, amount: 1);
        (await client.ComeBack(order, payment)).Is(200);
        (await Send(client, StripeServer.Event(intent, "payment_intent.succeeded"))).Is(200);
        var seen = (await client.Order(order)).Json;
        Assert.Equal("pendingPayment", seen.Text("status"));
        Assert.Single(seen.Events(), happened => happened == "paymentMismatch");
        var alarms = (await (await shop.AdminClient()).Get($"admin/orders/{order.Id}/payment")).Is(200).Json["alarms"]!.AsArray();
        Assert.Equal("mismatch", Assert.Single(alarms)!.Text("kind"));
    }

    [Fact]
    public async Task Money_that_comes_after_the_reservation_ended_revives_the_order_or_goes_back()
    {
        using var client = shop.Client();
        var (order, _, intent) = await Started(client);
        await shop.Expire(order);
        shop.Stripe.BuyerPays(intent);
        (await Send(client, StripeServer.Event(intent, "payment_intent.succeeded"))).Is(200);
        await Eventually.Is(() => client.Order(order), Ended, "paid or given back");
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Money_that_was_taken_while_the_order_was_cancelled_goes_back_at_once()
    {
        using var client = shop.Client();
        var (order, _, intent) = await Started(client);
        shop.Stripe.BuyerPays(intent);
        (await client.Post($"orders/{order.Id}/cancellation", new { }, order.Key)).Is(200);
        await client.OrderOnceIt(order, "cancelled", "refunded");
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_cancelled_order_can_not_be_paid_at_stripe_any_more()
    {
        using var client = shop.Client();
        var (order, _, intent) = await Started(client);
        (await client.Post($"orders/{order.Id}/cancellation", new { }, order.Key)).Is(200);
        await Eventually.Is(() => Task.FromResult(intent.Text("status")), status => status == "canceled", "the intent is cancelled");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refunds_go_back_once_also_when_stripe_takes_its_time(bool slow)
    {
        using var client = shop.Client();
        var (order, payment, intent) = await Started(client);
        shop.Stripe.BuyerPays(intent);
        (await client.ComeBack(order, payment)).Is(200);
        shop.Stripe.SlowRefunds = slow;
        var before = shop.Stripe.Refunds.Count;
        var admin = await shop.AdminClient();
        var body = new { amount = new { minor = 100, currency = "USD" }, reason = "Scratched" };
        (await admin.Post($"admin/orders/{order.Id}/refunds", body)).Is(201);
        if (slow)
        {
            Assert.Equal("paid", (await client.Order(order)).Json["payment"]!.Text("status"));
            shop.Stripe.FinishRefunds();
            var refund = shop.Stripe.Refunds.Last();
            (await Send(client, StripeServer.Event(refund, "refund.updated"))).Is(200);
        }

        await client.OrderOnceIt(order, "processing", "partiallyRefunded");
        Assert.Equal(before + 1, shop.Stripe.Refunds.Count);
        shop.Stripe.SlowRefunds = false;
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Forged_and_stale_reports_are_refused()
    {
        using var client = shop.Client();
        var (order, _, intent) = await Started(client);
        var report = StripeServer.Event(intent, "payment_intent.succeeded");
        string[] forged =
        [
            "", StripeServer.Sign(report, Now, "whsec_guessed"), StripeServer.Sign(report + " ", Now),
            StripeServer.Sign(report, Now.AddMinutes(-6)), StripeServer.Sign(report, Now).Replace("v1=", "v0=", StringComparison.Ordinal),
        ];
        foreach (var signature in forged)
        {
            Assert.Equal("webhooks.bad_signature", (await client.Webhook("stripe", report, ("Stripe-Signature", signature))).Is(400).Code);
        }

        var rolled = StripeServer.Sign(report, Now, "whsec_old") + ",v1=" + StripeServer.Sign(report, Now).Split("v1=")[1];
        (await client.Webhook("stripe", report, ("Stripe-Signature", rolled))).Is(200);
        Assert.Equal("pendingPayment", (await client.Order(order)).Json.Text("status"));
    }

    [Fact]
    public async Task Held_money_is_taken_when_staff_say_so_and_a_lost_answer_takes_it_once()
    {
        var settings = shop.Services.GetRequiredService<ShopSettings>();
        settings.Change(facts => facts with { Payments = new() { Capture = CaptureTime.OnShipment } });
        using var client = shop.Client();
        var (order, payment, intent) = await Started(client);
        settings.Change(facts => facts with { Payments = new() });
        shop.Stripe.BuyerPays(intent);
        Assert.Equal("authorized", (await client.ComeBack(order, payment)).Is(200).Json.Text("status"));
        shop.Stripe.LoseAnswers(1);
        (await (await shop.AdminClient()).Post($"admin/orders/{order.Id}/capture")).Is(200);
        await client.OrderOnceIt(order, "processing", "paid");
        Assert.Equal(intent["amount"]!.GetValue<long>(), intent["amount_received"]!.GetValue<long>());
        await shop.NothingIsWrong();
    }

    private static bool Ended(Answer answer) => answer.Json.Text("status") == "processing"
        || answer.Json["payment"]!.Text("status") == "refunded";

    private static Task<Answer> Send(HttpClient client, string report) =>
        client.Webhook("stripe", report, ("Stripe-Signature", StripeServer.Sign(report, Now)));

    private async Task<(Placed Order, JsonNode Payment, JsonObject Intent)> Started(HttpClient client, VariantId? variant = null)
    {
        var order = await client.Order(variant ?? (await shop.Product(stock: 5)).VariantId);
        var payment = (await client.PayBy(order, "card")).Is(200).Json;
        return (order, payment, shop.Stripe.Intent(await shop.Attempt(order)));
    }
}
