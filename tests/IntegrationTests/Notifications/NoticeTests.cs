using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Tradepost.Contracts.Orders;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Types;

namespace Tradepost.IntegrationTests.Notifications;

/// <summary>A shop whose push service and phone company are the judge.</summary>
public sealed class NoticingShop(TestCluster cluster) : ShopFixture(cluster), IAsyncLifetime
{
    private readonly TestCluster cluster = cluster;

    /// <summary>The judge.</summary>
    public Judge Judge { get; private set; } = null!;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        Judge = await Judge.Start(Path.Combine(cluster.Folder, "judge-notices"));
        await InitializeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await Judge.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override void Adjust(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Push:AllowPrivate"] = "true",
            ["Sms:AccountSid"] = "ACjudge",
            ["Sms:AuthToken"] = "judge-token",
            ["Sms:From"] = "+15005550006",
            ["Sms:BaseUrl"] = Judge.Address,
        });
}

/// <summary>Order updates reach browsers and phones whose owners asked for them, and nobody else.</summary>
public sealed class NoticeTests(NoticingShop shop) : IClassFixture<NoticingShop>
{
    [Fact]
    public async Task A_browser_that_subscribed_is_told_of_an_order_so_that_only_it_can_read_and_the_shop_has_signed()
    {
        var (client, email, browser) = await Subscribed();
        var key = (await client.Get("me/notification-preferences")).Is(200).Json["pushKey"]!.GetValue<string>();
        var order = await Confirm(email);
        var push = await Pushed(browser, order.Number);
        Assert.Equal("Tradepost", push["text"]!["title"]!.GetValue<string>());
        Assert.Equal($"{shop.Address}/orders/{order.Id}", push["text"]!["url"]!.GetValue<string>());
        Assert.Equal(key, push["signed"]!["key"]!.GetValue<string>());
        Assert.Equal(shop.Judge.Address, push["signed"]!["aud"]!.GetValue<string>());
        await Confirm(email, order);
        var admin = await shop.AdminClient();
        var list = (await admin.Get($"admin/notices?channel=push&q={email}")).Is(200).Json;
        Assert.Equal(1, list["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_busy_push_service_is_tried_again_and_a_browser_that_is_gone_is_forgotten()
    {
        var (_, email, browser) = await Subscribed();
        await shop.Judge.Ask("busy-browser/" + browser);
        var order = await Confirm(email);
        await Eventually.Is(() => Notice(email), row => row is ("queued", 1), "a noted failure");
        await Sql($"update notifications.notices set due_at = now() where email = '{email}'");
        await Pushed(browser, order.Number);
        await Eventually.Is(() => Notice(email), row => row is ("sent", 2), "sent at last");
        await shop.Judge.Ask("end-browser/" + browser);
        await Confirm(email);
        await Eventually.Is(() => Count($"select count(*) from notifications.push_subscriptions where email = '{email}'"), n => n == 0, "gone");
    }

    [Fact]
    public async Task A_subscription_must_name_a_public_address_and_real_keys()
    {
        var (client, _, _) = await shop.CustomerClient();
        var browser = await shop.Judge.Ask("new-browser");
        browser["keys"]!["p256dh"] = "AAAA";
        Assert.Equal("keys.p256dh", Assert.Single((await client.Post("me/push-subscriptions", browser)).Is(400).Faulty));
        browser = await shop.Judge.Ask("new-browser");
        browser["endpoint"] = "http://10.0.0.1/x";
        Assert.Equal("endpoint", Assert.Single((await client.Post("me/push-subscriptions", browser)).Is(400).Faulty));
        using var anybody = shop.Client();
        Assert.Equal(401, (await anybody.Post("me/push-subscriptions", browser)).Status);
    }

    [Fact]
    public async Task A_phone_is_confirmed_by_a_code_then_told_of_orders_and_Twilios_word_is_believed_only_when_signed()
    {
        var (client, email, _) = await shop.CustomerClient();
        (await client.Put("me/phone", new { phone = "+1 (415) 555-0123" })).Is(204);
        var code = (await Texted("+14155550123", "is your code"))["Body"]!.GetValue<string>().Split(' ')[1];
        Assert.Equal("notifications.wrong_code", (await client.Post("me/phone/confirmation", new { code = "nope" })).Is(409).Code);
        (await client.Post("me/phone/confirmation", new { code })).Is(204);
        await Choose(client, "orders", mail: false, sms: true, push: false);
        var order = await Confirm(email);
        var text = await Texted("+14155550123", order.Number);
        Assert.Equal(("+15005550006", shop.Address + "/api/v1/sms/twilio/status"),
            (text["From"]!.GetValue<string>(), text["StatusCallback"]!.GetValue<string>()));
        Assert.Equal(0, await Count($"select count(*) from notifications.mails where recipient = '{email}'"));

        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MessageSid"] = text["sid"]!.GetValue<string>(),
            ["MessageStatus"] = "delivered",
            ["AccountSid"] = "ACjudge",
        };
        await Eventually.Is(() => Count($"select count(*) from notifications.notices where provider_ref = '{fields["MessageSid"]}'"),
            n => n == 1, "the message's id");
        var address = shop.Address + "/api/v1/sms/twilio/status";
        var signature = (await shop.Judge.Ask("sign", new { address, fields }))["signature"]!.GetValue<string>();
        using var anybody = shop.Client();
        using var forged = new FormUrlEncodedContent(fields);
        Assert.Equal("notifications.bad_signature", (await anybody.Post(
            "sms/twilio/status", forged, ("X-Twilio-Signature", "AAAA"))).Is(403).Code);
        using var form = new FormUrlEncodedContent(fields);
        (await anybody.Post("sms/twilio/status", form, ("X-Twilio-Signature", signature))).Is(204);
        Assert.Equal(1, await Count($"select count(*) from notifications.notices where email = '{email}' and provider_status = 'delivered'"));
    }

    [Fact]
    public async Task A_number_Twilio_refuses_is_shown_as_failed_and_can_be_dropped()
    {
        var (client, email, _) = await shop.CustomerClient();
        (await client.Put("me/phone", new { phone = "+14155550000" })).Is(204);
        await Eventually.Is(() => Notice(email), row => row.Status == "failed", "refused");
        var admin = await shop.AdminClient();
        var notice = (await admin.Get($"admin/notices?status=failed&q={email}")).Is(200).Json["items"]![0]!;
        Assert.Contains("21211", notice["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("(a code)", notice["text"]!.GetValue<string>());
        var dropped = await admin.Post("admin/notices/bulk", new { action = "drop", ids = new[] { notice["id"]!.GetValue<string>() } });
        Assert.Equal(1, dropped.Is(200).Json["count"]!.GetValue<int>());
        Assert.Equal("dropped", (await Notice(email)).Status);
    }

    [Fact]
    public async Task Codes_run_out_so_that_nobody_is_pestered()
    {
        var (client, _, _) = await shop.CustomerClient();
        for (var i = 0; i < 5; i++)
        {
            (await client.Put("me/phone", new { phone = "+14155550199" })).Is(204);
        }

        Assert.Equal(429, (await client.Put("me/phone", new { phone = "+14155550199" })).Status);
        var (other, _, _) = await shop.CustomerClient();
        Assert.Equal(429, (await other.Put("me/phone", new { phone = "+14155550199" })).Status);
    }

    private async Task<(HttpClient Client, string Email, string Browser)> Subscribed()
    {
        var (client, email, _) = await shop.CustomerClient();
        var browser = await shop.Judge.Ask("new-browser");
        (await client.Post("me/push-subscriptions", browser)).Is(204);
        return (client, email, browser["endpoint"]!.GetValue<string>().Split('/')[^1]);
    }

    private static async Task Choose(HttpClient client, string group, bool mail, bool sms, bool push) =>
        (await client.Put("me/notification-preferences", new { groups = new[] { new { group, mail, sms, push } } })).Is(200);

    private async Task<OrderSummary> Confirm(string email, OrderSummary? again = null)
    {
        var id = OrderId.New();
        var order = again ?? new(id, "TP-" + id.ToString()[^6..], email, "June", new(2599, Currency.Usd), [], null);
        await shop.Db.Write("test.publish", tx => { tx.Publish(new OrderConfirmed(order)); return Task.CompletedTask; }, CancellationToken.None);
        return order;
    }

    private Task<JsonNode> Pushed(string browser, string words) => Eventually.Is(
        async () => (await shop.Judge.Ask("pushes")).AsArray().FirstOrDefault(push =>
            push!["id"]!.GetValue<string>() == browser && push["text"]!.ToJsonString().Contains(words, StringComparison.Ordinal))!,
        push => push is not null, $"a push of {words}");

    private Task<JsonNode> Texted(string phone, string words) => Eventually.Is(
        async () => (await shop.Judge.Ask("texts")).AsArray().FirstOrDefault(text =>
            text!["To"]!.GetValue<string>() == phone && text["Body"]!.GetValue<string>().Contains(words, StringComparison.Ordinal))!,
        text => text is not null, $"a text of {words}");

    private async Task<(string Status, int Attempts)> Notice(string email) => await shop.Db.Row(
        $"select status, attempts from notifications.notices where email = {email} order by created_at limit 1",
        row => (row.GetString(0), row.GetInt32(1)), CancellationToken.None);

    private async Task<long> Count(string sql)
    {
        await using var command = shop.Db.Source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task Sql(string sql)
    {
        await using var command = shop.Db.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
