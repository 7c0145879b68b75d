namespace Tradepost.Platform.Messaging;

/// <summary>
/// Wakes the dispatcher of this node at once and tells it whose deliveries were written; the others hear of it over the change channel or
/// at their next slow poll.
/// </summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim raised = new(0, 1);
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private bool lookAround;

    /// <summary>There is something to deliver; to whom is not known here.</summary>
    public void Raise()
    {
        lock (named)
        {
            lookAround = true;
        }

        Wake();
    }

    /// <summary>There is something to deliver to these subscribers.</summary>
    public void Raise(IReadOnlyCollection<string> subscribers)
    {
        if (subscribers.Count > 0)
        {
            lock (named)
            {
                named.UnionWith(subscribers);
            }

            Wake();
        }
    }

    /// <summary>Until raised, or for the time given.</summary>
    /// <returns>Whose deliveries were written, and whether to look for others besides: after a time without word, yes.</returns>
    public async Task<(IReadOnlyCollection<string> Named, bool LookAround)> Wait(TimeSpan atMost, CancellationToken cancel)
    {
        var woken = await raised.WaitAsync(atMost, cancel);
        lock (named)
        {
            string[] all = [.. named];
            var look = lookAround || !woken;
            named.Clear();
            lookAround = false;
            return (all, look);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => raised.Dispose();

    private void Wake()
    {
        try
        {
            raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already raised and not yet seen: one wake-up covers both.
        }
    }
}
