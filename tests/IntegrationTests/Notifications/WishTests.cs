using System.Text.RegularExpressions;
using Tradepost.Contracts.Carts;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Types;

namespace Tradepost.IntegrationTests.Notifications;

/// <summary>People choose what they are told: signed in, or with the link in a mail.</summary>
public sealed partial class WishTests(MailingShop shop) : IClassFixture<MailingShop>
{
    [Fact]
    public async Task Choices_are_kept_and_what_must_be_told_cannot_be_switched_off()
    {
        var (client, _, _) = await shop.CustomerClient();
        var before = (await client.Get("me/notification-preferences")).Is(200).Json["groups"]!.AsArray();
        Assert.Equal(["orders", "returns", "account", "reminders", "offers"], before.Select(one => one!["group"]!.GetValue<string>()));
        Assert.False(before[4]!["mail"]!.GetValue<bool>());
        var changed = await Put(client, "offers", true, false, false);
        Assert.True(changed.Is(200).Json["groups"]![4]!["mail"]!.GetValue<bool>());
        Assert.Equal("groups[0].mail", Assert.Single((await Put(client, "account", false, true, true)).Is(400).Faulty));
        Assert.Equal("groups[0]", Assert.Single((await Put(client, "orders", false, false, false)).Is(400).Faulty));
        Assert.Equal("groups[0].group", Assert.Single((await Put(client, "nonsense", true, false, false)).Is(400).Faulty));
        using var anybody = shop.Client();
        Assert.Equal(401, (await anybody.Get("me/notification-preferences")).Status);
    }

    [Fact]
    public async Task Consent_to_offers_is_recorded_with_its_words_and_so_is_its_end()
    {
        var (client, email, _) = await shop.CustomerClient();
        await Put(client, "offers", true, false, false);
        await Put(client, "offers", true, true, false);
        await Put(client, "offers", false, false, false);
        var rows = await shop.Db.Query(
            $"select granted, source, words from notifications.consents where email = {email} order by at, id",
            row => (row.GetBoolean(0), row.GetString(1), row.GetString(2)), CancellationToken.None);
        Assert.Equal([(true, "account", "Tell me about new arrivals and discounts."), (false, "account", "Switched off in the account.")], rows);
    }

    [Fact]
    public async Task A_reminder_carries_a_link_by_which_a_mail_program_ends_reminders_with_one_click()
    {
        const string Email = "oneclick@example.com";
        var mail = await Reminded(Email, "visit-1");
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", mail, StringComparison.Ordinal);
        var url = Unsubscribe().Match(mail.Replace("\n ", "", StringComparison.Ordinal)).Groups[1].Value;
        using var program = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var looked = await program.GetAsync(new Uri(url), TestContext.Current.CancellationToken);
        Assert.Equal(302, (int)looked.StatusCode);
        Assert.True(await Wants(Email));
        using var body = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var answer = await program.PostAsync(new Uri(url), body, TestContext.Current.CancellationToken);
        Assert.Equal(204, (int)answer.StatusCode);
        Assert.False(await Wants(Email));
        await Remind(Email, "visit-2");
        await Remind("marker@example.com", "visit-2");
        await Eventually.Is(() => Task.FromResult(shop.Sink.To("marker@example.com").Count), count => count == 1, "the next mail");
        Assert.Single(shop.Sink.To(Email));
    }

    [Fact]
    public async Task A_mail_written_before_its_reader_unsubscribed_is_dropped_at_sending()
    {
        const string Email = "inbetween@example.com";
        await shop.Db.Write("test.two", tx => tx.Execute(
            $"""
            insert into notifications.mails (id, dedupe_key, kind, grp, recipient, subject, html, plain, due_at, created_at, updated_at)
            values ({Guid.CreateVersion7()}, 'test:inbetween', 'abandoned_cart', 'reminders', {Email}, 's', 'h', 'p',
              {tx.Now.AddMinutes(10)}, {tx.Now}, {tx.Now})
            """), CancellationToken.None);
        await shop.Db.Write("test.off", tx => tx.Execute(
            $"insert into notifications.preferences values ({Email}, 'reminders', 'mail', false, {tx.Now})"), CancellationToken.None);
        await shop.Db.Write("test.due", tx => tx.Execute(
            $"update notifications.mails set due_at = {tx.Now} where recipient = {Email}"), CancellationToken.None);
        await Eventually.Is(() => Status(Email), status => status == "dropped", "dropped");
        Assert.Empty(shop.Sink.To(Email));
    }

