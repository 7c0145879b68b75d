using Tradepost.Contracts.Orders;
using Tradepost.Platform.Data;

namespace Tradepost.Orders;

/// <summary>What messages about an order tell.</summary>
internal static class Summaries
{
    /// <summary>Read in the transaction that moves the order. A guest's message carries a key of its own.</summary>
    public static async Task<OrderSummary> Of(Tx tx, LockedOrder order) => Of(tx, order, await Lines(tx, order.Id).Rows());

    /// <summary>The same with lines that were read before.</summary>
    public static OrderSummary Of(Tx tx, LockedOrder order, IReadOnlyList<OrderSummaryLine> lines) => new(
        order.Id, order.Number, order.Email, order.Name, order.Total, lines,
        order.Customer is null ? AccessTokens.Issue(tx, order.Id) : null);

    /// <summary>What was bought, read with the next statement that is sent.</summary>
    public static Pending<OrderSummaryLine> Lines(Tx tx, OrderId order) => tx.Later(
        $"""
        select name, options::text, quantity, line_total_minor, currency
        from orders.order_lines where order_id = {order} order by position
        """,
        row => new OrderSummaryLine(
            FullName(row.GetString(0), row.Json<Dictionary<string, string>>(1)), row.GetInt32(2), row.Money(3, 4)));

    /// <summary>Name and options in one line.</summary>
    public static string FullName(string name, IReadOnlyDictionary<string, string> options) =>
        options.Count == 0 ? name : $"{name}, {string.Join(", ", options.Values)}";
}
