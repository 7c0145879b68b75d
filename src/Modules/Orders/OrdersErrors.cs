using Tradepost.Platform.Types;

namespace Tradepost.Orders;

/// <summary>Refusals of the module's own routes. Those other modules answer stand in Contracts.</summary>
internal static class OrdersErrors
{
    public static readonly ErrorCode NotCancellable = new("orders.not_cancellable", 409, "This order can't be cancelled any more.");

    public static readonly ErrorCode NotInvoiced = new(
        "orders.not_invoiced", 409, "There is no invoice yet: it is made when the order is paid, or sent if it is paid on delivery.");
}
