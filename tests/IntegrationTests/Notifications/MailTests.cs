using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tradepost.Contracts.Identity;
using Tradepost.Contracts.Orders;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Messaging;
using Tradepost.Platform.Types;

namespace Tradepost.IntegrationTests.Notifications;

/// <summary>Mails are written with what they tell of, once, and staff can read them.</summary>
public sealed class MailTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static OrderSummary Order(string email, string? token = null) => new(
        OrderId.New(), "TP-7", email, "June <Okafor>", new(2599, Currency.Usd), [new("Lamp & shade", 1, new(1999, Currency.Usd))], token);

    [Fact]
    public async Task Each_step_of_an_order_is_told_in_a_mail_of_its_own()
    {
        var order = Order("steps@example.com", "guest-key");
        await Publish(
            new OrderConfirmed(order), new OrderShipped(order, "Swift", "SW1", false), new OrderShipped(order, "Swift", "SW2", true),
            new OrderDelivered(order));
        var admin = await shop.AdminClient();
        var mails = await Eventually.Is(
            () => admin.Get("admin/mails?q=steps@example.com"),
            answer => answer.Json["items"]!.AsArray().Count(mail => mail!["status"]!.GetValue<string>() == "sent") == 4, "four mails");
        Assert.Equal(
            ["order_confirmed", "order_delivered", "order_shipped", "order_shipped"],
            mails.Json["items"]!.AsArray().Select(mail => mail!["kind"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.All(mails.Json["items"]!.AsArray(), mail => Assert.Null(mail!["html"]));
        var confirmation = mails.Json["items"]!.AsArray().First(mail => mail!["kind"]!.GetValue<string>() == "order_confirmed")!;
        var id = confirmation["id"]!.GetValue<string>();
        var whole = (await admin.Get($"admin/mails/{id}")).Is(200).Json;
        Assert.Contains($"{shop.Address}/orders/{order.Id}#token=guest-key", whole["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("Lamp &amp; shade", whole["html"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("$25.99", whole["html"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("<Okafor>", whole["html"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_delivered_twice_still_makes_one_mail()
    {
        var order = Order("twice@example.com");
        await Publish(new OrderCancelled(order, "too slow", "customer"));
        await Publish(new OrderCancelled(order, "too slow", "customer"));
        await Publish(new OrderConfirmed(order));
        await Eventually.Is(() => Kinds("twice@example.com"), kinds => kinds.Contains("order_confirmed"), "the later mail");
        Assert.Equal(["order_cancelled", "order_confirmed"], (await Kinds("twice@example.com")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_mail_about_the_same_and_a_change_of_a_sent_one()
    {
        await Publish(new PasswordChanged(UserId.New(), "kept@example.com", null));
        await Eventually.Is(() => Statuses("kept@example.com"), statuses => statuses is ["sent"], "a sent mail");
        var second = await Assert.ThrowsAsync<PostgresException>(() => Sql(
            "insert into notifications.mails (id, dedupe_key, kind, recipient, subject, html, plain, due_at, created_at, updated_at) "
            + "select gen_random_uuid(), dedupe_key, kind, recipient, subject, html, plain, due_at, created_at, updated_at "
            + "from notifications.mails where recipient = 'kept@example.com'"));
        Assert.Equal(PostgresErrorCodes.UniqueViolation, second.SqlState);
        var change = await Assert.ThrowsAsync<PostgresException>(
            () => Sql("update notifications.mails set subject = 'x' where recipient = 'kept@example.com'"));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, change.SqlState);
    }

    [Fact]
    public async Task Staff_search_by_plain_words_and_bad_filters_are_named()
    {
        var admin = await shop.AdminClient();
        Assert.Equal(0, (await admin.Get("admin/mails?q=%25")).Is(200).Json["total"]!.GetValue<int>());
        Assert.Equal("status", Assert.Single((await admin.Get("admin/mails?status=lost")).Is(400).Faulty));
        Assert.Equal("page", Assert.Single((await admin.Get("admin/mails?page=-1")).Is(400).Faulty));
        Assert.Equal("mails.not_found", (await admin.Get($"admin/mails/{Guid.CreateVersion7()}")).Is(404).Code);
        Assert.Equal("mails.not_found", (await admin.Post($"admin/mails/{Guid.CreateVersion7()}/retry")).Is(404).Code);
    }

    [Fact]
    public async Task A_delivery_that_keeps_failing_is_put_aside_shown_without_secrets_and_retried_by_hand()
    {
        var id = Guid.CreateVersion7();
        await Sql($$"""
            insert into platform.events (id, type, payload, occurred_at)
              values ('{{id}}', 'identity.registered',
                '{"userId": "not an id", "email": "dead@example.com", "confirmationToken": "s3cret"}', now());
            insert into platform.deliveries (event_id, subscriber, due_at, attempts)
              values ('{{id}}', 'notifications.registered', now(), 7);
            """);
        shop.Services.GetRequiredService<OutboxSignal>().Raise();
        var admin = await shop.AdminClient();
        var letters = await Eventually.Is(
            () => admin.Get("admin/dead-letters"), answer => answer.Is(200).Json["items"]!.AsArray().Count == 1, "a dead letter");
        var letter = letters.Json["items"]![0]!;
        Assert.Equal(("identity.registered", "notifications.registered", 8),
            (letter["event"]!.GetValue<string>(), letter["subscriber"]!.GetValue<string>(), letter["attempts"]!.GetValue<int>()));
        Assert.Contains("JsonException", letter["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", letters.Text, StringComparison.Ordinal);
        await Sql(
            $"update platform.events set payload = payload || jsonb_build_object('userId', '{Guid.CreateVersion7()}') where id = '{id}'");
        (await admin.Post($"admin/dead-letters/{letter["id"]}/retry")).Is(204);
        await Eventually.Is(() => Kinds("dead@example.com"), kinds => kinds is ["confirm_email"], "the mail after all");
        Assert.Equal("dead_letters.not_found", (await admin.Post($"admin/dead-letters/{letter["id"]}/retry")).Is(404).Code);
        Assert.Equal("dead_letters.not_found", (await admin.Delete($"admin/dead-letters/{letter["id"]}")).Is(404).Code);
    }

    [Fact]
    public async Task A_dead_letter_can_be_discarded()
    {
        var id = Guid.CreateVersion7();
        await Sql($$"""
            insert into platform.events (id, type, payload, occurred_at) values ('{{id}}', 'test.happened', '{}', now());
            insert into platform.deliveries (event_id, subscriber, due_at, attempts, dead_at)
              values ('{{id}}', 'test.discarded', now(), 8, now());
            """);
        var admin = await shop.AdminClient();
        var letter = (await admin.Get("admin/dead-letters?pageSize=100")).Is(200).Json["items"]!.AsArray()
            .Single(one => one!["subscriber"]!.GetValue<string>() == "test.discarded")!;
        (await admin.Delete($"admin/dead-letters/{letter["id"]}")).Is(204);
        Assert.DoesNotContain("test.discarded", (await admin.Get("admin/dead-letters?pageSize=100")).Text, StringComparison.Ordinal);
    }

    private Task Publish(params IEvent[] happened) => shop.Db.Write(
        "test.publish",
        tx =>
        {
            Array.ForEach(happened, tx.Publish);
            return Task.CompletedTask;
        },
        TestContext.Current.CancellationToken);

    private Task<List<string>> Kinds(string email) =>
        shop.Db.Query($"select kind from notifications.mails where recipient = {email}", row => row.GetString(0), CancellationToken.None);

    private Task<List<string>> Statuses(string email) =>
        shop.Db.Query($"select status from notifications.mails where recipient = {email}", row => row.GetString(0), CancellationToken.None);

    private async Task Sql(string sql)
    {
        await using var command = shop.Db.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