    [Fact]
    public async Task The_page_behind_the_link_shows_and_changes_optional_mails_without_signing_in_and_forged_links_do_nothing()
    {
        const string Email = "page@example.com";
        var mail = await Reminded(Email, "visit-3");
        var token = Unsubscribe().Match(mail.Replace("\n ", "", StringComparison.Ordinal)).Groups[1].Value.Split('/')[^1];
        using var anybody = shop.Client();
        var shown = (await anybody.Post("unsubscribe/choices", new { token })).Is(200).Json;
        Assert.Equal(("p•••@example.com", "reminders"), (shown["email"]!.GetValue<string>(), shown["group"]!.GetValue<string>()));
        Assert.DoesNotContain(Email, shown.ToJsonString(), StringComparison.Ordinal);
        (await anybody.Post("unsubscribe", new { token })).Is(200);
        Assert.False(await Wants(Email));
        (await anybody.Post("unsubscribe", new { token, groups = new[] { "reminders" } })).Is(200);
        Assert.True(await Wants(Email));
        Assert.Equal("groups", Assert.Single((await anybody.Post("unsubscribe", new { token, groups = new[] { "orders" } })).Is(400).Faulty));
        foreach (var forged in new[] { token[..^2] + "AA", "a.b", "x", token.Split('.')[0] + ".", "." })
        {
            Assert.Equal("notifications.bad_link", (await anybody.Post("unsubscribe", new { token = forged })).Is(400).Code);
        }
    }

    [Fact]
    public async Task Nobody_is_sent_an_offer_they_did_not_agree_to_whatever_stands_in_their_choices()
    {
        const string Email = "noconsent@example.com";
        await shop.Db.Write("test.pref", tx => tx.Execute(
            $"insert into notifications.preferences values ({Email}, 'offers', 'mail', true, {tx.Now})"), CancellationToken.None);
        Assert.False(await shop.Db.Row($"select notifications.wants_mail({Email}, 'offers')", row => row.GetBoolean(0), CancellationToken.None));
    }

    private static Task<Answer> Put(HttpClient client, string group, bool mail, bool sms, bool push) =>
        client.Put("me/notification-preferences", new { groups = new[] { new { group, mail, sms, push } } });

    private async Task<string> Reminded(string email, string visit)
    {
        await Remind(email, visit);
        return (await Eventually.Is(() => Task.FromResult(shop.Sink.To(email)), mails => mails.Count == 1, "a reminder"))[0];
    }

    private Task Remind(string email, string visit) => shop.Db.Write(
        "test.remind",
        tx =>
        {
            tx.Publish(new CartAbandoned(
                CartId.New(), $"{visit}:{email}", email, true, [new("Lamp", "lamp", null, 1, new(100, Currency.Usd))],
                new(100, Currency.Usd), "stop"));
            return Task.CompletedTask;
        },
        TestContext.Current.CancellationToken);

    private async Task<bool> Wants(string email) =>
        await shop.Db.Row($"select notifications.wants_mail({email}, 'reminders')", row => row.GetBoolean(0), CancellationToken.None);

    private async Task<string> Status(string email) => await shop.Db.Row(
        $"select status from notifications.mails where recipient = {email}", row => row.GetString(0), CancellationToken.None) ?? "";

    [GeneratedRegex("List-Unsubscribe: <([^>]+)>")]
    private static partial Regex Unsubscribe();
}
