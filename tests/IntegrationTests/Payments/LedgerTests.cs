using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Payments;

/// <summary>The books: what they say of orders, and that nobody can change what they said.</summary>
public sealed class LedgerTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task A_payment_is_booked_as_what_it_was_for()
    {
        var order = await Paid();
        var totals = order.Answer.Json["totals"]!;
        var entries = await Entries(order);
        Assert.Equal(totals.Minor("total"), Sum(entries.Where(entry => entry.Kind == "capture"), "provider:demo"));
        Assert.Equal(-(totals.Minor("subtotal") - totals.Minor("discount")), Sum(entries, "sales") + Sum(entries, "discounts"));
        Assert.Equal((-totals.Minor("shipping"), -totals.Minor("tax")), (Sum(entries, "shipping"), Sum(entries, "tax")));
        Assert.Equal(0, entries.Sum(entry => entry.Minor));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Delivery_goes_back_once_and_from_its_own_account()
    {
        var order = await Paid();
        var shipping = order.Answer.Json["totals"]!.Minor("shipping");
        Assert.True(shipping > 0);
        Assert.Equal(shipping, (await Refund(order, new { shipping = true, reason = "Late" })).Is(201).Json.Minor("amount"));
        Assert.Equal(0, Sum(await Entries(order), "shipping"));
        Assert.Equal("payments.shipping_refunded", (await Refund(order, new { shipping = true, reason = "Late" })).Is(409).Code);
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Lines_and_delivery_together_give_back_everything_to_the_cent()
    {
        var (order, line, quantity) = await PaidThree();
        var total = order.Answer.Json["totals"]!.Minor("total");
        var some = new { amount = new { minor = 7, currency = "USD" }, reason = "Sorry" };
        var sum = (await Refund(order, some)).Is(201).Json.Minor("amount");
        var unit = new { lines = new[] { new { lineId = line, quantity = 1 } }, reason = "Broken" };
        sum += (await Refund(order, unit)).Is(201).Json.Minor("amount");
        sum += (await Refund(order, new { reason = "All of it" })).Is(201).Json.Minor("amount");
        Assert.Equal((total, 3), (sum, quantity));
        Assert.All((await Entries(order)).Where(entry => entry.Kind != "fee").GroupBy(entry => entry.Account), account =>
            Assert.Equal(0, account.Sum(entry => entry.Minor)));
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task Units_refunded_after_delivery_go_back_on_the_shelf_and_no_more_than_were_sold()
    {
        var admin = await shop.AdminClient();
        var (order, line, _) = await PaidThree();
        var body = new { lines = new[] { new { lineId = line, quantity = 2 } }, restock = true, reason = "Wrong size" };
        Assert.Equal("payments.restock_not_shipped", (await Refund(order, body)).Is(409).Code);
        (await admin.Post($"admin/orders/{order.Id}/shipments", new { carrier = "Post" })).Is(201);
        var variant = (await admin.Get($"admin/orders/{order.Id}")).Json["lines"]![0]!.Text("variantId");
        var before = await OnHand(variant);
        (await Refund(order, body)).Is(201);
        Assert.Equal(before + 2, await OnHand(variant));
        Assert.Equal(["restock"], (await Refund(order, new { restock = true, reason = "x" })).Is(400).Faulty);
        await shop.NothingIsWrong();
    }

    [Theory]
    [InlineData("update payments.ledger_entries set amount_minor = amount_minor + 1")]
    [InlineData("delete from payments.ledger_entries")]
    [InlineData("truncate payments.ledger_entries")]
    [InlineData("update payments.ledger_transactions set at = now()")]
    [InlineData("delete from payments.ledger_shares")]
    [InlineData("truncate payments.ledger_transactions cascade")]
    [InlineData("update payments.ledger_accounts set name = 'x'")]
    [InlineData("delete from payments.refund_parts")]
    [InlineData("truncate payments.ledger_closes cascade")]
    [InlineData("update payments.ledger_close_accounts set closing_minor = 0")]
    public async Task The_books_can_not_be_changed(string theft)
    {
        var order = await Paid();
        (await Refund(order, new { shipping = true, reason = "Late" })).Is(201);
        await Close();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Run(theft));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    [Fact]
    public async Task The_trial_balance_adds_up_and_leads_to_its_entries()
    {
        var order = await Paid();
        var admin = await shop.AdminClient();
        var sheet = (await admin.Get("admin/ledger/trial-balance")).Is(200).Json["sheets"]![0]!;
        Assert.Equal(sheet.Minor("debit"), sheet.Minor("credit"));
        Assert.True(sheet.Minor("debit") > 0);
        var page = (await admin.Get("admin/ledger/entries?account=sales&currency=USD")).Is(200).Json;
        Assert.Contains(page["items"]!.AsArray(), entry => entry!.Text("orderNumber") == order.Answer.Json.Text("number"));
        Assert.Equal(["at"], (await admin.Get("admin/ledger/trial-balance?at=yesterday")).Is(400).Faulty);
        Assert.Empty((await admin.Get("admin/ledger/trial-balance?at=2001-01-01T00:00:00Z")).Is(200).Json["sheets"]!.AsArray());
        using var stranger = shop.Client();
        (await stranger.Get("admin/ledger/entries")).Is(401);
    }

    [Fact]
    public async Task Pages_of_entries_hold_every_entry_once()
    {
        for (var i = 0; i < 8; i++)
        {
            await Paid();
        }

        var admin = await shop.AdminClient();
        var (seen, after, pages) = (new List<string>(), "", 0);
        do
        {
            var page = (await admin.Get($"admin/ledger/entries?from=2001-01-01T00:00:00Z{after}")).Is(200).Json;
            seen.AddRange(page["items"]!.AsArray().Select(entry => entry!.Text("id")));
            after = page["next"]?.ToString() is { } next ? $"&after={next}" : "";
            pages++;
        }
        while (after.Length > 0 && pages < 100);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.True(seen.Count > 30);
    }

    [Fact]
    public async Task A_day_is_closed_once_and_what_comes_after_belongs_to_the_next()
    {
        await Paid();
        var first = await Close();
        var late = await Paid();
        var second = await Close();
        var admin = await shop.AdminClient();
        var days = await shop.Db.Query(
            $"""
            select distinct c.day from payments.ledger_closed c join payments.ledger_transactions t on t.id = c.transaction_id
            where t.order_id = {late.OrderId}
            """, row => row.GetFieldValue<DateOnly>(0), Cancel);
        Assert.Equal([second], days);
        var sheet = (await admin.Get($"admin/ledger/closes/{second:yyyy-MM-dd}")).Is(200).Json["sheets"]![0]!;
        Assert.NotEqual("", sheet.Text("before"));
        Assert.False(await CloseDay(first));
        var csv = (await admin.Get($"admin/ledger/closes/{first:yyyy-MM-dd}/csv")).Is(200).Text;
        Assert.StartsWith("day,currency,account", csv, StringComparison.Ordinal);
        (await admin.Get("admin/ledger/closes/2001-01-01")).Is(404);
        Assert.NotEmpty((await admin.Get("admin/ledger/closes")).Is(200).Json["items"]!.AsArray());
        await shop.NothingIsWrong();
    }

    [Fact]
    public async Task The_seal_of_a_day_can_be_computed_by_anybody()
    {
        await Paid();
        var day = await Close();
        var (before, seal) = await shop.Db.Row(
            $"""
            select coalesce((
              select seal from payments.ledger_close_sums where currency = s.currency and day < s.day order by day desc limit 1), ''), seal
            from payments.ledger_close_sums s where day = {day} and currency = 'USD'
            """, row => (row.GetString(0), row.GetString(1)), Cancel);
        var accounts = await shop.Db.Query(
            $"""
            select a.code, c.opening_minor, c.gained_minor, c.given_minor, c.closing_minor from payments.ledger_close_accounts c
            join payments.ledger_accounts a on a.id = c.account_id where c.day = {day} and c.currency = 'USD'
            """, row => (Code: row.GetString(0), Line: string.Join(' ', Enumerable.Range(0, 5).Select(row.GetValue))), Cancel);
        var entries = await shop.Db.Query(
            $"""
            select e.id::text, e.transaction_id::text, a.code, e.amount_minor from payments.ledger_closed d
            join payments.ledger_entries e on e.transaction_id = d.transaction_id join payments.ledger_accounts a on a.id = e.account_id
            where d.day = {day} and e.currency = 'USD'
            """, row => string.Join(' ', Enumerable.Range(0, 4).Select(row.GetValue)), Cancel);
        var text = string.Join('\n', [
            before, $"{day:yyyy-MM-dd} USD",
            .. accounts.OrderBy(account => account.Code, StringComparer.Ordinal).Select(account => account.Line),
            .. entries.Order(StringComparer.Ordinal)]);
        Assert.Equal(seal, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static long Sum(IEnumerable<(string Kind, string Account, long Minor)> entries, string account) =>
        entries.Where(entry => entry.Account == account).Sum(entry => entry.Minor);

    private async Task<Placed> Paid()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        (await client.Pay(order, Buying.Pays)).Is(200);
        return order;
    }

    private async Task<(Placed Order, string Line, int Quantity)> PaidThree()
    {
        using var client = shop.Client();
        var cart = await client.Cart((await shop.Product(333, stock: 9)).VariantId, 3);
        var order = new Placed((await client.Place(await client.Checkout(cart))).Is(201));
        (await client.Pay(order, Buying.Pays)).Is(200);
        var line = (await client.Order(order)).Json["lines"]![0]!;
        return (order, line.Text("id"), line["quantity"]!.GetValue<int>());
    }

    private async Task<Answer> Refund(Placed order, object body) =>
        await (await shop.AdminClient()).Post($"admin/orders/{order.Id}/refunds", body);

    private Task<List<(string Kind, string Account, long Minor)>> Entries(Placed order) => shop.Db.Query(
        $"""
        select t.kind, a.code, e.amount_minor from payments.ledger_entries e join payments.ledger_transactions t on t.id = e.transaction_id
        join payments.ledger_accounts a on a.id = e.account_id where t.order_id = {order.OrderId}
        """, row => (row.GetString(0), row.GetString(1), row.GetInt64(2)), Cancel);

    private Task<int> OnHand(string variant) => shop.Db.Row(
        $"select sum(on_hand)::int from inventory.levels where variant_id = {Guid.Parse(variant)}", row => row.GetInt32(0), Cancel);

    // The day after the last one that was closed, with all that was booked until now.
    private async Task<DateOnly> Close()
    {
        var day = await shop.Db.Row(
            $"select coalesce(max(day) + 1, '2040-01-01'::date) from payments.ledger_closes where day > '2039-12-31'",
            row => row.GetFieldValue<DateOnly>(0), Cancel);
        Assert.True(await CloseDay(day));
        return day;
    }

    private Task<bool> CloseDay(DateOnly day) => shop.Db.Row(
        $"select payments.close_day({day}, clock_timestamp(), clock_timestamp())", row => row.GetBoolean(0), Cancel);

    private async Task Run(string sql)
    {
        await using var command = shop.Db.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
