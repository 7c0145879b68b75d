using System.Collections.Concurrent;

namespace Tradepost.IntegrationTests.Chaos;

/// <summary>What people were told by the shop, kept by them and not by it.</summary>
internal sealed class Diary
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Every order somebody was told of, by its id.</summary>
    public ConcurrentDictionary<Guid, ToldOrder> Orders { get; } = new();

    /// <summary>Carts brought to the till.</summary>
    public ConcurrentDictionary<Guid, string> Keys { get; } = new();

    /// <summary>Refunds staff were told were written.</summary>
    public ConcurrentQueue<(Guid Order, long Minor)> Refunds { get; } = new();

    /// <summary>Answers no shop should give: bugs, contradictions.</summary>
    public ConcurrentQueue<string> Wrong { get; } = new();

    public IReadOnlyDictionary<string, int> Counts => counts;

    public void Count(string what) => counts.AddOrUpdate(what, 1, (_, before) => before + 1);

    /// <summary>A key was answered with an order. It must be the same one every time.</summary>
    public ToldOrder Told(string key, ToldOrder order)
    {
        var known = Orders.GetOrAdd(order.Id, order);
        if (known.Key != key || known.Number != order.Number || known.Total != order.Total)
        {
            Wrong.Enqueue($"key {key} was told of order {order.Number} ({order.Total}), key {known.Key} of {known.Number} ({known.Total})");
        }

        return known;
    }
}

/// <summary>An order as its buyer was told of it.</summary>
/// <param name="Key">The Idempotency-Key it was ordered with.</param>
/// <param name="Variant">What was bought.</param>
internal sealed record ToldOrder(Guid Id, string Number, string? Token, long Total, string Key, Guid Variant, int Quantity)
{
    private volatile bool paid;
    private volatile bool cancelled;

    /// <summary>The buyer was told that the money was taken.</summary>
    public bool Paid { get => paid; set => paid = value; }

    /// <summary>The buyer was told that the order is called off.</summary>
    public bool Cancelled { get => cancelled; set => cancelled = value; }
}
