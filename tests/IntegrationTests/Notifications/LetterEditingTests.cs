using Tradepost.Contracts.Identity;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Notifications;

/// <summary>Staff edit letters, see what becomes of them, and get back to the built-in ones.</summary>
public sealed class LetterEditingTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static readonly object Good = new { subject = "{{Shop}} says hi", html = "<p>Hi {{Mail.Name}}</p>", text = "Hi {{Mail.Name}}" };

    [Fact]
    public async Task An_edited_letter_is_what_the_next_mail_says_and_resetting_brings_back_the_built_in_one()
    {
        var admin = await shop.AdminClient();
        var before = await admin.Get("admin/letters/password_changed");
        Assert.Equal((0, false), (before.Json["version"]!.GetValue<int>(), before.Json["edited"]!.GetValue<bool>()));
        var saved = await admin.Put("admin/letters/password_changed", Good, ("If-Match", "\"0\""));
        Assert.True(saved.Is(200).Json["edited"]!.GetValue<bool>());
        Assert.Equal(412, (await admin.Put("admin/letters/password_changed", Good, ("If-Match", "\"0\""))).Status);
        await Change("edited@example.com", "<June>");
        Assert.Equal(("Tradepost says hi", "<p>Hi &lt;June&gt;</p>"), await Mail("edited@example.com"));
        (await admin.Delete("admin/letters/password_changed")).Is(200);
        await Change("reset@example.com", "June");
        Assert.Equal("Your password was changed", (await Mail("reset@example.com")).Subject);
        Assert.Equal(2, await shop.Db.Row($"select count(*)::int from notifications.templates", row => row.GetInt32(0), CancellationToken.None));
    }

    [Fact]
    public async Task A_preview_and_a_test_to_oneself_use_made_up_facts()
    {
        var admin = await shop.AdminClient();
        var preview = (await admin.Post("admin/letters/password_changed/preview", Good)).Is(200).Json;
        Assert.Equal("<p>Hi June Okafor</p>", preview["html"]!.GetValue<string>());
        (await admin.Post("admin/letters/password_changed/test", Good)).Is(204);
        var mails = (await admin.Get("admin/mails?q=[Test]")).Is(200).Json;
        Assert.StartsWith("admin", mails["items"]![0]!["to"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_letter_is_refused_by_field_and_line_and_nobody_but_staff_may_edit()
    {
        var admin = await shop.AdminClient();
        var bad = await admin.Put("admin/letters/password_changed", new { subject = "x", html = "a\n{{Mail.Nmae}}", text = "{{{Shop}}}" });
        Assert.Equal(["html", "text"], bad.Is(400).Faulty);
        Assert.Equal("Line 2: Mail.Nmae is not known here.", bad.Json["errors"]!["html"]![0]!.GetValue<string>());
        Assert.Equal("notifications.no_template", (await admin.Get("admin/letters/nothing")).Is(404).Code);
        Assert.Equal("notifications.no_template", (await admin.Put("admin/letters/nothing", Good)).Is(404).Code);
        var (customer, _, _) = await shop.CustomerClient();
        Assert.Equal(403, (await customer.Put("admin/letters/password_changed", Good)).Status);
    }

    [Fact]
    public async Task Failed_mails_are_retried_or_dropped_in_bulk()
    {
        await shop.Db.Write("test.failed", tx => tx.Execute(
            $"""
            insert into notifications.mails (id, dedupe_key, kind, recipient, subject, html, plain, status, due_at, created_at, updated_at)
            select gen_random_uuid(), 'bulk' || n, 'order_confirmed', 'bulk@example.com', 's', 'h', 'p', 'failed', now(), now(), now()
            from generate_series(1, 3) n
            """), CancellationToken.None);
        var admin = await shop.AdminClient();
        var failed = (await admin.Get("admin/mails?status=failed&q=bulk")).Json["items"]!.AsArray();
        var one = failed[0]!["id"]!.GetValue<string>();
        Assert.Equal(1, (await admin.Post("admin/mails/bulk", new { action = "drop", ids = new[] { one } })).Json["count"]!.GetValue<int>());
        Assert.Equal(2, (await admin.Post("admin/mails/bulk", new { action = "retry" })).Json["count"]!.GetValue<int>());
        Assert.Equal("ids", Assert.Single((await admin.Post("admin/mails/bulk", new { action = "drop", ids = Array.Empty<string>() })).Faulty));
    }

    private Task Change(string email, string name) => shop.Db.Write(
        "test.publish",
        tx =>
        {
            tx.Publish(new PasswordChanged(UserId.New(), email, name));
            return Task.CompletedTask;
        },
        TestContext.Current.CancellationToken);

    private Task<(string Subject, string Html)> Mail(string email) => Eventually.Is(
        async () => await shop.Db.Row(
            $"select subject, html from notifications.mails where recipient = {email}", row => (row.GetString(0), row.GetString(1)),
            CancellationToken.None),
        mail => mail.Item1 is not null, "a mail");
}
