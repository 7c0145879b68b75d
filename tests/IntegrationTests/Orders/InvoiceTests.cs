using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Orders;
using Tradepost.Orders.Invoicing;
using Tradepost.Platform.Types;

namespace Tradepost.IntegrationTests.Orders;

/// <summary>Invoices: when there is one, who reads it, and how it is numbered.</summary>
public sealed class InvoiceTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task There_is_none_before_the_order_is_paid_and_one_after()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        Assert.Equal("orders.not_invoiced", (await client.Get($"orders/{order.Id}/invoice", order.Key)).Is(409).Code);
        (await client.Pay(order, Buying.Pays)).Is(200);
        Assert.StartsWith("%PDF-1.", (await client.Get($"orders/{order.Id}/invoice", order.Key)).Is(200).Text, StringComparison.Ordinal);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Nobody_else_reads_it()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        (await client.Pay(order, Buying.Pays)).Is(200);
        var (stranger, _, _) = await shop.CustomerClient();
        Assert.Equal("orders.not_found", (await stranger.Get($"orders/{order.Id}/invoice")).Is(404).Code);
        Assert.Equal("orders.not_found", (await client.Get($"orders/{order.Id}/invoice")).Is(404).Code);
        (await (await shop.AdminClient()).Get($"orders/{order.Id}/invoice")).Is(200);
    }

    [Fact]
    public async Task An_order_paid_on_delivery_gets_it_with_its_first_parcel()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId, method: "cod");
        await client.OrderOnceIt(order, "processing", "pending");
        Assert.Equal("orders.not_invoiced", (await client.Get($"orders/{order.Id}/invoice", order.Key)).Is(409).Code);
        (await (await shop.AdminClient()).Post($"admin/orders/{order.Id}/shipments", new { carrier = "Parcel Post" })).Is(201);
        (await client.Get($"orders/{order.Id}/invoice", order.Key)).Is(200);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Money_that_comes_for_a_cancelled_order_makes_no_invoice()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        (await client.Post($"orders/{order.Id}/cancellation", new { }, order.Key)).Is(200);
        Assert.Equal("orders.not_invoiced", (await client.Get($"orders/{order.Id}/invoice", order.Key)).Is(409).Code);
    }

    [Fact]
    public async Task Fifty_orders_paid_at_once_are_numbered_without_a_gap_and_without_a_double()
    {
        var product = await shop.Product(stock: 100);
        using var client = shop.Client();
        var before = await Latest();
        var orders = new List<Placed>();
        for (var i = 0; i < 50; i++)
        {
            orders.Add(await client.Order(product.VariantId));
        }

        await Task.WhenAll(orders.Select(async order => (await client.Pay(order, Buying.Pays)).Is(200)));
        var ids = orders.Select(order => order.OrderId.Value).ToArray();
        var places = await shop.Db.Query(
            $"select place from orders.invoices where order_id = any ({ids}) order by place", row => row.GetInt64(0),
            TestContext.Current.CancellationToken);
        Assert.Equal(50, places.Count);
        Assert.Equal(places.Count, places.Distinct().Count());
        await EveryPlaceIsTaken();
        Assert.True(await Latest() >= before + 50);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_number_that_was_rolled_back_is_given_again()
    {
        var cancel = TestContext.Current.CancellationToken;
        for (var i = 0; i < 3; i++)
        {
            await shop.Db.Write<Done>(
                "test.roll_back",
                async tx =>
                {
                    var place = await tx.Row($"select orders.next_in_series('rolled-back-', {tx.Now})", row => row.GetInt64(0));
                    Assert.Equal(1, place);
                    return OrdersErrors.NotInvoiced.Refuse();
                },
                cancel);
        }
    }

    [Theory]
    [InlineData("update orders.invoices set number = 'INV-X' where order_id = $1")]
    [InlineData("update orders.invoices set seller = '{}' where order_id = $1")]
    [InlineData("delete from orders.invoices where order_id = $1")]
    [InlineData("update orders.number_series set latest = latest + 2 from orders.orders o where o.id = $1")]
    [InlineData("update orders.number_series set latest = latest - 1 from orders.orders o where o.id = $1")]
    [InlineData("delete from orders.number_series s using orders.orders o where o.id = $1")]
    public async Task An_invoice_and_its_number_never_change(string sql)
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        (await client.Pay(order, Buying.Pays)).Is(200);
        await using var command = shop.Db.Source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = order.OrderId.Value });
        var refused = await Assert.ThrowsAsync<PostgresException>(
            () => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    private async Task EveryPlaceIsTaken() => Assert.Empty(await shop.Db.Query(
        $"""
        select s.series from orders.number_series s where s.series like 'INV-%'
          and s.latest <> (select count(*) from orders.invoices i where i.series = s.series)
        """,
        row => row.GetString(0), TestContext.Current.CancellationToken));

    private Task<long> Latest() => shop.Db.Row(
        $"select coalesce(max(latest), 0) from orders.number_series where series like 'INV-%'", row => row.GetInt64(0),
        TestContext.Current.CancellationToken);
}

