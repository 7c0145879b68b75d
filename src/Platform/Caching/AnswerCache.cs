using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Tradepost.Platform.Caching;

/// <summary>
/// Finished answers for anonymous readers, kept as bytes and dropped by tag the moment something they show changes. Bounded in bytes;
/// the oldest go first.
/// </summary>
public sealed class AnswerCache
{
    private const long MaxBytes = 96L << 20;
    private const int MaxAnswerBytes = 1 << 20;
    private const int RememberedChanges = 1024;

    private readonly ConcurrentDictionary<string, Answer> answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> keysOf = new(StringComparer.Ordinal);
    private readonly Queue<Answer> byAge = new();
    private readonly Queue<(long Epoch, string Tag)> recent = new();
    private readonly Lock gate = new();
    private long bytes;
    private long epoch;

    /// <summary>An empty cache that listens for changes.</summary>
    public AnswerCache(Changes changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        changes.Listen(Drop, Clear);
    }

    /// <summary>Marks the answer being written as one that may be kept until one of the tags changes.</summary>
    public static void Keep(HttpContext http, params string[] tags) => http.Items[typeof(AnswerCache)] = tags;

    /// <summary>Drops all answers: what changed may show in any of them.</summary>
    public void Forget() => Clear();

    internal static string[]? TagsOf(HttpContext http) => http.Items[typeof(AnswerCache)] as string[];

    internal long Epoch => Interlocked.Read(ref epoch);

    internal Answer? Find(string key) => answers.GetValueOrDefault(key);

    /// <summary>Keeps an answer, unless one of its tags changed since the work on it began.</summary>
    internal void Store(string key, Answer answer, string[] tags, long since)
    {
        if (answer.Body.Length > MaxAnswerBytes)
        {
            return;
        }

        lock (gate)
        {
            if (ChangedSince(since, tags))
            {
                return;
            }

            Remove(key);
            answers[key] = answer with { Key = key, Tags = tags };
            byAge.Enqueue(answers[key]);
            bytes += answer.Body.Length;
            foreach (var tag in tags)
            {
                (keysOf.TryGetValue(tag, out var keys) ? keys : keysOf[tag] = new(StringComparer.Ordinal)).Add(key);
            }

            Shrink();
        }
    }

    // Dropped answers stay in the age queue until they reach its head, so the queue's own length is bounded too.
    private void Shrink()
    {
        while ((bytes > MaxBytes || byAge.Count > (2 * answers.Count) + 256) && byAge.TryDequeue(out var oldest))
        {
            if (!ReferenceEquals(answers.GetValueOrDefault(oldest.Key), oldest))
            {
                continue;
            }

            if (bytes > MaxBytes)
            {
                Remove(oldest.Key);
            }
            else
            {
                byAge.Enqueue(oldest);
            }
        }
    }

    private bool ChangedSince(long since, string[] tags)
    {
        var forgotten = epoch - recent.Count;
        return since < forgotten || recent.Any(change => change.Epoch > since
            && (change.Tag.Length == 0 || tags.Contains(change.Tag, StringComparer.Ordinal)));
    }

    private void Drop(IReadOnlyCollection<string> tags)
    {
        lock (gate)
        {
            foreach (var tag in tags)
            {
                Remember(tag);
                if (keysOf.Remove(tag, out var keys))
                {
                    foreach (var key in keys.ToArray())
                    {
                        Remove(key);
                    }
                }
            }
        }
    }

    private void Clear()
    {
        lock (gate)
        {
            Remember("");
            answers.Clear();
            keysOf.Clear();
            byAge.Clear();
            bytes = 0;
        }
    }

    private void Remember(string tag)
    {
        recent.Enqueue((Interlocked.Increment(ref epoch), tag));
        if (recent.Count > RememberedChanges)
        {
            recent.Dequeue();
        }
    }

    private void Remove(string key)
    {
        if (!answers.TryRemove(key, out var answer))
        {
            return;
        }

        bytes -= answer.Body.Length;
        foreach (var tag in answer.Tags)
        {
            if (keysOf.TryGetValue(tag, out var keys) && keys.Remove(key) && keys.Count == 0)
            {
                keysOf.Remove(tag);
            }
        }
    }

    internal sealed record Answer(byte[] Body, KeyValuePair<string, StringValues>[] Headers)
    {
        public string Key { get; init; } = "";

        public string[] Tags { get; init; } = [];
    }
}
