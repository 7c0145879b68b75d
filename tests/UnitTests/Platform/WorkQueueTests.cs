using Tradepost.Platform.Messaging;

namespace Tradepost.UnitTests.Platform;

/// <summary>Turns of subscribers.</summary>
public sealed class WorkQueueTests
{
    [Fact]
    public void A_subscriber_stands_in_the_queue_once()
    {
        var queue = new WorkQueue(1);
        Assert.True(queue.Add("mails"));
        Assert.False(queue.Add("mails"));
        Assert.Equal("mails", queue.Take());
        Assert.Null(queue.Take());
    }

    [Fact]
    public void Who_is_added_while_a_worker_is_busy_with_it_gets_another_turn()
    {
        var queue = new WorkQueue(1);
        queue.Add("mails");
        Assert.Equal("mails", queue.Take());
        Assert.False(queue.Add("mails"));
        Assert.Equal("mails", queue.Take());
    }

    [Fact]
    public void Who_has_more_waits_behind_the_others()
    {
        var queue = new WorkQueue(1);
        queue.Add("mails");
        queue.Add("orders");
        Assert.Equal("mails", queue.Take());
        queue.Add("mails");
        Assert.Equal(["orders", "mails"], [queue.Take()!, queue.Take()!]);
    }

    [Fact]
    public void As_many_workers_start_as_there_may_be_and_one_that_went_home_is_replaced()
    {
        var queue = new WorkQueue(2);
        Assert.Equal([true, true, false], [queue.Add("a"), queue.Add("b"), queue.Add("c")]);
        Assert.Equal(["a", "b", "c"], [queue.Take()!, queue.Take()!, queue.Take()!]);
        Assert.Null(queue.Take());
        Assert.True(queue.Add("d"));
    }
}
