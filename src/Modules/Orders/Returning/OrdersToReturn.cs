using Tradepost.Contracts;
using Tradepost.Contracts.Orders;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Returning;

/// <summary>Orders as returns use them.</summary>
internal sealed class OrdersToReturn : IOrdersToReturn
{
    public async Task<OrderToReturn?> Find(OrderId order, Reads reads)
    {
        var found = await reads.Query(
            $"""
            select id, number, status, customer_id, name, currency, shipping_address::text, total_minor
            from orders.orders where id = {order}
            """,
            row => new OrderToReturn(
                row.Id<Contracts.Kinds.Order>(0), row.GetString(1), Words.Parse<OrderStatus>(row.GetString(2)), row.IdOrNull<User>(3),
                row.GetString(4), Currency.Of(row.GetString(5)), row.Json<Address>(6), row.Money(7, 5), []));
        return found.Count == 0 ? null : found[0] with { Lines = await Lines(order, reads) };
    }

    public async Task<OrderSummary> Summarize(Tx tx, OrderId order) => await Summaries.Of(
        tx, await LockedOrder.Take(tx, order) ?? throw new InvalidOperationException($"Order {order} has returns but does not exist."));

    // Paid is what a refund of the line's units gives back (Refunding/RefundedLines.cs).
    private static Task<List<LineToReturn>> Lines(OrderId order, Reads reads) => reads.Query(
        $"""
        select l.id, l.product_id, l.variant_id, l.sku, l.name, l.options::text, l.image_url, l.weight_grams, l.quantity,
          coalesce(f.shipped, 0), coalesce(r.refunded, 0),
          l.line_total_minor - l.discount_minor + case when o.tax_included then 0 else l.tax_minor end, l.currency
        from orders.order_lines l join orders.orders o on o.id = l.order_id
          left join orders.fulfilments f on f.order_line_id = l.id left join orders.refunded_lines r on r.order_line_id = l.id
        where l.order_id = {order} order by l.position
        """,
        row => new LineToReturn(
            row.Id<Contracts.Kinds.OrderLine>(0), row.Id<Contracts.Kinds.Product>(1), row.Id<Contracts.Kinds.Variant>(2), row.GetString(3),
            Summaries.FullName(row.GetString(4), row.Json<Dictionary<string, string>>(5)), row.TextOrNull(6), row.IntOrNull(7),
            row.GetInt32(8), row.GetInt32(9), row.GetInt32(10), row.Money(11, 12)));
}
