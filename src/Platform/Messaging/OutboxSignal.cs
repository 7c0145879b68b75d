namespace Tradepost.Platform.Messaging;

/// <summary>Wakes the dispatcher of this node at once; the others hear of it over the change channel or at their next slow poll.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim raised = new(0, 1);

    /// <summary>There is something to deliver.</summary>
    public void Raise()
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

    /// <summary>Until raised, or for the time given.</summary>
    public Task Wait(TimeSpan atMost, CancellationToken cancel) => raised.WaitAsync(atMost, cancel);

    /// <inheritdoc/>
    public void Dispose() => raised.Dispose();
}
