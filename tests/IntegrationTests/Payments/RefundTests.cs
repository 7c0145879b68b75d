using Npgsql;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Payments;

/// <summary>Money that goes back, and the books about it.</summary>
public sealed class RefundTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task Part_by_part_and_then_the_rest_goes_back()
    {
        var (client, order) = await Paid();
        var total = order.Answer.Json["totals"]!.Minor("total");
        var first = (await Refund(order, 500)).Is(201).Json;
        Assert.Equal(("partiallyRefunded", 500), (first["payment"]!.Text("status"), first["payment"]!.Minor("refunded")));
        var rest = (await Refund(order, null)).Is(201).Json;
        Assert.Equal((total - 500, "refunded"), (rest.Minor("amount"), rest["payment"]!.Text("status")));
        Assert.Equal("processing", (await client.Order(order)).Json.Text("status"));
        Assert.Equal((0L, 0L), (await Balance("sales", order), await Balance("tax", order)));
        Assert.Equal(0L, await Balance("provider:demo", order) + await Balance("fees", order));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Never_more_than_was_captured()
    {
        var (_, order) = await Paid();
        var total = order.Answer.Json["totals"]!.Minor("total");
        var refused = (await Refund(order, total + 1)).Is(409);
        Assert.Equal(("payments.refund_exceeds_captured", total), (refused.Code!, refused.Json.Minor("available")));
        (await Refund(order, total)).Is(201);
        (await Refund(order, 1)).Is(409);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Ten_refunds_at_once_give_back_what_there_is_and_no_more()
    {
        var (_, order) = await Paid();
        var total = order.Answer.Json["totals"]!.Minor("total");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Refund(order, (total / 3) + 1)));
        Assert.Equal(2, answers.Count(answer => answer.Status == 201));
        Assert.Equal(8, answers.Count(answer => answer is { Status: 409, Code: "payments.refund_exceeds_captured" }));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task The_same_key_gives_back_once()
    {
        var (_, order) = await Paid();
        var key = Buying.NewKey();
        var first = (await Refund(order, 300, key)).Is(201);
        Assert.Equal(first.Text, (await Refund(order, 300, key)).Is(201).Text);
        Assert.Equal("idempotency.mismatch", (await Refund(order, 301, key)).Is(409).Code);
    }

    [Fact]
    public async Task Only_staff_give_back_and_faulty_amounts_are_named()
    {
        var (client, order) = await Paid();
        (await client.Post($"admin/orders/{order.Id}/refunds", new { reason = "x" })).Is(401);
        Assert.Equal(["reason"], (await Post(order, new { })).Is(400).Faulty);
        Assert.Equal(["amount"], (await Post(order, new { amount = new { minor = 0, currency = "USD" }, reason = "x" })).Is(400).Faulty);
        Assert.Equal(["amount"], (await Post(order, new { amount = new { minor = -5, currency = "USD" }, reason = "x" })).Is(400).Faulty);
        var euros = new { amount = new { minor = 5, currency = "EUR" }, reason = "x" };
        Assert.Equal(["amount.currency"], (await Post(order, euros)).Is(400).Faulty);
    }

    [Fact]
    public async Task Units_of_a_line_come_back_one_by_one_and_add_up_to_what_was_paid_for_it()
    {
        // 3 × 3.33 and 7.25 % on it: 10.71, so no unit is worth a third of it in whole cents.
        var (order, line, paid) = await PaidLine(333, 3);
        var parts = new List<long>();
        for (var unit = 0; unit < 3; unit++)
        {
            parts.Add((await Lines(order, (line, 1))).Is(201).Json.Minor("amount"));
        }

        Assert.Equal(paid, parts.Sum());
        Assert.True(parts.Max() - parts.Min() <= 1);
        var refused = (await Lines(order, (line, 1))).Is(409);
        Assert.Equal(("orders.refund_exceeds", 0), (refused.Code!, refused.Json["lines"]![0]!["left"]!.GetValue<int>()));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Two_clerks_who_give_back_the_same_units_give_them_back_once()
    {
        var (order, line, _) = await PaidLine(1000, 5);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Lines(order, (line, 2))));
        var refused = answers.Count(answer => answer.Code == "orders.refund_exceeds");
        Assert.Equal((2, 6), (answers.Count(answer => answer.Status == 201), refused));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Lines_that_are_faulty_are_named()
    {
        var (order, line, _) = await PaidLine(1000, 1);
        Assert.Equal(["lines[0].lineId"], (await Lines(order, (Guid.CreateVersion7().ToString(), 1))).Is(400).Faulty);
        Assert.Equal(["lines[0].quantity"], (await Lines(order, (line, 0))).Is(400).Faulty);
        Assert.Equal(["lines"], (await Lines(order, (line, 1), (line, 1))).Is(400).Faulty);
        Assert.Equal(["lines"], (await Lines(order)).Is(400).Faulty);
    }

    [Fact]
    public async Task An_unpaid_order_has_nothing_to_give_back()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        (await Refund(order, null)).Is(409);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task The_database_itself_refuses_to_give_back_too_much(int above)
    {
        var (_, order) = await Paid();
        var total = order.Answer.Json["totals"]!.Minor("total");
        (await Refund(order, 1)).Is(201);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Run(
            """
            insert into payments.refunds (
              id, attempt_id, payment_id, order_id, currency, amount_minor, status, reason, by_whom, due_at, created_at, updated_at)
            select gen_random_uuid(), id, payment_id, order_id, currency, $2, 'pending', 'theft', 'thief', now() + interval '1 day', now(),
              now()
            from payments.payment_attempts where order_id = $1
            """, order.OrderId.Value, total + above));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    [Fact]
    public async Task A_ledger_transaction_that_does_not_sum_to_zero_can_not_be_committed()
    {
        var (_, order) = await Paid();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Run(
            """
            with t as (
              insert into payments.ledger_transactions (id, kind, source_id, order_id, at)
              values (gen_random_uuid(), 'capture', gen_random_uuid(), $1, now()) returning id)
            insert into payments.ledger_entries (id, transaction_id, account_id, currency, amount_minor)
            select gen_random_uuid(), t.id, a.id, 'USD', case a.code when 'sales' then -$2 else $2 + 1 end
            from t, payments.ledger_accounts a where a.code in ('sales', 'provider:demo')
            """, order.OrderId.Value, 100L));
        Assert.Contains("does not sum to zero", refused.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_transaction_without_two_sides_can_not_be_committed()
    {
        var (_, order) = await Paid();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Run(
            """
            insert into payments.ledger_transactions (id, kind, source_id, order_id, at)
            select gen_random_uuid(), 'capture', gen_random_uuid(), $1, now() where $2 > 0
            """, order.OrderId.Value, 1L));
        Assert.Contains("no two sides", refused.MessageText, StringComparison.Ordinal);
    }

    private async Task<(HttpClient Client, Placed Order)> Paid()
    {
        var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        (await client.Pay(order, Buying.Pays)).Is(200);
        return (client, order);
    }

    private async Task<(Placed Order, string Line, long Paid)> PaidLine(long price, int quantity)
    {
        using var client = shop.Client();
        var cart = await client.Cart((await shop.Product(price)).VariantId, quantity);
        var body = await client.Checkout(cart);
        var address = new { name = "Ada", line1 = "1 Main", city = "San Francisco", state = "CA", postalCode = "94105", country = "US" };
        var order = new Placed((await client.Place(body with { ShippingAddress = address })).Is(201));
        (await client.Pay(order, Buying.Pays)).Is(200);
        var line = (await client.Order(order)).Json["lines"]![0]!;
        return (order, line.Text("id"), line.Minor("lineTotal") - line.Minor("discount") + line.Minor("tax"));
    }

    private Task<Answer> Lines(Placed order, params (string Line, int Quantity)[] lines) => Post(order, new
    {
        reason = "Broken",
        lines = lines.Select(line => new { lineId = line.Line, quantity = line.Quantity }),
    });

    private Task<Answer> Refund(Placed order, long? minor, string? key = null) => Post(
        order, minor is null ? new { reason = "Sorry" } : (object)new { amount = new { minor, currency = "USD" }, reason = "Sorry" }, key);

    private async Task<Answer> Post(Placed order, object body, string? key = null) => await (await shop.AdminClient()).Post(
        $"admin/orders/{order.Id}/refunds", body, key is null ? [] : [("Idempotency-Key", key)]);

    private async Task<long> Balance(string account, Placed order) => await shop.Db.Row(
        $"""
        select coalesce(sum(e.amount_minor), 0)::bigint from payments.ledger_entries e
        join payments.ledger_transactions t on t.id = e.transaction_id join payments.ledger_accounts a on a.id = e.account_id
        where a.code = {account} and t.order_id = {order.OrderId}
        """, row => row.GetInt64(0), TestContext.Current.CancellationToken);

    private async Task Run(string sql, Guid order, long amount)
    {
        await using var command = shop.Db.Source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = order });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = amount });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
