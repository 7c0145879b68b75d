using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Shop;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;
using Tradepost.Payments;
using Tradepost.Payments.Paying;
using Tradepost.Payments.Reconciling;
using Tradepost.Platform.Types;

namespace Tradepost.IntegrationTests.Payments;

/// <summary>A shop that takes money when the goods go out.</summary>
public sealed class PatientShop(TestCluster cluster) : ShopFixture(cluster), IAsyncLifetime
{
    /// <inheritdoc/>
    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Services.GetRequiredService<ShopSettings>().Change(
            facts => facts with { Payments = new() { Capture = CaptureTime.OnShipment } });
    }
}

/// <summary>Money that is held at checkout: taken with the first parcel or by staff, let go on cancelling, booked only when taken.</summary>
public sealed class HoldingTests(PatientShop shop) : IClassFixture<PatientShop>
{
    [Fact]
    public async Task Money_is_held_at_checkout_and_taken_with_the_first_parcel()
    {
        using var client = shop.Client();
        var order = await Held(client, quantity: 2);
        Assert.Equal(0, await Booked(order));
        var admin = await shop.AdminClient();
        var line = (await client.Order(order)).Json["lines"]![0]!.Text("id");
        var parcel = new { lines = new[] { new { lineId = line, quantity = 1 } }, carrier = "Demo" };
        (await admin.Post($"admin/orders/{order.Id}/shipments", parcel)).Is(201);
        await client.OrderOnceIt(order, "processing", "paid");
        Assert.Equal(1, await Booked(order));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_challenged_card_is_held_after_the_buyer_confirmed()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var url = (await client.Pay(order, Buying.Challenged)).Json["nextAction"]!.Text("url");
        (await client.Post(url, new FormUrlEncodedContent([KeyValuePair.Create("answer", "approve")]))).Is(303);
        await client.OrderOnceIt(order, "processing", "authorized");
    }