/// <summary>A shop whose orders are numbered without gaps, and that says who it is.</summary>
public sealed class GaplessNumberTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task Orders_are_numbered_one_after_the_other_in_each_year_also_when_many_come_at_once_and_some_are_refused()
    {
        await Numbering("gapless");
        var plenty = await shop.Product(stock: 100);
        var scarce = await shop.Product(stock: 3);
        using var client = shop.Client();
        var bodies = new List<OrderBody>();
        for (var i = 0; i < 16; i++)
        {
            bodies.Add(await client.Checkout(await client.Cart(i % 2 == 0 ? plenty.VariantId : scarce.VariantId)));
        }

        var answers = await Task.WhenAll(bodies.Select(body => client.Place(body)));
        Assert.Equal(11, answers.Count(answer => answer.Status == 201));
        var year = TimeProvider.System.GetUtcNow().Year.ToString(CultureInfo.InvariantCulture);
        var numbers = answers.Where(answer => answer.Status == 201).Select(answer => answer.Json.Text("number")).Order().ToList();
        Assert.Equal([.. Enumerable.Range(1, 11).Select(place => $"{year}-{place:000000}")], numbers);
        await Numbering("fast");
        Assert.StartsWith("T-", (await client.Order(plenty.VariantId)).Number, StringComparison.Ordinal);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task What_the_company_is_called_is_told_as_it_was_then()
    {
        await Legal(new { name = "First Ltd", taxNumber = "X-1", invoicePrefix = "A/", invoicesPerYear = false });
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        (await client.Pay(order, Buying.Pays)).Is(200);
        await Legal(new { name = "Second Ltd", invoicePrefix = "B-", invoicesPerYear = true });
        var invoice = await Invoices.Find(shop.Db, order.OrderId, TestContext.Current.CancellationToken);
        Assert.Equal(("A/000001", "First Ltd", "X-1"), (invoice!.Number, invoice.Seller.Name, invoice.Seller.TaxNumber));
        Assert.Equal("request.invalid", (await Legal(new { invoicePrefix = "no spaces" }, 400)).Code);
    }

    private async Task Numbering(string how) => (await Change(settings => settings["orders"] = new JsonObject
    {
        ["numbering"] = how,
    })).Is(200);

    private async Task<Answer> Legal(object legal, int status = 200) => (await Change(settings =>
        settings["legal"] = JsonSerializer.SerializeToNode(legal))).Is(status);

    private async Task<Answer> Change(Action<JsonNode> change)
    {
        var admin = await shop.AdminClient();
        var settings = (await admin.Get("admin/settings")).Is(200).Json;
        change(settings);
        return await admin.Put("admin/settings", settings);
    }
}
