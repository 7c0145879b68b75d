using Tradepost.Contracts.Orders;

namespace Tradepost.Orders;

/// <summary>How an order may move. The database holds the same table (orders.status_edges) and refuses everything else.</summary>
internal static class OrderStates
{
    public static IReadOnlySet<(OrderStatus From, OrderStatus To)> Edges { get; } = new HashSet<(OrderStatus From, OrderStatus To)>
    {
        (OrderStatus.PendingPayment, OrderStatus.Processing),
        (OrderStatus.PendingPayment, OrderStatus.Cancelled),
        (OrderStatus.Processing, OrderStatus.Shipped),
        (OrderStatus.Processing, OrderStatus.Cancelled),
        (OrderStatus.Shipped, OrderStatus.Delivered),
    };

    public static bool MayMove(OrderStatus from, OrderStatus to) => Edges.Contains((from, to));

    /// <summary>Whether the order can still be called off. Once a parcel left the house, it is a return.</summary>
    public static bool MayCancel(OrderStatus status, bool anythingShipped) => MayMove(status, OrderStatus.Cancelled) && !anythingShipped;

    /// <summary>What staff may do to it now.</summary>
    public static IReadOnlyList<string> Actions(OrderStatus status, bool anythingShipped, bool anythingOnItsWay)
    {
        var actions = new List<string>(3);
        if (status == OrderStatus.Processing)
        {
            actions.Add("ship");
        }

        if (anythingOnItsWay)
        {
            actions.Add("deliver");
        }

        if (MayCancel(status, anythingShipped))
        {
            actions.Add("cancel");
        }

        return actions;
    }
}
