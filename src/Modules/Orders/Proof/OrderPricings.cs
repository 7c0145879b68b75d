using System.Runtime.CompilerServices;
using Npgsql;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Pricing;
using Tradepost.Orders.Placing;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Proof;

/// <summary>What orders were priced from, in the database.</summary>
internal static class OrderPricings
{
    private const int BatchSize = 500;

    public static void Insert(Tx tx, NewOrder order)
    {
        if (order.Evidence is { } evidence)
        {
            tx.Queue(
                $"insert into orders.order_pricings (order_id, evidence, created_at) values ({order.Id}, {evidence}, {tx.Now})");
        }
    }

    public static Task<PricedOrder?> Find(Database db, OrderId id, CancellationToken cancel) =>
        db.Row(Select($"o.id = {id}", $"o.id limit 1"), Read, cancel);

    /// <summary>
    /// Orders placed from one instant until before another, oldest first. Those from before evidence was kept are left out.
    /// </summary>
    public static async IAsyncEnumerable<PricedOrder> Between(
        Database db, DateTimeOffset from, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (at, after) = (from, Guid.Empty);
        while (true)
        {
            var some = await db.Query(
                Select(
                    $"(o.placed_at, o.id) > ({at}, {after}) and o.placed_at < {until} and o.status <> 'cancelled'",
                    $"o.placed_at, o.id limit {BatchSize}"),
                Read, cancel);
            foreach (var order in some)
            {
                yield return order;
            }

            if (some.Count < BatchSize)
            {
                yield break;
            }

            (at, after) = (some[^1].PlacedAt, some[^1].Id.Value);
        }
    }

    private static SqlText Select(SqlText which, SqlText order)
    {
        SqlText sql = $"""
            select o.id, o.number, o.placed_at, o.currency,
              o.subtotal_minor, o.discount_minor, o.shipping_minor, o.tax_minor, o.total_minor,
              o.tax_included, p.evidence::text
            from orders.orders o join orders.order_pricings p on p.order_id = o.id where {which} order by {order}
            """;
        return sql;
    }

    private static PricedOrder Read(NpgsqlDataReader row)
    {
        var totals = new Totals(
            row.Money(4, 3), row.Money(5, 3), row.Money(6, 3), row.Money(7, 3), row.Money(8, 3), row.GetBoolean(9));
        return new(row.Id<Contracts.Kinds.Order>(0), row.GetString(1), row.Instant(2), totals, new Json(row.GetString(10)));
    }
}
