using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;
using Tradepost.Payments.Reconciling;

namespace Tradepost.IntegrationTests.Payments;

/// <summary>A shop whose gateway's webhooks never arrive: only asking helps.</summary>
public sealed class DeafShop(TestCluster cluster) : ShopFixture(cluster)
{
    /// <inheritdoc/>
    protected override void Adjust(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Configuration["DemoGateway:WebhookUrl"] = "http://127.0.0.1:9/nobody-listens";
    }
}

/// <summary>What died on the way is brought to its end.</summary>
public sealed class ReconcilerTests(DeafShop shop) : IClassFixture<DeafShop>
{
    [Fact]
    public async Task A_lost_answer_without_a_webhook_is_asked_for()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        Assert.Equal("pending", (await client.Pay(order, Buying.LosesAnswer)).Is(200).Json.Text("status"));
        await client.OrderOnceIt(order, "processing", "paid");
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_confirmed_challenge_without_a_webhook_is_found_by_asking()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var url = (await client.Pay(order, Buying.Challenged)).Json["nextAction"]!.Text("url");
        (await client.Post(url, new FormUrlEncodedContent([KeyValuePair.Create("answer", "approve")]))).Is(303);
        await AskNow(order);
        await client.OrderOnceIt(order, "processing", "paid");
    }

    [Fact]
    public async Task An_attempt_the_provider_never_heard_of_is_given_up_and_the_order_can_be_paid()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var attempt = await Forsaken(order, TimeSpan.FromMinutes(1));
        await AskNow(order);
        Assert.Equal("voided", await Status(attempt));
        (await client.Pay(order, Buying.Pays)).Is(200);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task An_attempt_that_may_still_be_on_its_way_is_left_alone()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var attempt = await Forsaken(order, TimeSpan.FromSeconds(6));
        await AskNow(order);
        Assert.Equal("pending", await Status(attempt));
    }

    [Fact]
    public async Task A_buyer_in_a_hurry_need_not_wait_for_the_reconciler()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var attempt = await Forsaken(order, TimeSpan.FromSeconds(1));
        (await client.Pay(order, Buying.Pays)).Is(200);
        Assert.Equal("voided", await Status(attempt));
        await client.OrderOnceIt(order, "processing", "paid");
        await shop.NothingIsWrong();
    }

    // As a host leaves it that dies between writing the attempt and calling the provider.
    private async Task<PaymentAttemptId> Forsaken(Placed order, TimeSpan age)
    {
        var id = PaymentAttemptId.New();
        await shop.Db.Write("test.forsake", tx => tx.Execute(
            $"""
            insert into payments.payment_attempts (
              id, payment_id, order_id, method, provider, currency, amount_minor, status, ask_at, created_at, updated_at)
            select {id}, id, order_id, 'card', 'demo', currency, amount_minor, 'pending', {tx.Now.AddHours(1)}, {tx.Now - age}, {tx.Now}
            from payments.payments where order_id = {order.OrderId}
            """), TestContext.Current.CancellationToken);
        return id;
    }

    private async Task AskNow(Placed order)
    {
        var cancel = TestContext.Current.CancellationToken;
        await shop.Db.Write("test.hurry", tx => tx.Execute(
            $"update payments.payment_attempts set ask_at = {tx.Now.AddSeconds(-1)} where order_id = {order.OrderId}"), cancel);
        await shop.Services.GetRequiredService<Reconciler>().Settle(order.OrderId, cancel);
    }

    private async Task<string?> Status(PaymentAttemptId attempt) => await shop.Db.Row(
        $"select status from payments.payment_attempts where id = {attempt}", row => row.GetString(0),
        TestContext.Current.CancellationToken);
}
