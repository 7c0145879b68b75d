using Tradepost.Contracts.Orders;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Orders;

/// <summary>What happened to an order, for everybody who may see it. Written with the change itself, never changed.</summary>
internal static class Timeline
{
    public const string Customer = "customer";
    public const string Shop = "shop";
    private const int MaxNote = 1000;

    /// <summary>Adds a row, and wakes the pages that follow the order.</summary>
    public static void Add(Tx tx, OrderId order, string happened, string by, string? note = null, OrderStatus? status = null)
    {
        var kept = note is { Length: > MaxNote } ? note[..MaxNote] : note;
        tx.Queue(
            $"""
            insert into orders.order_events (id, order_id, at, event, by_whom, note, status)
            values ({Id<TimelineEntry>.New()}, {order}, {tx.Now}, {happened}, {by}, {kept}, {(status is { } s ? Words.Of(s) : null)})
            """);
        tx.Touch(OrderTags.Order(order));
    }
}

/// <summary>A row of the timeline as answered.</summary>
/// <param name="At">When.</param>
/// <param name="Event">placed, paid, paymentFailed, confirmed, shipped, delivered, cancelled, refunded …</param>
/// <param name="By">customer, shop, a provider; staff see names.</param>
/// <param name="Note">Details, if any.</param>
internal sealed record TimelineEntry(DateTimeOffset At, string Event, string By, string? Note);
