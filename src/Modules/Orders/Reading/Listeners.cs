using System.Collections.Concurrent;
using Tradepost.Platform.Access;

namespace Tradepost.Orders.Reading;

/// <summary>How many lines one caller may keep open to follow orders: each costs the shop a little for as long as it lasts.</summary>
internal sealed class Listeners
{
    public const int Most = 20;
    private readonly ConcurrentDictionary<string, int> open = new(StringComparer.Ordinal);

    /// <summary>Takes a place; null when the caller has no more. Dispose it to give it back.</summary>
    public IDisposable? Take(OrderId order, Caller caller)
    {
        // Guests are told apart by their order: many may share a network address.
        var key = caller.UserId is { } user ? $"user {user}" : $"order {order}";
        if (open.AddOrUpdate(key, 1, (_, count) => count + 1) <= Most)
        {
            return new Seat(this, key);
        }

        Leave(key);
        return null;
    }

    private void Leave(string key)
    {
        if (open.AddOrUpdate(key, 0, (_, count) => count - 1) <= 0)
        {
            open.TryRemove(new KeyValuePair<string, int>(key, 0));
        }
    }

    private sealed class Seat(Listeners all, string key) : IDisposable
    {
        public void Dispose() => all.Leave(key);
    }
}
