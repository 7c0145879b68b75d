using System.Text.Json.Nodes;
using Npgsql;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Payments;

/// <summary>Credit notes: one for each refund that succeeded, who reads it, how it is numbered, what stands on it.</summary>
public sealed class CreditNoteTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task There_is_none_before_money_went_back_and_one_after_and_it_is_a_pdf()
    {
        var (client, order) = await Paid();
        Assert.Empty(await Notes(client, order));
        (await Refund(order, 500)).Is(201);
        var note = Assert.Single(await Given(client, order, 1));
        Assert.Equal(500, note.Minor("total"));
        Assert.Matches("^CN-[0-9]{4}-[0-9]{6,}$", note.Text("number"));
        var file = (await client.Get($"orders/{order.Id}/credit-notes/{note.Text("id")}", order.Key)).Is(200);
        Assert.StartsWith("%PDF-1.", file.Text, StringComparison.Ordinal);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Two_refunds_and_the_rest_have_three_notes_that_give_back_the_order_and_its_taxes()
    {
        var (client, order) = await Paid(333, 3, taxed: true);
        var shown = (await client.Order(order)).Json;
        var line = shown["lines"]![0]!.Text("id");
        (await Post(order, new { reason = "Broken", lines = new[] { new { lineId = line, quantity = 1 } } })).Is(201);
        await Given(client, order, 1);
        (await Refund(order, 111)).Is(201);
        await Given(client, order, 2);
        (await Refund(order, null)).Is(201);
        var notes = await Given(client, order, 3);
        Assert.Equal(shown["totals"]!.Minor("total"), notes.Sum(note => note.Minor("total")));
        Assert.Equal(shown["totals"]!.Minor("tax"), notes.Sum(note => note.Minor("tax")));
        var contents = await Contents(order);
        Assert.Equal(("line", 1), (contents[0]["parts"]![0]!.Text("kind"), contents[0]["parts"]![0]!["quantity"]!.GetValue<int>()));
        Assert.Equal("amount", contents[1]["parts"]![0]!.Text("kind"));
        Assert.Equal(["line", "shipping"], contents[2]["parts"]!.AsArray().Select(part => part!.Text("kind")));
        Assert.Equal(shown["invoice"]!.Text("number"), contents[0]["invoice"]!.Text("number"));
        Assert.Equal(Rates(shown["taxes"]!, "amount"), contents.SelectMany(content => Rates(content["taxes"]!, "tax"))
            .GroupBy(tax => tax.Rate).Select(group => (group.Key, group.Sum(tax => tax.Minor))).Order());
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_cancelled_order_that_was_paid_has_a_note_over_all_of_it()
    {
        var (client, order) = await Paid();
        (await client.Post($"orders/{order.Id}/cancellation", new { }, order.Key)).Is(200);
        var notes = await Given(client, order, 1);
        Assert.Equal(order.Answer.Json["totals"]!.Minor("total"), notes[0].Minor("total"));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_stranger_finds_neither_the_list_nor_a_note()
    {
        var (client, order) = await Paid();
        (await Refund(order, 100)).Is(201);
        var note = (await Given(client, order, 1))[0].Text("id");
        var (stranger, _, _) = await shop.CustomerClient();
        foreach (var path in new[] { $"orders/{order.Id}/credit-notes", $"orders/{order.Id}/credit-notes/{note}" })
        {
            Assert.Equal("orders.not_found", (await stranger.Get(path)).Is(404).Code);
            Assert.Equal("orders.not_found", (await client.Get(path)).Is(404).Code);
            (await (await shop.AdminClient()).Get(path)).Is(200);
        }

        // The key of one order does not open the note of another under its own address.
        var (_, other) = await Paid();
        var mixed = await client.Get($"orders/{other.Id}/credit-notes/{note}", other.Key);
        Assert.Equal("payments.credit_note_not_found", mixed.Is(404).Code);
    }

    [Fact]
    public async Task Refunds_of_many_orders_at_once_are_numbered_without_a_gap_and_without_a_double()
    {
        var orders = new List<Placed>();
        for (var i = 0; i < 20; i++)
        {
            orders.Add((await Paid()).Order);
        }

        // Twice each order: the second waits for the first, while the orders race for the numbers.
        await Task.WhenAll(orders.SelectMany(order => new[] { Refund(order, 100), Refund(order, 200) }));
        using var client = shop.Client();
        foreach (var order in orders)
        {
            var notes = await Given(client, order, 2);
            Assert.Equal(300, notes.Sum(note => note.Minor("total")));
        }

        Assert.Empty(await shop.Db.Query(
            $"""
            select s.series from payments.credit_note_series s left join payments.credit_notes n on n.series = s.series
            group by s.series having s.latest <> count(distinct n.place) or s.latest <> max(n.place)
            """,
            row => row.GetString(0), TestContext.Current.CancellationToken));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task A_note_keeps_what_the_company_was_called_and_its_numbers_begin_as_set()
    {
        await Legal(legal => (legal["name"], legal["creditNotePrefix"]) = ("First Ltd", "CR/"));
        var (client, order) = await Paid();
        (await Refund(order, 100)).Is(201);
        await Legal(legal => (legal["name"], legal["creditNotePrefix"]) = ("Second Ltd", "CN-"));
        Assert.StartsWith("CR/", Assert.Single(await Given(client, order, 1)).Text("number"), StringComparison.Ordinal);
        Assert.Equal("First Ltd", (await Contents(order))[0]["seller"]!.Text("name"));
        var same = await Change(legal => legal["creditNotePrefix"] = legal["invoicePrefix"]!.GetValue<string>());
        Assert.Equal(["legal.creditNotePrefix"], same.Is(400).Faulty);
    }

    [Theory]
    [InlineData("update payments.credit_notes set number = 'CN-X' where order_id = $1")]
    [InlineData("update payments.credit_notes set content = '{}' where order_id = $1")]
    [InlineData("delete from payments.credit_notes where order_id = $1")]
    [InlineData("update payments.credit_note_series set latest = latest + 2 from orders.orders o where o.id = $1")]
    [InlineData("delete from payments.credit_note_series s using orders.orders o where o.id = $1")]
    public async Task A_note_and_its_number_never_change(string sql)
    {
        var (client, order) = await Paid();
        (await Refund(order, 100)).Is(201);
        await Given(client, order, 1);
        await using var command = shop.Db.Source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = order.OrderId.Value });
        var refused = await Assert.ThrowsAsync<PostgresException>(
            () => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    private async Task<(HttpClient Client, Placed Order)> Paid(long price = 1999, int quantity = 1, bool taxed = false)
    {
        var client = shop.Client();
        var body = await client.Checkout(await client.Cart((await shop.Product(price, stock: 5)).VariantId, quantity));
        var address = new { name = "Ada", line1 = "1 Main", city = "San Francisco", state = "CA", postalCode = "94105", country = "US" };
        var order = new Placed((await client.Place(taxed ? body with { ShippingAddress = address } : body)).Is(201));
        (await client.Pay(order, Buying.Pays)).Is(200);
        return (client, order);
    }

    private static IEnumerable<(string Rate, long Minor)> Rates(JsonNode taxes, string amount) =>
        taxes.AsArray().Select(tax => ($"{tax!.Text("name")} {tax!.Text("percent")}", tax!.Minor(amount))).Order();

    // The job may have claimed a refund before its clerk's own request could carry it out.
    private static Task<List<JsonNode>> Given(HttpClient client, Placed order, int count) =>
        Eventually.Is(() => Notes(client, order), some => some.Count == count, $"{count} credit notes");

    private static async Task<List<JsonNode>> Notes(HttpClient client, Placed order) =>
        [.. (await client.Get($"orders/{order.Id}/credit-notes", order.Key)).Is(200).Json["items"]!.AsArray().Select(note => note!)];

    private Task<List<JsonNode>> Contents(Placed order) => shop.Db.Query(
        $"select content::text from payments.credit_notes where order_id = {order.OrderId} order by place",
        row => JsonNode.Parse(row.GetString(0))!, TestContext.Current.CancellationToken);

    private Task<Answer> Refund(Placed order, long? minor) => Post(
        order, minor is null ? new { reason = "Sorry" } : (object)new { amount = new { minor, currency = "USD" }, reason = "Sorry" });

    private async Task<Answer> Post(Placed order, object body) =>
        await (await shop.AdminClient()).Post($"admin/orders/{order.Id}/refunds", body);

    private async Task Legal(Action<JsonNode> change) => (await Change(change)).Is(200);

    private async Task<Answer> Change(Action<JsonNode> change)
    {
        var admin = await shop.AdminClient();
        var settings = (await admin.Get("admin/settings")).Is(200).Json;
        change(settings["legal"]!);
        return await admin.Put("admin/settings", settings);
    }
}
