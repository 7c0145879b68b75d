using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Data;
using Tradepost.Platform.Messaging;

namespace Tradepost.IntegrationTests.Messaging;

/// <summary>How events come to those who react to them.</summary>
public sealed class DeliveryTests(DeliveryTests.Shop shop) : IClassFixture<DeliveryTests.Shop>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_that_goes_away_again_and_again_makes_no_dead_letter()
    {
        await Publish(new Interrupted("cut", Times: Dispatcher.MaxAttempts + 3));
        await Eventually.Is(() => Effects("cut"), effects => effects == 1, "the effect, once");
        Assert.Equal(0, await shop.Db.Row(
            $"select count(*)::int from platform.deliveries where subscriber = 'test.interrupted'", row => row.GetInt32(0), Cancel));
    }

    [Fact]
    public async Task A_backlog_of_one_subscriber_does_not_hold_up_another()
    {
        await Publish([.. Enumerable.Range(0, 400).Select(_ => new Slow("slow"))]);
        await Publish(new Interrupted("quick", Times: 0));
        await Eventually.Is(() => Effects("quick"), effects => effects == 1, "the other one's effect");
        Assert.InRange(await Effects("slow"), 0, 399);
        await Eventually.Is(() => Effects("slow"), effects => effects == 400, "all effects");
    }

    [Fact]
    public async Task A_reaction_that_fails_holds_up_nobody_and_leaves_nothing_behind()
    {
        await Publish(new Slow("fails"), new Slow("after"));
        await Eventually.Is(() => Effects("after"), effects => effects == 1, "the effect of the one behind it");
        await Eventually.Is(
            () => shop.Db.Row(
                $"""
                select d.attempts from platform.deliveries d join platform.events e on e.id = d.event_id
                where e.payload->>'mark' = 'fails'
                """,
                row => row.GetInt32(0), Cancel),
            attempts => attempts >= 1, "a counted failure");
        Assert.Equal(0, await Effects("fails"));
        await shop.Db.Write("test.clean", tx => tx.Execute($"delete from platform.deliveries where subscriber = 'test.slow'"), Cancel);
    }

    private Task<int> Effects(string mark) =>
        shop.Db.Row($"select count(*)::int from public.effects where mark = {mark}", row => row.GetInt32(0), Cancel);

    private Task Publish(params IEvent[] happened) => shop.Db.Write(
        "test.publish",
        async tx =>
        {
            await tx.Execute($"create table if not exists public.effects (mark text not null)");
            Array.ForEach(happened, tx.Publish);
        },
        Cancel);

    /// <summary>A shop with two reactions of the test's own.</summary>
    public sealed class Shop(TestCluster cluster) : ShopFixture(cluster)
    {
        /// <inheritdoc/>
        protected override void Adjust(WebApplicationBuilder builder) => builder.Services
            .AddReaction<Interrupted, OnInterrupted>("test.interrupted").AddReaction<Slow, OnSlow>("test.slow");
    }

    /// <summary>Its reaction loses the connection this many times.</summary>
    [EventName("test.interrupted")]
    internal sealed record Interrupted(string Mark, int Times) : IEvent;

    /// <summary>Its reaction takes a moment.</summary>
    [EventName("test.slow")]
    internal sealed record Slow(string Mark) : IEvent;

    internal sealed class OnInterrupted : IReaction<Interrupted>
    {
        private static int lost;

        public async Task Handle(Interrupted happened, Tx tx)
        {
            await tx.Execute($"insert into public.effects values ({happened.Mark})");
            if (Interlocked.Increment(ref lost) <= happened.Times)
            {
                await tx.Execute($"select pg_terminate_backend(pg_backend_pid())");
            }
        }
    }

    internal sealed class OnSlow : IReaction<Slow>
    {
        public async Task Handle(Slow happened, Tx tx)
        {
            await tx.Execute($"insert into public.effects values ({happened.Mark})");
            await tx.Execute($"select pg_sleep(0.01)");
            if (happened.Mark == "fails")
            {
                throw new InvalidOperationException("as the test wants");
            }
        }
    }
}
