using Npgsql;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Reading;

/// <summary>An order in a list.</summary>
internal sealed record OrderListItem(
    OrderId Id, string Number, OrderStatus Status, PaymentStatus PaymentStatus, DateTimeOffset PlacedAt, Money Total, int ItemCount,
    IReadOnlyList<string> ImageUrls, string Email, string? CustomerName)
{
    private const int Pictures = 3;

    /// <summary>A page of the orders that fit.</summary>
    /// <param name="db">The database.</param>
    /// <param name="fits">A condition on orders.orders, called o.</param>
    /// <param name="order">What comes first.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<Paged<OrderListItem>> Page(
        Database db, Func<SqlText> fits, Func<SqlText> order, PageQuery page, CancellationToken cancel)
    {
        var total = await db.Row($"select count(*) from orders.orders o where {fits()}", row => row.GetInt64(0), cancel);
        var items = await db.Query(
            $"""
            select o.id, o.number, o.status, o.payment_status, o.placed_at, o.total_minor, o.currency, l.units, l.images, o.email, o.name
            from (select * from orders.orders o where {fits()} order by {order()} limit {page.PageSize} offset {page.Offset}) o
            cross join lateral (
              select sum(quantity)::int as units, array_remove(array_agg(image_url order by position), null) as images
              from orders.order_lines where order_id = o.id) l
            order by {order()}
            """, Read, cancel);
        return new(items, page.Page, page.PageSize, total);
    }

    private static OrderListItem Read(NpgsqlDataReader row) => new(
        row.Id<Contracts.Kinds.Order>(0), row.GetString(1), Words.Parse<OrderStatus>(row.GetString(2)),
        Words.Parse<PaymentStatus>(row.GetString(3)), row.Instant(4), row.Money(5, 6), row.GetInt32(7),
        [.. row.GetFieldValue<string[]>(8).Distinct(StringComparer.Ordinal).Take(Pictures)], row.GetString(9), row.GetString(10));
}
