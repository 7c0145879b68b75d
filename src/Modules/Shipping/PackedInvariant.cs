using Tradepost.Contracts.Orders;
using Tradepost.Platform.Data;
using Tradepost.Platform.Verification;

namespace Tradepost.Shipping;

/// <summary>No unit is in two parcels, and orders count what parcels hold.</summary>
internal sealed class PackedInvariant(IOrders orders) : IInvariant
{
    private const int BatchSize = 500;

    public string Name => "What an order counts as sent is what its parcels took, and never is more packed than is left";

    public async Task<IReadOnlyList<string>> Violations(Database db, CancellationToken cancel)
    {
        var found = new List<string>();
        var after = Guid.Empty;
        while (true)
        {
            var batch = await db.Query(
                $"""
                select distinct order_id from shipping.shipments where order_id > {after} order by order_id limit {BatchSize}
                """,
                row => row.Id<Contracts.Kinds.Order>(0), cancel);
            if (batch.Count == 0)
            {
                return found;
            }

            found.AddRange(await Check(db, batch, cancel));
            after = batch[^1].Value;
        }
    }

    private async Task<IEnumerable<string>> Check(Database db, List<OrderId> batch, CancellationToken cancel)
    {
        var packed = await db.Query(
            $"""
            select l.order_line_id, coalesce(sum(l.quantity) filter (where s.shipped_at is not null), 0)::int,
              coalesce(sum(l.quantity) filter (where s.status in ('buying', 'packed', 'voiding')), 0)::int
            from shipping.shipments s join shipping.shipment_lines l on l.shipment_id = s.id
            where s.order_id = any ({batch.Guids()}) group by l.order_line_id
            """,
            row => (Line: row.Id<Contracts.Kinds.OrderLine>(0), Sent: row.GetInt32(1), Waiting: row.GetInt32(2)), cancel);
        var counted = (await orders.ToShip(batch, cancel)).SelectMany(order => order.Lines).ToDictionary(line => line.Id);
        return
            from line in packed
            let known = counted.GetValueOrDefault(line.Line)
            where known is null || known.Quantity - known.Unshipped != line.Sent || line.Waiting > known.Unshipped
            select $"order line {line.Line}: {line.Sent} sent and {line.Waiting} packed, the order has {known?.Unshipped} of "
                + $"{known?.Quantity} left";
    }
}
