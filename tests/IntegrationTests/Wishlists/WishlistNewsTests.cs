using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Carts.Wishlists.News;
using Tradepost.Contracts.Inventory;
using Tradepost.IntegrationTests.Carts;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Inventory;

namespace Tradepost.IntegrationTests.Wishlists;

/// <summary>A shop that gathers news for a moment only and mails again at once.</summary>
public sealed class TalkativeShop(TestCluster cluster) : ShopFixture(cluster)
{
    /// <inheritdoc/>
    protected override void Adjust(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Wishlists:Settle"] = "00:00:00",
            ["Wishlists:Gather"] = "00:00:01",
            ["Wishlists:Rest"] = "00:00:00",
        });
}

/// <summary>Customers are told once that something on their lists got cheaper or came back.</summary>
public sealed class WishlistNewsTests(TalkativeShop shop) : IClassFixture<TalkativeShop>
{
    private readonly Shelf shelf = new(shop);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lower_price_is_told_on_the_list_and_in_one_mail()
    {
        var ((customer, email, _), thing) = (await shop.CustomerClient(), await shelf.Add(10_000));
        var (list, second) = (await customer.NewList(), await customer.NewList("Second"));
        await customer.Wish(list, thing);
        await customer.Wish(second, thing);
        await shelf.Reprice(thing, 8_000);

        var mail = Assert.Single(await Mails(email, 1));
        Assert.StartsWith("Now $80.00: Test thing-", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("was $100.00", mail.Text, StringComparison.Ordinal);
        Assert.Contains(shop.Address + "/p/", mail.Text, StringComparison.Ordinal);
        var item = Assert.Single((await customer.List(list)).Items());
        Assert.Equal(["priceDrop"], item.News());
        Assert.Equal((10_000, 8_000), (Minor(item, "from"), Minor(item, "to")));
        Assert.Equal(["priceDrop"], Assert.Single((await customer.List(list)).Items()).News());

        await shelf.Reprice(thing, 7_950); // not a hundredth
        await shelf.Reprice(thing, 10_500);
        await Quiet();
        Assert.Empty(Assert.Single((await customer.List(list)).Items()).News());
        Assert.Single(await Mails(email, 1));
        await shelf.Reprice(thing, 8_000);
        Assert.Equal(2, (await Mails(email, 2)).Count);
    }

    [Fact]
    public async Task What_comes_back_is_told_each_time_it_does()
    {
        var ((customer, email, _), thing) = (await shop.CustomerClient(), await shelf.Add(stock: 0));
        var list = await customer.NewList();
        Assert.Equal("outOfStock", (await customer.Wish(list, thing)).Is(201).Json.Text("status"));
        await shelf.Receive(thing, 2);
        Assert.StartsWith("Back in stock: Test thing-", Assert.Single(await Mails(email, 1)).Subject, StringComparison.Ordinal);
        Assert.Equal(["backInStock"], Assert.Single((await customer.List(list)).Items()).News());

        await shelf.Receive(thing, 2); // more of what is there is no news
        await Quiet();
        Assert.Single(await Mails(email, 1));
        var order = OrderId.New();
        await shelf.Reserve(order, thing.Units(4));
        Assert.Empty(Assert.Single((await customer.List(list)).Items()).News());
        await shelf.Release(order);
        Assert.Equal(2, (await Mails(email, 2)).Count);
    }

    [Fact]
    public async Task What_happens_together_comes_in_one_mail_and_only_what_is_still_true()
    {
        var ((customer, email, _), first, second, third) = (
            await shop.CustomerClient(), await shelf.Add(stock: 0), await shelf.Add(stock: 0), await shelf.Add(stock: 0));
        var list = await customer.NewList();
        Thing[] things = [first, second, third];
        foreach (var thing in things)
        {
            await customer.Wish(list, thing);
        }

        await shop.Db.Write(
            "test.delivery",
            async tx =>
            {
                var receipts = things.Select(it => new StockReceipt(it.VariantId, it.ProductId, 1));
                await shelf.Stock.Receive(tx, [.. receipts], "delivery", "test");
                await shelf.Stock.Reserve(tx, OrderId.New(), [third.Units(1)], tx.Now.AddMinutes(30)); // gone before anybody hears of it
            },
            Stop);
        var mails = await Mails(email, 1);
        await Quiet();
        Assert.Equal("Good news of 2 things on your wishlist", Assert.Single(mails).Subject);
        Assert.Single(await Mails(email, 1));
    }

    [Fact]
    public async Task Many_readers_and_jobs_at_once_make_one_mail_each()
    {
        var thing = await shelf.Add(10_000, 0);
        var customers = new List<(HttpClient Client, string Email)>();
        for (var n = 0; n < 12; n++)
        {
            var (client, email, _) = await shop.CustomerClient();
            await client.Wish(await client.NewList(), thing);
            customers.Add((client, email));
        }

        await shelf.Reprice(thing, 5_000);
        await shelf.Receive(thing, 3);
        for (var round = 0; round < 4; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RunJobs()));
            await Task.Delay(200, Stop);
        }

        await Quiet();
        foreach (var (_, email) in customers)
        {
            var told = string.Concat((await Mails(email, 1)).Select(mail => mail.Text));
            Assert.Equal((2, 2), (told.Split("now $50.00, was $100.00").Length, told.Split("back in stock, $50.00").Length));
        }