    [Fact]
    public async Task A_cancelled_order_lets_the_money_go_and_nothing_is_booked()
    {
        using var client = shop.Client();
        var order = await Held(client);
        (await client.Post($"orders/{order.Id}/cancellation", new { }, order.Key)).Is(200);
        await AttemptOnceIt(order, "voided");
        Assert.Equal(0, await Booked(order));
        Assert.Equal(1, await Gateway(order, "voided"));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Staff_take_a_part_and_the_rest_is_let_go()
    {
        using var client = shop.Client();
        var order = await Held(client);
        var admin = await shop.AdminClient();
        var whole = (await Payment(order)).Minor("authorized");
        var key = ("Idempotency-Key", Buying.NewKey());
        var body = new { amount = new { minor = whole - 100, currency = "USD" } };
        var taken = (await admin.Post($"admin/orders/{order.Id}/capture", body, key)).Is(200).Json;
        Assert.Equal(("paid", whole - 100, 0), (taken.Text("status"), taken.Minor("captured"), taken.Minor("authorized")));
        Assert.Equal("paid", (await admin.Post($"admin/orders/{order.Id}/capture", body, key)).Is(200).Json.Text("status"));
        Assert.Equal("payments.nothing_authorized", (await admin.Post($"admin/orders/{order.Id}/capture")).Is(409).Code);
        (await admin.Post($"admin/orders/{order.Id}/refunds", new { reason = "All of it" })).Is(201);
        Assert.Equal(whole - 100, (await Payment(order)).Minor("refunded"));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Never_more_is_taken_than_is_held()
    {
        using var client = shop.Client();
        var order = await Held(client);
        var admin = await shop.AdminClient();
        var more = new { minor = (await Payment(order)).Minor("authorized") + 1, currency = "USD" };
        Assert.Equal("payments.capture_exceeds_authorized",
            (await admin.Post($"admin/orders/{order.Id}/capture", new { amount = more })).Is(409).Code);
        (await admin.Post($"admin/orders/{order.Id}/capture", new { amount = more with { currency = "EUR" } })).Is(400);
        (await client.Post($"admin/orders/{order.Id}/capture")).Is(401);
    }

    [Fact]
    public async Task Staff_let_the_money_go_and_the_order_can_be_paid_again()
    {
        using var client = shop.Client();
        var order = await Held(client);
        Assert.Equal("payments.already_paid", (await client.Pay(order, Buying.Pays)).Is(409).Code);
        var admin = await shop.AdminClient();
        var after = (await admin.Post($"admin/orders/{order.Id}/void")).Is(200).Json;
        Assert.Equal(("pending", 0), (after.Text("status"), after.Minor("authorized")));
        await client.OrderOnceIt(order, "processing", "pending");
        (await client.Pay(order, Buying.Pays)).Is(200);
        await client.OrderOnceIt(order, "processing", "authorized");
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_wish_nobody_carried_out_is_carried_out_by_the_reconciler_once()
    {
        using var client = shop.Client();
        var order = await Held(client);
        await shop.Db.Write("test.wish", tx => tx.Execute(
            $"""
            update payments.payment_attempts set wanted = 'capture', wanted_minor = amount_minor, ask_at = {tx.Now}
            where order_id = {order.OrderId}
            """), TestContext.Current.CancellationToken);
        var reconciler = shop.Services.GetRequiredService<Reconciler>();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(
            _ => reconciler.Settle(order.OrderId, TestContext.Current.CancellationToken)));
        await client.OrderOnceIt(order, "processing", "paid");
        Assert.Equal(1, await Booked(order));
        Assert.Equal(1, await Gateway(order, "succeeded"));
    }

    [Fact]
    public async Task Code_and_database_hold_the_same_moves()
    {
        var attempts = await Edges("payments.attempt_edges");
        Assert.Equal(AttemptRules.Edges.Select(edge => $"{Words.Of(edge.From)} {Words.Of(edge.To)}").Order(StringComparer.Ordinal), attempts);
        var payments = await Edges("payments.payment_edges");
        Assert.Equal(PaymentRules.Edges.Select(edge => $"{Words.Of(edge.From)} {Words.Of(edge.To)}").Order(StringComparer.Ordinal), payments);
    }

    [Fact]
    public async Task The_database_refuses_every_other_move_of_an_attempt()
    {
        using var client = shop.Client();
        var order = await Held(client);
        foreach (var state in Enum.GetValues<AttemptState>().Where(to => to != AttemptState.Authorized
            && !AttemptRules.Edges.Contains((AttemptState.Authorized, to))))
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => shop.Db.Write("test.force", tx => tx.Execute(
                $"update payments.payment_attempts set status = {Words.Of(state)} where order_id = {order.OrderId}"),
                TestContext.Current.CancellationToken));
            Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
        }

        var paid = await Assert.ThrowsAsync<PostgresException>(() => shop.Db.Write("test.force", tx => tx.Execute(
            $"update payments.payments set status = {Words.Of(PaymentStatus.Refunded)} where order_id = {order.OrderId}"),
            TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, paid.SqlState);
    }

    private async Task<Placed> Held(HttpClient client, int quantity = 1)
    {
        var order = await client.Order((await shop.Product(stock: 5)).VariantId, quantity);
        Assert.Equal("authorized", (await client.Pay(order, Buying.Pays)).Is(200).Json.Text("status"));
        await client.OrderOnceIt(order, "processing", "authorized");
        return order;
    }

    private async Task<JsonNode> Payment(Placed order) =>
        (await (await shop.AdminClient()).Get($"admin/orders/{order.Id}/payment")).Is(200).Json;

    private Task<string?> AttemptOnceIt(Placed order, string status) => Eventually.Is(
        () => shop.Db.Row($"select status from payments.payment_attempts where order_id = {order.OrderId}", row => row.GetString(0),
            TestContext.Current.CancellationToken),
        now => now == status, status);

    private async Task<int> Booked(Placed order) => await shop.Db.Row(
        $"select count(*)::int from payments.ledger_transactions where order_id = {order.OrderId} and kind = 'capture'",
        row => row.GetInt32(0), TestContext.Current.CancellationToken);

    private async Task<int> Gateway(Placed order, string status) => await shop.Db.Row(
        $"""
        select count(*)::int from demo_gateway.charges c join payments.payment_attempts a on a.id::text = c.attempt_id
        where a.order_id = {order.OrderId} and c.status = {status}
        """,
        row => row.GetInt32(0), TestContext.Current.CancellationToken);

    private async Task<IEnumerable<string>> Edges(string table)
    {
        await using var source = NpgsqlDataSource.Create(shop.ConnectionString);
        await using var command = source.CreateCommand($"select from_status || ' ' || to_status from {table}");
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            found.Add(reader.GetString(0));
        }

        return found.Order(StringComparer.Ordinal);
    }
}
