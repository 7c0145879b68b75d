using System.Text;
using Tradepost.Platform.Caching;

namespace Tradepost.UnitTests.Platform;

public sealed class AnswerCacheTests
{
    private readonly Changes changes = new();
    private readonly AnswerCache cache;

    public AnswerCacheTests() => cache = new AnswerCache(changes);

    [Fact]
    public void An_answer_is_kept_until_one_of_its_tags_changes()
    {
        Store("/a", "catalog", "product:1");
        Store("/b", "catalog");
        changes.Hear(["product:1"]);
        Assert.Null(cache.Find("/a"));
        Assert.NotNull(cache.Find("/b"));
    }

    [Fact]
    public void An_answer_made_from_what_has_since_changed_is_not_kept()
    {
        var since = cache.Epoch;
        changes.Hear(["product:1"]);
        cache.Store("/a", Answer("old"), ["product:1"], since);
        Assert.Null(cache.Find("/a"));
    }

    [Fact]
    public void A_change_of_something_else_meanwhile_does_not_matter()
    {
        var since = cache.Epoch;
        changes.Hear(["product:2"]);
        cache.Store("/a", Answer("still true"), ["product:1"], since);
        Assert.NotNull(cache.Find("/a"));
    }

    [Fact]
    public void After_more_changes_than_are_remembered_an_answer_begun_before_them_is_not_trusted()
    {
        var since = cache.Epoch;
        for (var i = 0; i < 2000; i++)
        {
            changes.Hear([$"product:{i}"]);
        }

        cache.Store("/a", Answer("who knows"), ["catalog"], since);
        Assert.Null(cache.Find("/a"));
    }

    [Fact]
    public void When_changes_may_have_been_missed_everything_is_forgotten()
    {
        Store("/a", "catalog");
        var since = cache.Epoch;
        changes.Reset();
        Assert.Null(cache.Find("/a"));
        cache.Store("/a", Answer("begun before"), ["catalog"], since);
        Assert.Null(cache.Find("/a"));
    }

    [Fact]
    public void It_never_grows_beyond_its_bound_and_lets_the_oldest_go()
    {
        var big = new string('x', 900_000);
        for (var i = 0; i < 150; i++)
        {
            cache.Store($"/{i}", Answer(big), ["catalog"], cache.Epoch);
        }

        Assert.Null(cache.Find("/0"));
        Assert.NotNull(cache.Find("/149"));
    }

    [Fact]
    public async Task Who_waits_for_a_tag_is_woken_by_it_and_by_no_other()
    {
        var waiting = changes.Next("order:1", CancellationToken.None);
        changes.Hear(["order:2"]);
        Assert.False(waiting.IsCompleted);
        changes.Hear(["order:1"]);
        await waiting.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    private void Store(string key, params string[] tags) => cache.Store(key, Answer("x"), tags, cache.Epoch);

    private static AnswerCache.Answer Answer(string text) => new(Encoding.UTF8.GetBytes(text), []);
}
