using Tradepost.Platform.Messaging;

namespace Tradepost.UnitTests.Platform;

/// <summary>Word of what is to be delivered.</summary>
public sealed class OutboxSignalTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(5);

    [Fact]
    public async Task Subscribers_raised_before_anybody_waited_are_named_once()
    {
        using var signal = new OutboxSignal();
        signal.Raise(["a", "b"]);
        signal.Raise(["b"]);
        var (named, look) = await signal.Wait(Short, TestContext.Current.CancellationToken);
        Assert.Equal(["a", "b"], named.Order(StringComparer.Ordinal));
        Assert.False(look);
    }

    [Fact]
    public async Task Without_word_or_without_names_one_looks_around()
    {
        using var signal = new OutboxSignal();
        Assert.True((await signal.Wait(Short, TestContext.Current.CancellationToken)).LookAround);
        signal.Raise();
        Assert.True((await signal.Wait(Short, TestContext.Current.CancellationToken)).LookAround);
    }

    [Fact]
    public async Task Events_nobody_reacts_to_wake_nobody()
    {
        using var signal = new OutboxSignal();
        signal.Raise([]);
        var waiting = signal.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        signal.Raise(["a"]);
        Assert.Equal(["a"], (await waiting).Named);
    }
}
