using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Carts.Reminders;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Inventory;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Carts;

/// <summary>Reminders of carts that were left: with consent, once, and until they are stopped.</summary>
public sealed partial class CartReminderTests(ShopFixture shop) : IClassFixture<ShopFixture>, IDisposable
{
    private static int made;
    private readonly Shelf shelf = new(shop);
    private readonly HttpClient client = shop.Client();
    private readonly string email = $"left{Interlocked.Increment(ref made)}@example.com";

    public void Dispose() => client.Dispose();

    private Task<int> Remind() => shop.Services.GetRequiredService<RemindShoppers>().Run(Shelf.Stop);

    private Task Leave(string cart, double hours) => shop.Db.Write(
        "test.leave", tx => tx.Execute($"update carts.carts set updated_at = {tx.Now.AddHours(-hours)} where id = {Guid.Parse(cart)}"),
        Shelf.Stop);

    // As if it had been looked into so long ago, and another visit had ended since.
    private Task Forget(string cart, double hours) => shop.Db.Write(
        "test.forget", tx => tx.Execute($"update carts.carts set reminded_at = {tx.Now.AddHours(-hours)} where id = {Guid.Parse(cart)}"),
        Shelf.Stop);

    private async Task<string> Left(HttpClient of, double hours = 5, bool? remind = true, Thing? thing = null)
    {
        var cart = await of.NewCart();
        await of.Put(cart, thing ?? await shelf.Add(2500), 2);
        (await of.Put($"carts/{cart}/contact", new { email, remind })).Is(200);
        await Leave(cart, hours);
        return cart;
    }

    private Task<List<(string Html, string Text)>> Mails() => shop.Db.Query(
        $"select html, plain from notifications.mails where recipient = {email} and kind = 'abandoned_cart'",
        row => (row.GetString(0), row.GetString(1)), Shelf.Stop);

    private async Task<(string Html, string Text)> Mail() =>
        Assert.Single(await Eventually.Is(Mails, mails => mails.Count > 0, "a reminder"));

    private Task<long> Events(string cart) => shop.Db.Row(
        $"select count(*) from platform.events where type = 'carts.cart_abandoned' and payload ->> 'cartId' = {cart}",
        row => row.GetInt64(0), Shelf.Stop);

    [Fact]
    public async Task Who_asked_to_be_reminded_gets_one_mail_that_leads_back_and_can_be_stopped()
    {
        var cart = await Left(client);
        await Remind();
        await Remind();
        Assert.Equal(1, await Events(cart));
        var (html, text) = await Mail();
        Assert.Contains($"{shop.Address}/cart?restore={cart}", text, StringComparison.Ordinal);
        Assert.Contains("Total so far: $50.00", text, StringComparison.Ordinal);
        Assert.Contains("Stop these reminders", html, StringComparison.Ordinal);

        var token = Token().Match(text).Groups[1].Value;
        Assert.Equal(64, token.Length);
        (await client.Post("carts/reminders/stop", new { token })).Is(204);
        Assert.False((await client.Cart(cart)).Json["contact"]!["remind"]!.GetValue<bool>());
        (await client.Post("carts/reminders/stop", new { token })).Is(204);
        Assert.Equal(
            0, await shop.Db.Row(
                $"select count(*) from carts.reminder_keys where token_hash = {System.Text.Encoding.UTF8.GetBytes(token)}",
                row => row.GetInt64(0), Shelf.Stop));
    }

    [Theory]
    [InlineData(5, null, "nobody asked")]
    [InlineData(5, false, "they said no")]
    [InlineData(3, true, "they only just left")]
    [InlineData(24 * 8, true, "it is long ago")]
    public async Task Nobody_is_reminded_when(double hours, bool? remind, string why)
    {
        var cart = await Left(client, hours, remind);
        await Remind();
        Assert.True(await Events(cart) == 0, why);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_they_ordered_or_of_what_can_not_be_bought()
    {
        var ordered = await Left(client);
        (await client.Place((await client.Checkout(ordered)) with { Email = email })).Is(201);
        await Leave(ordered, 5);
        var soldOut = await shelf.Add(stock: 2);
        var empty = await Left(client, thing: soldOut);
        await shelf.Reserve(OrderId.New(), soldOut.Units(2));
        var gone = await shelf.Add();
        var deleted = await Left(client, thing: gone);
        (await (await shop.AdminClient()).Delete($"admin/products/{gone.ProductId}")).Is(204);

        await Remind();
        Assert.Equal((0, 0, 0), (await Events(ordered), await Events(empty), await Events(deleted)));
        Assert.False((await client.Cart(ordered)).Json["contact"]!["remind"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Nodes_that_look_at_once_remind_once_and_a_new_visit_may_be_told_of_again_but_not_the_same_day()
    {
        var cart = await Left(client);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Remind()));
        Assert.Equal(1, await Events(cart));
        await client.Put(cart, await shelf.Add());
        await Leave(cart, 4.5);
        await Remind();
        Assert.Equal(1, await Events(cart));

        await Forget(cart, hours: 30);
        await Remind();
        Assert.Equal(1, await Events(cart));
        await shop.Db.Write(
            "test.yesterday", tx => tx.Execute($"update carts.reminder_keys set created_at = created_at - interval '25 hours'"),
            Shelf.Stop);
        await Forget(cart, hours: 30);
        await Remind();
        Assert.Equal(2, await Events(cart));
    }

    [Fact]
    public async Task One_address_in_many_carts_is_reminded_once_a_day()
    {
        for (var i = 0; i < 4; i++)
        {
            await Left(client);
        }

        await Task.WhenAll(Remind(), Remind(), Remind());
        await Eventually.Is(Mails, mails => mails.Count > 0, "a reminder");
        Assert.Single(await Mails());
    }

    [Fact]
    public async Task A_customer_is_led_to_their_account_and_not_given_a_key()
    {
        var (customer, _, _) = await shop.CustomerClient();
        var cart = await Left(customer);
        await Remind();
        var (_, text) = await Mail();
        Assert.DoesNotContain(cart, text, StringComparison.Ordinal);
        Assert.Contains($"{shop.Address}/cart", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_nobody_knows_stops_nothing_and_does_not_tell()
    {
        var cart = await Left(client);
        (await client.Post("carts/reminders/stop", new { token = new string('a', 64) })).Is(204);
        Assert.True((await client.Cart(cart)).Json["contact"]!["remind"]!.GetValue<bool>());
        Assert.Equal(["token"], (await client.Post("carts/reminders/stop", new { })).Is(400).Faulty);
        Assert.Equal(["token"], (await client.Post("carts/reminders/stop", new { token = new string('a', 65) })).Is(400).Faulty);
    }

    [GeneratedRegex("stop-reminders#token=([0-9a-f]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