        Assert.Equal(0, await Count($"select count(*) from carts.wishlist_news"));
        Assert.Equal(0, await Count($"select count(*) from carts.wishlist_checks"));
    }

    [Fact]
    public async Task A_product_on_more_lists_than_are_looked_at_at_once_reaches_every_reader_once()
    {
        const int Readers = 1_100;
        var thing = await shelf.Add(10_000);
        await Sql($"""
            insert into identity.users (id, email, password_hash, email_confirmed_at, created_at, updated_at)
              select gen_random_uuid(), 'crowd' || n || '@example.com', 'x', now(), now(), now() from generate_series(1, {Readers}) n;
            insert into carts.wishlists (id, user_id, name, is_default, notify, created_at, updated_at)
              select gen_random_uuid(), id, 'Crowd', true, true, now(), now() from identity.users where email like 'crowd%';
            insert into carts.wishlist_items (id, wishlist_id, product_id, variant_id, added_minor, watched_minor, currency, was_in_stock,
                created_at, updated_at)
              select gen_random_uuid(), id, '{thing.ProductId}', '{thing.VariantId}', 10000, 10000, 'USD', true, now(), now()
              from carts.wishlists where name = 'Crowd';
            """);
        await shelf.Reprice(thing, 9_000);
        await Eventually.Is(
            async () =>
            {
                await Task.WhenAll(RunJobs(), RunJobs());
                return await Count($"select count(*) from notifications.mails where recipient like 'crowd%'");
            },
            count => count >= Readers, "a mail for each");
        await Quiet();
        Assert.Equal(Readers, await Count($"select count(*) from notifications.mails where recipient like 'crowd%'"));
        Assert.Equal(Readers, await Count($"select count(distinct recipient) from notifications.mails where recipient like 'crowd%'"));
    }

    [Fact]
    public async Task Who_does_not_want_to_be_told_or_never_confirmed_the_address_is_not()
    {
        var ((muted, mutedEmail, _), (doubtful, doubtfulEmail, user), (told, toldEmail, _)) =
            (await shop.CustomerClient(), await shop.CustomerClient(), await shop.CustomerClient());
        var thing = await shelf.Add(10_000);
        var list = await muted.NewList();
        await muted.Wish(list, thing);
        (await muted.Patch($"wishlists/{list}", new { notify = false })).Is(200);
        await doubtful.Wish(await doubtful.NewList(), thing);
        await shop.Db.Write("test.doubt", tx => tx.Execute($"update identity.users set email_confirmed_at = null where id = {user}"), Stop);
        await told.Wish(await told.NewList(), thing);
        await shelf.Reprice(thing, 5_000);
        Assert.Single(await Mails(toldEmail, 1));
        await Quiet();
        Assert.Empty(await Mails(mutedEmail, 0));
        Assert.Empty(await Mails(doubtfulEmail, 0));

        (await muted.Patch($"wishlists/{list}", new { notify = true })).Is(200);
        await Quiet();
        Assert.Empty(await Mails(mutedEmail, 0)); // old news stay old
    }

    [Fact]
    public async Task The_link_in_a_mail_switches_them_off_for_all_lists_and_only_that_link_does()
    {
        var ((customer, email, _), thing) = (await shop.CustomerClient(), await shelf.Add(10_000));
        using var guest = shop.Client();
        var (list, second) = (await customer.NewList(), await customer.NewList("Second"));
        await customer.Wish(list, thing);
        await shelf.Reprice(thing, 9_000);
        var mail = Assert.Single(await Mails(email, 1));
        var token = mail.Text.Split("/wishlists/mails-off#token=")[1].Split('\n')[0].Trim();

        Assert.Equal("wishlists.link_invalid", (await guest.Post("wishlist-news/off", new { token = token[1..] })).Is(404).Code);
        Assert.Equal(["token"], (await guest.Post("wishlist-news/off", new { })).Is(400).Faulty);
        (await guest.Post("wishlist-news/off", new { token })).Is(204);
        (await guest.Post("wishlist-news/off", new { token })).Is(204);
        Assert.All((await customer.Get("wishlists")).Items(), it => Assert.False(it["notify"]!.GetValue<bool>()));
        await customer.Patch($"wishlists/{second}", new { notify = true });
        await shelf.Reprice(thing, 8_000);
        await Quiet();
        Assert.Single(await Mails(email, 1));
    }

    private static int Minor(System.Text.Json.Nodes.JsonNode item, string name) =>
        item["notices"]![0]![name]!["minor"]!.GetValue<int>();

    private async Task RunJobs()
    {
        await shop.Services.GetRequiredService<CheckWishes>().Run(Stop);
        await shop.Services.GetRequiredService<TellReaders>().Run(Stop);
    }

    // Until nothing is on its way any more: events, checks, news.
    private async Task Quiet() => await Eventually.Is(
        async () =>
        {
            await RunJobs();
            return await Count(
                $"""
                select (select count(*) from platform.deliveries where dead_at is null) + (select count(*) from carts.wishlist_checks)
                  + (select count(*) from carts.wishlist_readers where due_at is not null)
                """);
        },
        left => left == 0, "quiet");

    private async Task<List<(string Subject, string Text)>> Mails(string email, int atLeast)
    {
        return await Eventually.Is(
            async () =>
            {
                await RunJobs();
                return await shop.Db.Query(
                    $"""
                    select subject, plain from notifications.mails where recipient = {email} and kind = 'wishlist_news' order by created_at
                    """,
                    row => (Subject: row.GetString(0), Text: row.GetString(1)), Stop);
            },
            mails => mails.Count >= atLeast, $"{atLeast} mails to {email}");
    }

    private async Task Sql(string sql)
    {
        await using var command = shop.Db.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Stop);
    }

    private async Task<long> Count(Platform.Data.SqlText sql) => await shop.Db.Row(sql, row => row.GetInt64(0), Stop);
}
