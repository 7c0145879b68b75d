using Npgsql;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Webhooks;

/// <summary>The host is killed between sending an event and noting it.</summary>
public sealed class WebhookCrashTests(TestCluster cluster)
{
    [Fact]
    public async Task What_was_sent_but_not_noted_when_the_host_died_is_sent_again_under_the_same_id()
    {
        await using var receiver = new Receiver();
        var database = await cluster.NewDatabase();
        await Execute(database, $"""
            insert into webhooks.endpoints (id, url, description, events, created_at, updated_at)
            values ('01936a00-0000-7000-8000-000000000001', '{receiver.Address}/crash', '', '{"{orders.order_placed}"}', now(), now());
            insert into webhooks.deliveries (id, endpoint_id, type, body, due_at, created_at)
            values ('01936a00-0000-7000-8000-000000000002', '01936a00-0000-7000-8000-000000000001', 'orders.order_placed', '{"{}"}',
              now() + interval '1 hour', now());
            """);
        await using (var dying = await Serve(database, ("TRADEPOST_CRASH_AT", "webhooks.before_record")))
        {
            await Execute(database, "update webhooks.deliveries set due_at = now()");
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            await dying.Ended(patience.Token);
        }

        Assert.Single(receiver.To("/crash"));
        await Execute(database, "update webhooks.deliveries set leased_until = now()");
        await using var shop = await Serve(database);
        await Eventually.Is(() => Task.FromResult(receiver.To("/crash").Count), count => count == 2, "the repetition");
        Assert.Single(receiver.To("/crash").Select(one => (one.Delivery, one.Body)).Distinct());
        await Eventually.Is(() => Status(database), status => status == "delivered", "noted at last");
    }

    private static Task<ShopProcess> Serve(string database, params (string Name, string Value)[] more) => ShopProcess.Start(
        ["--port", "0", "--empty", "--data", Directory.CreateTempSubdirectory("tradepost-hooks-").FullName],
        more.Append(("ConnectionStrings__Shop", database)).Append(("Webhooks__AllowPrivate", "true"))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal));

    private static async Task Execute(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> Status(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("select status from webhooks.deliveries");
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
