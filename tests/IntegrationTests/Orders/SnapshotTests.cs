using Npgsql;
using Tradepost.Contracts.Orders;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Orders;
using Tradepost.Platform.Types;

namespace Tradepost.IntegrationTests.Orders;

/// <summary>The database itself keeps what was ordered, whoever holds the connection.</summary>
public sealed class SnapshotTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Theory]
    [InlineData("update orders.orders set total_minor = 1, subtotal_minor = 1, shipping_minor = 0, tax_minor = 0 where id = $1")]
    [InlineData("update orders.orders set email = 'thief@example.com' where id = $1")]
    [InlineData("update orders.orders set shipping_address = '{}' where id = $1")]
    [InlineData("update orders.orders set trace = '[]' where id = $1")]
    [InlineData("update orders.orders set placed_at = now() where id = $1")]
    [InlineData("delete from orders.orders where id = $1")]
    [InlineData("update orders.order_lines set quantity = 99 where order_id = $1")]
    [InlineData("update orders.order_lines set unit_price_minor = 0 where order_id = $1")]
    [InlineData("delete from orders.order_lines where order_id = $1")]
    [InlineData("update orders.order_events set event = 'delivered' where order_id = $1")]
    [InlineData("delete from orders.order_events where order_id = $1")]
    [InlineData("update orders.order_pricings set evidence = '{}' where order_id = $1")]
    [InlineData("delete from orders.order_pricings where order_id = $1")]
    [InlineData("update payments.payments set amount_minor = 1 where order_id = $1")]
    [InlineData("update payments.payments set captured_minor = captured_minor - 1 where order_id = $1")]
    [InlineData("update payments.payment_attempts set amount_minor = 1 where order_id = $1")]
    [InlineData("update payments.payment_attempts set status = 'declined' where order_id = $1")]
    [InlineData("delete from payments.payment_attempts where order_id = $1")]
    [InlineData("delete from payments.ledger_transactions where order_id = $1")]
    [InlineData("update payments.ledger_entries set amount_minor = 1 from orders.orders o where o.id = $1")]
    public async Task What_was_bought_and_paid_can_not_be_rewritten(string sql)
    {
        var order = await Paid();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Run(sql, order.OrderId.Value));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    [Theory]
    [InlineData("truncate orders.order_lines cascade")]
    [InlineData("truncate orders.order_events")]
    [InlineData("truncate payments.ledger_entries")]
    public async Task Nor_can_it_be_emptied(string sql)
    {
        await Paid();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Run(sql));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    [Fact]
    public async Task The_database_and_the_code_know_the_same_legal_moves()
    {
        var edges = await shop.Db.Query(
            $"select from_status, to_status from orders.status_edges",
            row => (Words.Parse<OrderStatus>(row.GetString(0)), Words.Parse<OrderStatus>(row.GetString(1))),
            TestContext.Current.CancellationToken);
        Assert.Equal(OrderStates.Edges.Order(), edges.Order());
    }

    [Theory]
    [InlineData("processing", "pendingPayment")]
    [InlineData("processing", "delivered")]
    [InlineData("processing", "processing2")]
    public async Task An_illegal_move_is_refused_by_the_database(string from, string to)
    {
        var order = await Paid();
        Assert.Equal(from, await Status(order));
        var sql = $"update orders.orders set status = '{to}' where id = $1";
        await Assert.ThrowsAsync<PostgresException>(() => Run(sql, order.OrderId.Value));
        Assert.Equal(from, await Status(order));
    }

    [Fact]
    public async Task More_than_was_ordered_is_never_shipped()
    {
        var order = await Paid();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Run(
            """
            insert into orders.fulfilments select id, order_id, quantity, quantity + 1, now(), now()
            from orders.order_lines where order_id = $1
            """, order.OrderId.Value));
        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    [Fact]
    public async Task Totals_that_do_not_add_up_are_refused()
    {
        var order = await Paid();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Run(
            """
            insert into orders.orders select (json_populate_record(o, json_build_object(
              'id', gen_random_uuid(), 'number', 'T-999999999', 'status', 'pendingPayment', 'total_minor', o.total_minor + 1))).*
            from orders.orders o where id = $1
            """, order.OrderId.Value));
        Assert.Equal("orders_total_adds_up", refused.ConstraintName);
    }

    private async Task<Placed> Paid()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        (await client.Pay(order, Buying.Pays)).Is(200);
        return order;
    }

    private async Task<string?> Status(Placed order) => await shop.Db.Row(
        $"select status from orders.orders where id = {order.OrderId}", row => row.GetString(0), TestContext.Current.CancellationToken);

    private async Task Run(string sql, Guid? order = null)
    {
        await using var command = shop.Db.Source.CreateCommand(sql);
        if (order is { } id)
        {
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        }

        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
