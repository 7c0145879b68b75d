using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Caching;

namespace Tradepost.IntegrationTests.Messaging;

/// <summary>What a connection that breaks at a bad moment does, and does not do.</summary>
public sealed class BrokenConnectionTests(ShopFixture shop) : IClassFixture<ShopFixture>, IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        await Sql("create table if not exists public.marks (id serial primary key, word text); truncate public.marks");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_write_whose_connection_breaks_before_the_commit_runs_again_and_happens_once()
    {
        var runs = 0;
        await shop.Db.Write("test.broken", async tx =>
        {
            await tx.Execute($"insert into public.marks (word) values ('once')");
            if (++runs == 1)
            {
                await EndOthers();
            }

            await tx.Execute($"update public.marks set word = word || '.'");
        }, Cancel);
        Assert.Equal(2, runs);
        Assert.Equal(["once."], await shop.Db.Query($"select word from public.marks", row => row.GetString(0), Cancel));
    }

    [Fact]
    public async Task Reads_after_all_connections_were_cut_are_answered()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.Db.Query($"select pg_sleep(0.05)", _ => 0, Cancel)));
        await EndOthers();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(some =>
            shop.Db.Row($"select {some} + pg_backend_pid() * 0", row => row.GetInt32(0), Cancel)));
        Assert.Equal(Enumerable.Range(0, 8), answers.Order());
    }

    [Fact]
    public async Task A_commit_nobody_answered_is_not_repeated_and_what_it_touched_is_forgotten()
    {
        // Ends its own connection inside the commit, where nobody can tell what became of it.
        await Sql(
            """
            create or replace function public.die() returns trigger language plpgsql as $$
            begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5); return null; end $$;
            drop trigger if exists dies on public.marks;
            create constraint trigger dies after insert on public.marks deferrable initially deferred
              for each row when (new.word = 'uncertain') execute function public.die();
            """);
        var (runs, heard) = (0, new List<string>());
        shop.Services.GetRequiredService<Changes>().Listen(tags => { lock (heard) { heard.AddRange(tags); } }, () => { });
        var failure = await Assert.ThrowsAnyAsync<NpgsqlException>(() => shop.Db.Write("test.uncertain", async tx =>
        {
            runs++;
            tx.Touch("test:uncertain");
            await tx.Execute($"insert into public.marks (word) values ('uncertain')");
        }, Cancel));
        Assert.True(failure.IsTransient);
        Assert.Equal(1, runs);
        Assert.Contains("test:uncertain", heard);
    }

    [Fact]
    public async Task Other_nodes_hear_of_every_change_though_connections_are_cut_again_and_again()
    {
        const int Changes = 40;
        var heard = new HashSet<string>(StringComparer.Ordinal);
        await using var node = new NpgsqlConnection(shop.ConnectionString + ";Pooling=false;Application Name=other");
        await node.OpenAsync(Cancel);
        node.Notification += (_, word) => heard.UnionWith(word.Payload.Split('\n'));
        await using (var listen = new NpgsqlCommand("listen tradepost_changes", node))
        {
            await listen.ExecuteNonQueryAsync(Cancel);
        }

        for (var change = 0; change < Changes; change++)
        {
            // Asks something first: a connection that is found broken only by its commit leaves the caller in doubt, and is another test.
            await shop.Db.Write("test.touch", tx =>
            {
                tx.Touch($"test:{change}");
                return tx.Execute($"select 1");
            }, Cancel);
            if (change % 4 == 0)
            {
                await EndOthers();
            }
        }

        await Eventually.Is(
            async () =>
            {
                await node.WaitAsync(TimeSpan.FromMilliseconds(50), Cancel);
                return heard.Count(word => word.StartsWith("test:", StringComparison.Ordinal));
            },
            count => count == Changes, "word of every change");
    }

    private Task EndOthers() => Sql(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'tradepost'");

    // On a connection the shop does not know.
    private async Task Sql(string sql)
    {
        await using var connection = new NpgsqlConnection(shop.ConnectionString + ";Pooling=false;Application Name=test");
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
