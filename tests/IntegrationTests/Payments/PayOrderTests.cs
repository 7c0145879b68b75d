using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Payments;

/// <summary>A whole purchase with each of the documented cards.</summary>
public sealed class PayOrderTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task A_good_card_pays_and_the_order_is_being_packed()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var paid = (await client.Pay(order, Buying.Pays)).Is(200).Json;
        Assert.Equal("paid", paid.Text("status"));
        Assert.Equal("none", paid["nextAction"]!.Text("type"));
        Assert.StartsWith("ch_", paid.Text("reference"), StringComparison.Ordinal);
        var seen = (await client.Order(order)).Is(200).Json;
        Assert.Equal("processing", seen.Text("status"));
        Assert.Equal(["placed", "paid", "confirmed"], seen.Events());
        await shop.NothingIsWrong();
    }

    [Theory]
    [InlineData(Buying.Declined, "card_declined")]
    [InlineData(Buying.NoFunds, "insufficient_funds")]
    public async Task A_declined_card_says_why_and_the_order_can_still_be_paid(string number, string reason)
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var declined = (await client.Pay(order, number)).Is(402);
        Assert.Equal(("payments.declined", reason), (declined.Code!, declined.Json.Text("reason")));
        var seen = (await client.Order(order)).Json;
        Assert.Equal(("pendingPayment", "failed"), (seen.Text("status"), seen["payment"]!.Text("status")));
        (await client.Pay(order, Buying.Pays)).Is(200);
        await client.OrderOnceIt(order, "processing", "paid");
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_paid_order_is_not_paid_again()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        (await client.Pay(order, Buying.Pays)).Is(200);
        Assert.Equal("payments.already_paid", (await client.Pay(order, Buying.Pays)).Is(409).Code);
        Assert.Equal(1, await Charges(order, "succeeded"));
    }

    [Fact]
    public async Task A_challenge_is_confirmed_at_the_providers_page_and_the_buyer_comes_back_to_a_paid_order()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var action = (await client.Pay(order, Buying.Challenged)).Is(200).Json["nextAction"]!;
        Assert.Equal("redirect", action.Text("type"));
        var url = action.Text("url");
        Assert.StartsWith(shop.Address + "/demo-gateway/challenges/", url, StringComparison.Ordinal);
        Assert.Contains($"Order {order.Number}", (await client.Get(url)).Is(200).Text, StringComparison.Ordinal);
        var back = (await client.Post(url, Challenge("approve"))).Is(303);
        Assert.Equal($"/orders/{order.Id}?payment=approved", back.Headers.Location!.OriginalString);
        await client.OrderOnceIt(order, "processing", "paid");
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_challenge_that_is_declined_leaves_the_order_payable()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var url = (await client.Pay(order, Buying.Challenged)).Json["nextAction"]!.Text("url");
        var back = (await client.Post(url, Challenge("decline"))).Is(303).Headers.Location!.OriginalString;
        Assert.EndsWith("payment=declined", back, StringComparison.Ordinal);
        await client.OrderOnceIt(order, "pendingPayment", "failed");
        (await client.Pay(order, Buying.Pays)).Is(200);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Paying_again_with_the_challenged_card_leads_to_the_same_challenge()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var first = (await client.Pay(order, Buying.Challenged)).Json["nextAction"]!.Text("url");
        var again = (await client.Pay(order, Buying.Challenged)).Is(200).Json["nextAction"]!.Text("url");
        Assert.Equal(first, again);
    }

    [Fact]
    public async Task Another_card_replaces_an_open_challenge_which_then_takes_nothing()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var url = (await client.Pay(order, Buying.Challenged)).Json["nextAction"]!.Text("url");
        (await client.Pay(order, Buying.Pays)).Is(200);
        (await client.Post(url, Challenge("approve"))).Is(303);
        Assert.Equal((1, 1), (await Charges(order, "succeeded"), await Charges(order, "voided")));
        await client.OrderOnceIt(order, "processing", "paid");
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task When_the_answer_is_lost_the_webhook_tells_that_it_is_paid()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        Assert.Equal("pending", (await client.Pay(order, Buying.LosesAnswer)).Is(200).Json.Text("status"));
        await client.OrderOnceIt(order, "processing", "paid");
        Assert.Equal(1, await Charges(order, "succeeded"));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Paying_again_while_an_answer_is_lost_does_not_charge_twice()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        (await client.Pay(order, Buying.LosesAnswer)).Is(200);
        Assert.Equal("payments.already_paid", (await client.Pay(order, Buying.Pays)).Is(409).Code);
        Assert.Equal(1, await Charges(order, "succeeded"));
        await client.OrderOnceIt(order, "processing", "paid");
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Ten_payments_at_once_take_the_money_once()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.Pay(order, Buying.Pays)));
        Assert.All(answers, answer => Assert.True(answer.Status is 200 or 409, answer.Text));
        await client.OrderOnceIt(order, "processing", "paid");
        Assert.Equal(1, await Charges(order, "succeeded"));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task The_same_key_gets_the_same_answer_also_after_a_refusal_by_the_bank()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var key = Buying.NewKey();
        var first = (await client.Pay(order, Buying.Declined, key)).Is(402);
        var again = (await client.Pay(order, Buying.Declined, key)).Is(402);
        Assert.Equal(first.Json.Text("reason"), again.Json.Text("reason"));
        Assert.Equal(1, await Charges(order, "declined"));
        Assert.Equal("idempotency.mismatch", (await client.Pay(order, Buying.Pays, key)).Is(409).Code);
        var good = Buying.NewKey();
        var paid = (await client.Pay(order, Buying.Pays, good)).Is(200);
        Assert.Equal(paid.Text, (await client.Pay(order, Buying.Pays, good)).Is(200).Text);
    }

    [Theory]
    [InlineData("4242424242424241")]
    [InlineData("1234")]
    [InlineData("not a number")]
    [InlineData("")]
    public async Task A_number_that_is_no_card_is_refused_by_name(string number)
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        Assert.Equal(["details.number"], (await client.Pay(order, number)).Is(400).Faulty);
        Assert.Equal(0, await Charges(order, "declined"));
    }

    [Fact]
    public async Task A_stranger_can_not_pay_or_see_that_there_is_an_order()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var body = new { orderId = order.Id, method = "card", details = new { number = Buying.Pays } };
        Assert.Equal("orders.not_found", (await client.Post("payments", body)).Is(404).Code);
        Assert.Equal("orders.not_found", (await client.Post("payments", body, ("X-Order-Token", new string('0', 64)))).Is(404).Code);
    }

    [Fact]
    public async Task Cash_on_delivery_is_packed_unpaid()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId, method: "cod");
        Assert.Equal("pendingPayment", order.Answer.Json.Text("status"));
        await client.OrderOnceIt(order, "processing", "pending");
        (await client.Post("payments", new { orderId = order.Id, method = "cod" }, order.Key)).Is(200);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task No_number_of_a_card_is_kept_anywhere()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        (await client.Pay(order, Buying.Pays, Buying.NewKey())).Is(200);
        var tables = await shop.Db.Query(
            $"""
            select format('%I.%I', table_schema, table_name) from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
            """, row => row.GetString(0), TestContext.Current.CancellationToken);
        await using var connection = await shop.Db.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        foreach (var table in tables)
        {
            var sql = $"select count(*) from {table} t where t::text like '%{Buying.Pays}%'";
            await using var count = new Npgsql.NpgsqlCommand(sql, connection);
            Assert.Equal(0L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }
    }

    private static FormUrlEncodedContent Challenge(string answer) => new([KeyValuePair.Create("answer", answer)]);

    private async Task<int> Charges(Placed order, string status) => await shop.Db.Row(
        $"""
        select count(*)::int from demo_gateway.charges c join payments.payment_attempts a on a.id::text = c.attempt_id
        where a.order_id = {order.OrderId} and c.status = {status}
        """, row => row.GetInt32(0), TestContext.Current.CancellationToken);
}
