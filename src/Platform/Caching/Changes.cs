using System.Threading.Channels;

namespace Tradepost.Platform.Caching;

/// <summary>
/// Word of what changed, by tag ("product:…", "catalog", "order:…"). This node hears it before the write's caller gets its answer;
/// other nodes a moment later over one shared channel.
/// </summary>
public sealed class Changes
{
    private readonly Channel<string> outgoing = Channel.CreateUnbounded<string>();
    private readonly List<Action<IReadOnlyCollection<string>>> listeners = [];
    private readonly List<Action> resets = [];
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<TaskCompletionSource>> waiting = new(StringComparer.Ordinal);

    internal ChannelReader<string> Outgoing => outgoing.Reader;

    /// <summary>Calls back with the tags of every change, here or on another node.</summary>
    /// <param name="changed">Given the tags.</param>
    /// <param name="reset">Called when changes may have been missed: forget everything.</param>
    public void Listen(Action<IReadOnlyCollection<string>> changed, Action reset)
    {
        lock (gate)
        {
            listeners.Add(changed);
            resets.Add(reset);
        }
    }

    /// <summary>Completes when the tag is next announced. Ask before reading the state, so that no change falls between.</summary>
    public Task Next(string tag, CancellationToken cancel)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            (waiting.TryGetValue(tag, out var list) ? list : waiting[tag] = []).Add(source);
        }

        var registration = cancel.Register(() =>
        {
            Forget(tag, source);
            source.TrySetCanceled(cancel);
        });
        source.Task.ContinueWith(_ => registration.Dispose(), TaskScheduler.Default);
        return source.Task;
    }

    internal void Announce(IReadOnlyCollection<string> tags)
    {
        if (tags.Count == 0)
        {
            return;
        }

        Hear(tags);
        foreach (var tag in tags)
        {
            outgoing.Writer.TryWrite(tag);
        }
    }

    internal void Hear(IReadOnlyCollection<string> tags)
    {
        List<TaskCompletionSource> woken = [];
        Action<IReadOnlyCollection<string>>[] told;
        lock (gate)
        {
            told = [.. listeners];
            foreach (var tag in tags)
            {
                if (waiting.Remove(tag, out var list))
                {
                    woken.AddRange(list);
                }
            }
        }

        Array.ForEach(told, listener => listener(tags));
        woken.ForEach(source => source.TrySetResult());
    }

    internal void Reset()
    {
        Action[] told;
        lock (gate)
        {
            told = [.. resets];
        }

        Array.ForEach(told, reset => reset());
    }

    private void Forget(string tag, TaskCompletionSource source)
    {
        lock (gate)
        {
            if (waiting.TryGetValue(tag, out var list) && list.Remove(source) && list.Count == 0)
            {
                waiting.Remove(tag);
            }
        }
    }
}
