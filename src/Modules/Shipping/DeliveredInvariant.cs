using Tradepost.Contracts.Orders;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Platform.Verification;

namespace Tradepost.Shipping;

/// <summary>Parcels and orders tell the same story.</summary>
internal sealed class DeliveredInvariant(IOrders orders) : IInvariant
{
    private const int BatchSize = 1000;

    public string Name => "An order is delivered when all its parcels are, and none of its parcels belongs to an order that never went out";

    public async Task<IReadOnlyList<string>> Violations(Database db, CancellationToken cancel)
    {
        var found = new List<string>();
        var after = Guid.Empty;
        while (true)
        {
            var sent = await db.Query(
                $"""
                select order_id, count(*) filter (where delivered_at is null)::int from shipping.shipments
                where order_id > {after} and shipped_at is not null group by order_id order by order_id limit {BatchSize}
                """,
                row => (Order: row.Id<Contracts.Kinds.Order>(0), OnTheWay: row.GetInt32(1)), cancel);
            if (sent.Count == 0)
            {
                return found;
            }

            var statuses = await orders.StatusOf([.. sent.Select(some => some.Order)], cancel);
            found.AddRange(
                from some in sent
                let status = statuses.GetValueOrDefault(some.Order)
                where !Fits(status, some.OnTheWay)
                select $"order {some.Order} is {Words.Of(status)} with {some.OnTheWay} parcels on their way");
            after = sent[^1].Order.Value;
        }
    }

    private static bool Fits(OrderStatus status, int onTheWay) => status switch
    {
        OrderStatus.Processing => true, // shipped in part
        OrderStatus.Shipped => onTheWay > 0,
        OrderStatus.Delivered => onTheWay == 0,
        _ => false,
    };
}
