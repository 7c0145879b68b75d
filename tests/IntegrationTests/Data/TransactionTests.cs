using Npgsql;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.IntegrationTests.Data;

public class TransactionTests(ShopFixture shop) : IClassFixture<ShopFixture>, IAsyncLifetime
{
    private static readonly ErrorCode Refused = new("test.refused", 409, "No.");
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await shop.Db.Write("test.table", async tx =>
    {
        await tx.Execute($"drop table if exists public.notes");
        await tx.Execute($"create table public.notes (id int primary key, text text not null)");
        await tx.Execute(
            $"""
            create or replace function public.refuse_bad() returns trigger language plpgsql as $$
            begin
              if new.text = 'bad' then raise exception 'bad'; end if;
              return null;
            end $$
            """);
        await tx.Execute(
            $"""
            create constraint trigger notes_checked after insert on public.notes deferrable initially deferred
              for each row execute function public.refuse_bad()
            """);
    }, Cancel);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_query_sees_what_was_queued_before_it_and_reads_its_own_rows_only()
    {
        var read = await shop.Db.Write<List<int>>("test.read", async tx =>
        {
            tx.Queue($"select generate_series(100, 105)");
            Insert(tx, 1);
            tx.Queue($"select 7 where false");
            Insert(tx, 2);
            tx.Queue($"select from public.notes where id = 1 for update");
            var rows = await tx.Query($"select id from public.notes order by id", row => row.GetInt32(0));
            Assert.Empty(await tx.Query($"select id from public.notes where id = 9", row => row.GetInt32(0)));
            tx.Queue($"select 8");
            Assert.Equal(2, await tx.Execute($"update public.notes set text = 'changed'"));
            Assert.Equal(1, await tx.Row($"select id from public.notes order by id", row => row.GetInt32(0)));
            return rows;
        }, Cancel);
        Assert.Equal([1, 2], read.Value);
        Assert.Equal(2, await Count());
    }

    [Fact]
    public async Task Questions_asked_together_are_answered_in_their_order()
    {
        var (ids, none, sum) = (await shop.Db.Write<(int[], bool, long)>("test.later", async tx =>
        {
            Insert(tx, 1);
            var ids = tx.Later($"select id from public.notes order by id", row => row.GetInt32(0));
            var none = tx.Later($"select id from public.notes where id = 9", row => row.GetInt32(0));
            Insert(tx, 2);
            var sum = tx.Later($"select sum(id) from public.notes", row => row.GetInt64(0));
            return ([.. await ids.Rows()], (await none.Rows()).Count == 0, await sum.Row());
        }, Cancel)).Value;
        Assert.Equal([1], ids);
        Assert.True(none);
        Assert.Equal(3, sum);
    }

    [Fact]
    public async Task A_check_that_refuses_takes_everything_back_whether_a_query_or_the_commit_sends_it()
    {
        var before = await shop.Db.Write<int>("test.check", async tx =>
        {
            Insert(tx, 1);
            tx.Queue($"update public.notes set text = 'x' where id = 9", changed => changed == 0 ? Refused.Refuse() : null);
            return await tx.Row($"select 1", row => row.GetInt32(0));
        }, Cancel);
        Assert.Equal(Refused, before.Refusal!.Error);
        var at = await shop.Db.Write<int>("test.check", tx =>
        {
            Insert(tx, 1);
            tx.Queue($"update public.notes set text = 'x' where id = 1", changed => changed == 1 ? Refused.Refuse() : null);
            return Task.FromResult<Outcome<int>>(1);
        }, Cancel);
        Assert.False(at.Succeeded);
        Assert.Equal(0, await Count());
    }

    [Theory]
    [InlineData(2, "good")]
    [InlineData(3, "bad")]
    public async Task What_fails_before_or_in_the_commit_leaves_nothing_and_a_connection_that_still_works(int second, string text)
    {
        await Assert.ThrowsAsync<PostgresException>(() => shop.Db.Write("test.fail", tx =>
        {
            Insert(tx, 2);
            tx.Queue($"insert into public.notes values ({second}, {text})");
            return Task.CompletedTask;
        }, Cancel));
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(0, await Count());
        }
    }

    [Fact]
    public async Task A_lazy_commit_is_seen_at_once_and_says_nothing_to_the_next_transaction()
    {
        await shop.Db.Write("test.lazy", tx =>
        {
            Insert(tx, 1);
            tx.CommitLazily();
            return Task.CompletedTask;
        }, Cancel);
        Assert.Equal(1, await Count());
        var setting = await shop.Db.Write<string>(
            "test.setting", async tx => (await tx.Row($"show synchronous_commit", row => row.GetString(0)))!, Cancel);
        Assert.Equal("on", setting.Value);
    }

    [Fact]
    public async Task A_refusal_after_statements_were_sent_takes_them_back()
    {
        var refused = await shop.Db.Write<int>("test.refuse", async tx =>
        {
            await tx.Execute($"insert into public.notes values (5, 'x')");
            return Refused.Refuse();
        }, Cancel);
        Assert.False(refused.Succeeded);
        Assert.Equal(0, await Count());
    }

    private static void Insert(Tx tx, int id) => tx.Queue($"insert into public.notes values ({id}, 'good')");

    private async Task<long> Count() => await shop.Db.Row($"select count(*) from public.notes", row => row.GetInt64(0), Cancel);
}
