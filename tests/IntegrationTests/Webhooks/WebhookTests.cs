using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Tradepost.Contracts.Orders;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Types;

namespace Tradepost.IntegrationTests.Webhooks;

/// <summary>A shop whose receivers stand on this machine.</summary>
public sealed class WebhookShop(TestCluster cluster) : ShopFixture(cluster), IAsyncDisposable
{
    /// <summary>The receiver.</summary>
    public Receiver Receiver { get; } = new();

    /// <inheritdoc/>
    protected override void Adjust(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Webhooks:AllowPrivate"] = "true",
            ["Webhooks:Timeout"] = "00:00:05",
        });

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await Receiver.DisposeAsync();
    }
}

/// <summary>Receivers are told of what happened, signed, at least once under one id, and staff see every attempt.</summary>
public sealed class WebhookTests(WebhookShop shop) : IClassFixture<WebhookShop>
{
    private static readonly string[] Placed = ["orders.order_confirmed"];

    private static OrderSummary Order(string number) => new(
        OrderId.New(), number, "june@example.com", "June", new(2599, Currency.Usd), [new("Lamp", 1, new(1999, Currency.Usd))], "guest-key");

    [Fact]
    public async Task A_receiver_is_sent_the_events_it_asked_for_signed_and_without_keys_to_orders()
    {
        var (_, secret) = await Create("/signed");
        await Publish(Order("TP-SIGNED"));
        var got = await One("/signed", "TP-SIGNED");
        Assert.True(Verify(secret, got));
        Assert.False(Verify("whsec_other", got));
        var body = JsonNode.Parse(got.Body)!;
        Assert.Equal(("orders.order_confirmed", "orders.order_confirmed"), (body["type"]!.GetValue<string>(), got.Event));
        Assert.Equal(got.Delivery, body["id"]!.GetValue<string>());
        Assert.Equal("TP-SIGNED", body["data"]!["order"]!["number"]!.GetValue<string>());
        Assert.DoesNotContain("guest-key", got.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("accessToken", got.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_receiver_that_fails_is_tried_again_under_the_same_id_and_every_attempt_is_on_record()
    {
        var (id, _) = await Create("/fails");
        shop.Receiver.Answers["/fails"] = http =>
        {
            http.Response.StatusCode = 500;
            return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(http.Response,
                "out of order " + new string('x', 5000));
        };
        await Publish(Order("TP-FAILS"));
        var first = await One("/fails", "TP-FAILS");
        var delivery = await Eventually.Is(() => Delivery(first.Delivery), seen => Count(seen) == 1, "the first attempt on record");
        var attempt = delivery["log"]![0]!;
        Assert.Equal((500, "pending"), (attempt["status"]!.GetValue<int>(), delivery["status"]!.GetValue<string>()));
        Assert.Equal(1024, attempt["answer"]!.GetValue<string>().Length);
        Assert.NotNull((await (await shop.AdminClient()).Get($"admin/webhooks/{id}")).Json["failingSince"]);
        shop.Receiver.Answers.TryRemove("/fails", out _);
        await Sql($"update webhooks.deliveries set due_at = now() where id = '{first.Delivery}'");
        var done = await Eventually.Is(() => Delivery(first.Delivery), seen => Text(seen, "status") == "delivered", "delivered");
        Assert.Equal([200, 500], done["log"]!.AsArray().Select(one => one!["status"]!.GetValue<int>()));
        Assert.All(shop.Receiver.To("/fails"), one => Assert.Equal((first.Delivery, first.Body), (one.Delivery, one.Body)));
        Assert.Null((await (await shop.AdminClient()).Get($"admin/webhooks/{id}")).Json["failingSince"]);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_a_slow_receiver_is_given_up_without_holding_up_others()
    {
        await Create("/moved");
        await Create("/slow");
        await Create("/quick");
        shop.Receiver.Answers["/moved"] = http =>
        {
            http.Response.StatusCode = 307;
            http.Response.Headers.Location = shop.Receiver.Address + "/elsewhere";
            return Task.CompletedTask;
        };
        shop.Receiver.Answers["/slow"] = http => Task.Delay(TimeSpan.FromSeconds(20), http.RequestAborted);
        await Publish(Order("TP-SLOW"));
        await One("/quick", "TP-SLOW");
        var moved = await One("/moved", "TP-SLOW");
        var slow = await One("/slow", "TP-SLOW");
        var refused = await Eventually.Is(
            () => Delivery(moved.Delivery), seen => seen["lastStatus"] is { } status && status.GetValue<int>() == 307,
            "the redirect on record");
        Assert.NotEqual("delivered", Text(refused, "status"));
        Assert.Empty(shop.Receiver.To("/elsewhere"));
        var late = await Eventually.Is(() => Delivery(slow.Delivery), seen => seen["lastError"] is not null, "the time-out on record");
        Assert.Contains("No answer within 5 s", Text(late, "lastError"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_that_was_sent_but_not_recorded_is_sent_again_under_the_same_id()
    {
        await Create("/twice");
        await Publish(Order("TP-TWICE"));
        var first = await One("/twice", "TP-TWICE");
        await Eventually.Is(() => Delivery(first.Delivery), seen => Text(seen, "status") == "delivered", "delivered");
        await Sql($"""
            update webhooks.deliveries set status = 'pending', delivered_at = null, leased_until = now() - interval '1 s'
            where id = '{first.Delivery}'
            """);
        await Eventually.Is(() => Task.FromResult(shop.Receiver.To("/twice").Count), count => count == 2, "a repetition");
        Assert.Single(shop.Receiver.To("/twice").Select(one => one.Delivery).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_rotated_secret_signs_beside_the_new_one_and_is_never_shown_again()
    {
        var (id, old) = await Create("/rotated");
        var admin = await shop.AdminClient();
        var secret = Text((await admin.Post($"admin/webhooks/{id}/secret")).Is(200).Json, "secret");
        Assert.NotEqual(old, secret);
        Assert.DoesNotContain("whsec_", (await admin.Get("admin/webhooks")).Text + (await admin.Get($"admin/webhooks/{id}")).Text,
            StringComparison.Ordinal);
        (await admin.Post($"admin/webhooks/{id}/test")).Is(200);
        var got = await One("/rotated", "This is a test.");
        Assert.True(Verify(old, got));
        Assert.True(Verify(secret, got));
        await Sql($"update webhooks.endpoints set rotated_at = now() - interval '25 hours' where id = '{id}'");
        await Publish(Order("TP-ROTATED"));
        var later = await One("/rotated", "TP-ROTATED");
        Assert.False(Verify(old, later));
        Assert.True(Verify(secret, later));
    }

    [Fact]
    public async Task What_failed_for_good_is_replayed_alone_or_all_of_a_period_or_dropped()
    {
        var (id, _) = await Create("/replayed");
        shop.Receiver.Answers["/replayed"] = http =>
        {
            http.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        await Publish(Order("TP-R1"));
        await Publish(Order("TP-R2"));
        var (one, two) = (await One("/replayed", "TP-R1"), await One("/replayed", "TP-R2"));
        await Sql($"update webhooks.deliveries set attempts = 10, due_at = now() where endpoint_id = '{id}'");
        await Eventually.Is(() => Delivery(one.Delivery), seen => Text(seen, "status") == "failed", "failed for good");
        await Eventually.Is(() => Delivery(two.Delivery), seen => Text(seen, "status") == "failed", "failed for good");
        shop.Receiver.Answers.TryRemove("/replayed", out _);
        var admin = await shop.AdminClient();
        Assert.Equal(0, Number((await admin.Post($"admin/webhooks/{id}/replay", new { to = "2020-01-01T00:00:00Z" })).Is(200).Json,
            "count"));
        (await admin.Post($"admin/webhook-deliveries/{one.Delivery}/replay")).Is(204);
        await Eventually.Is(() => Delivery(one.Delivery), seen => Text(seen, "status") == "delivered", "delivered after all");
        Assert.Equal(1, Number((await admin.Post($"admin/webhooks/{id}/replay", new { })).Is(200).Json, "count"));
        await Eventually.Is(() => Delivery(two.Delivery), seen => Text(seen, "status") == "delivered", "delivered after all");
        Assert.Equal("action", Assert.Single((await admin.Post("admin/webhook-deliveries/bulk", new { action = "x" })).Is(400).Faulty));
    }

    [Fact]
    public async Task A_receiver_that_fails_for_days_or_says_gone_is_switched_off_and_says_why()
    {
        var (failing, _) = await Create("/days");
        var (gone, _) = await Create("/gone");
        foreach (var (path, status) in new[] { ("/days", 500), ("/gone", 410) })
        {
            shop.Receiver.Answers[path] = http =>
            {
                http.Response.StatusCode = status;
                return Task.CompletedTask;
            };
        }

        await Sql($"update webhooks.endpoints set failing_since = now() - interval '6 days' where id = '{failing}'");
        await Publish(Order("TP-OFF"));
        var admin = await shop.AdminClient();
        foreach (var id in new[] { failing, gone })
        {
            var off = await Eventually.Is(
                async () => (await admin.Get($"admin/webhooks/{id}")).Json, seen => !seen["active"]!.GetValue<bool>(), "switched off");
            Assert.NotNull(off["disabledReason"]);
            Assert.Equal("webhooks.disabled", (await admin.Post($"admin/webhooks/{id}/test")).Is(409).Code);
        }

        var on = (await admin.Put($"admin/webhooks/{failing}",
            new { url = shop.Receiver.Address + "/days", events = Placed, active = true }))
            .Is(200).Json;
        Assert.True(on["active"]!.GetValue<bool>());
        Assert.Null(on["failingSince"]);
    }

    [Fact]
    public async Task Bad_addresses_and_unknown_events_are_refused_and_named()
    {
        var admin = await shop.AdminClient();
        foreach (var url in new[] { "ftp://a.example", "http://a.example/x", "https://me:secret@a.example", "https://a.example/#x",
            "nonsense" })
        {
            Assert.Equal("url", Assert.Single((await admin.Post("admin/webhooks", new { url, events = Placed })).Is(400).Faulty));
        }

        Assert.Equal("events", Assert.Single(
            (await admin.Post("admin/webhooks", new { url = "https://a.example",
                events = new[] { "identity.registered" } })).Is(400).Faulty));
        using var anybody = shop.Client();
        Assert.Equal(401, (await anybody.Get("admin/webhooks")).Status);
        var (customer, _, _) = await shop.CustomerClient();
        Assert.Equal(403, (await customer.Post("admin/webhooks", new { url = "https://a.example", events = Placed })).Status);
    }

    internal static bool Verify(string secret, Received got)
    {
        var parts = got.Signature.Split(',').Select(part => part.Split('=', 2)).ToList();
        var time = parts.First(part => part[0] == "t")[1];
        var expected = Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{got.Body}")));
        var age = DateTimeOffset.UnixEpoch.AddSeconds(long.Parse(time, CultureInfo.InvariantCulture)) - TimeProvider.System.GetUtcNow();
        return age.Duration() < TimeSpan.FromMinutes(5) && parts.Exists(part => part[0] == "v1" && part[1] == expected);
    }

    private async Task<(string Id, string Secret)> Create(string path)
    {
        var made = (await (await shop.AdminClient()).Post("admin/webhooks", new { url = shop.Receiver.Address + path, events = Placed }))
            .Is(201).Json;
        return (Text(made, "id"), Text(made, "secret"));
    }

    private Task<Received> One(string path, string words) => Eventually.Is(
        () => Task.FromResult(shop.Receiver.To(path).FirstOrDefault(one => one.Body.Contains(words, StringComparison.Ordinal))!),
        one => one is not null, $"{words} at {path}");

    private async Task<JsonNode> Delivery(string id) =>
        (await (await shop.AdminClient()).Get($"admin/webhook-deliveries/{id}")).Is(200).Json;

    private Task Publish(OrderSummary order) => shop.Db.Write(
        "test.publish",
        tx =>
        {
            tx.Publish(new OrderConfirmed(order));
            return Task.CompletedTask;
        },
        TestContext.Current.CancellationToken);

    private async Task Sql(string sql)
    {
        await using var command = shop.Db.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static int Count(JsonNode delivery) => delivery["log"]!.AsArray().Count;

    private static int Number(JsonNode node, string name) => node[name]!.GetValue<int>();

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
