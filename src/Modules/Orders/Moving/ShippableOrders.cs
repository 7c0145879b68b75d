using Npgsql;
using Tradepost.Contracts;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Moving;

/// <summary>What whoever packs an order must know.</summary>
internal static class ShippableOrders
{
    public static async Task<IReadOnlyList<OrderToShip>> Read(Database db, IReadOnlyCollection<OrderId> ids, CancellationToken cancel)
    {
        var heads = await db.Query(Head(ids), ReadHead, cancel);
        var lines = (await db.Query(Lines(ids), ReadLine, cancel)).ToLookup(line => line.Order, line => line.Line);
        return [.. heads.Select(head => head with { Lines = [.. lines[head.Id]] })];
    }

    public static SqlText Head(IReadOnlyCollection<OrderId> ids) =>
        $"""
        select id, number, status, shipping_address::text, shipping_option::text, placed_at
        from orders.orders where id = any ({ids.Guids()}) order by id
        """;

    public static OrderToShip ReadHead(NpgsqlDataReader row)
    {
        var option = row.Json<ShippingOption>(4);
        return new(
            row.Id<Contracts.Kinds.Order>(0), row.GetString(1), Words.Parse<OrderStatus>(row.GetString(2)), [], row.Json<Address>(3),
            option.Name)
        {
            PromisedBy = option.EstimatedDelivery?.To,
            MostDays = option.EstimatedDays?.Max,
            PlacedAt = row.Instant(5),
        };
    }

    public static SqlText Lines(IReadOnlyCollection<OrderId> ids) =>
        $"""
        select l.id, l.name, l.options::text, l.quantity, l.quantity - coalesce(f.shipped, 0), l.sku, l.variant_id, l.weight_grams,
          l.order_id
        from orders.order_lines l left join orders.fulfilments f on f.order_line_id = l.id
        where l.order_id = any ({ids.Guids()}) order by l.order_id, l.position
        """;

    public static (OrderId Order, LineToShip Line) ReadLine(NpgsqlDataReader row) => (
        row.Id<Contracts.Kinds.Order>(8),
        new LineToShip(
            row.Id<Contracts.Kinds.OrderLine>(0), Summaries.FullName(row.GetString(1), row.Json<Dictionary<string, string>>(2)),
            row.GetInt32(3), row.GetInt32(4))
        {
            Sku = row.GetString(5),
            VariantId = row.Id<Contracts.Kinds.Variant>(6),
            WeightGrams = row.IntOrNull(7),
        });
}
