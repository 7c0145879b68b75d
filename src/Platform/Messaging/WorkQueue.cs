namespace Tradepost.Platform.Messaging;

/// <summary>
/// Which subscribers wait for a worker. Each stands in it once; who has more left after its turn goes to the end, so that ten thousand
/// mails do not hold up an order that is to be accepted.
/// </summary>
/// <param name="workers">How many may be at work.</param>
internal sealed class WorkQueue(int workers)
{
    private readonly Queue<string> order = new();
    private readonly HashSet<string> queued = new(StringComparer.Ordinal);
    private int working;

    /// <summary>Puts a subscriber in. True: a worker is missing, and the caller starts one.</summary>
    public bool Add(string subscriber)
    {
        lock (order)
        {
            if (queued.Add(subscriber))
            {
                order.Enqueue(subscriber);
            }

            return working < workers && ++working > 0;
        }
    }

    /// <summary>What a worker does next; null: it goes home.</summary>
    public string? Take()
    {
        lock (order)
        {
            if (order.TryDequeue(out var subscriber))
            {
                queued.Remove(subscriber);
                return subscriber;
            }

            working--;
            return null;
        }
    }
}
