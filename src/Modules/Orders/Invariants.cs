using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Platform.Verification;

namespace Tradepost.Orders;

/// <summary>What must hold of orders at every moment.</summary>
internal static class Invariants
{
    public static IInvariant Totals { get; } = new SqlInvariant(
        "Totals of every order are the sums of its lines",
        () => $"""
            select format('order %s: subtotal %s, lines add up to %s', o.number, o.subtotal_minor, coalesce(sum(l.line_total_minor), 0))
            from orders.orders o left join orders.order_lines l on l.order_id = o.id
            group by o.id
            having o.subtotal_minor <> coalesce(sum(l.line_total_minor), 0)
              or coalesce(sum(l.discount_minor), 0) > o.discount_minor
              or coalesce(sum(l.tax_minor), 0) > o.tax_minor
              or o.total_minor <> o.subtotal_minor - o.discount_minor + o.shipping_minor
                + case when o.tax_included then 0 else o.tax_minor end
            """);

    public static IInvariant Statuses { get; } = new SqlInvariant(
        "Every order stands where its timeline says, and came there along legal moves",
        () => $"""
            with moves as (
              select order_id, status, lag(status) over (partition by order_id order by seq) as before,
                row_number() over (partition by order_id order by seq desc) as latest
              from orders.order_events where status is not null)
            select format('order %s is %s, its timeline says %s', o.number, o.status, coalesce(m.status, 'nothing'))
            from orders.orders o left join moves m on m.order_id = o.id and m.latest = 1 where m.status is distinct from o.status
            union all
            select format('order %s went from %s to %s', m.order_id, m.before, m.status) from moves m
            where m.before is not null
              and not exists (select from orders.status_edges e where e.from_status = m.before and e.to_status = m.status)
            """);

    public static IInvariant Shipped { get; } = new SqlInvariant(
        "Shipped orders were shipped whole, and nothing more than was ordered",
        () => $"""
            select format('order %s is %s: %s of %s %s shipped', o.number, o.status, coalesce(f.shipped, 0), l.quantity, l.sku)
            from orders.orders o join orders.order_lines l on l.order_id = o.id left join orders.fulfilments f on f.order_line_id = l.id
            where coalesce(f.shipped, 0) > l.quantity
              or (o.status in ('shipped', 'delivered') and coalesce(f.shipped, 0) <> l.quantity)
              or (o.status in ('pendingPayment', 'cancelled') and coalesce(f.shipped, 0) <> 0)
            """);
}

/// <summary>Looks at all orders a thousand at a time, for invariants that ask other modules.</summary>
internal abstract class OrderInvariant : IInvariant
{
    private const int BatchSize = 1000;

    public abstract string Name { get; }

    public async Task<IReadOnlyList<string>> Violations(Database db, CancellationToken cancel)
    {
        var found = new List<string>();
        var after = Guid.Empty;
        while (true)
        {
            var orders = await db.Query(
                $"""
                select id, number, status, payment_status, reserved_until
                from orders.orders where id > {after} order by id limit {BatchSize}
                """,
                row => new Checked(
                    row.Id<Contracts.Kinds.Order>(0), row.GetString(1), Words.Parse<OrderStatus>(row.GetString(2)),
                    Words.Parse<PaymentStatus>(row.GetString(3)), row.Instant(4)), cancel);
            if (orders.Count == 0)
            {
                return found;
            }

            found.AddRange(await Violations(db, orders, cancel));
            after = orders[^1].Id.Value;
        }
    }

    protected abstract Task<IEnumerable<string>> Violations(Database db, IReadOnlyList<Checked> orders, CancellationToken cancel);

    protected sealed record Checked(OrderId Id, string Number, OrderStatus Status, PaymentStatus Payment, DateTimeOffset ReservedUntil);
}

/// <summary>No order without its stock, no stock without its order.</summary>
internal sealed class StockInvariant(IInventory inventory, TimeProvider time) : OrderInvariant
{
    public override string Name => "Every order holds exactly the stock it should";

    protected override async Task<IEnumerable<string>> Violations(Database db, IReadOnlyList<Checked> orders, CancellationToken cancel)
    {
        var ids = orders.Select(order => order.Id).ToList();
        var held = await inventory.Held(ids, cancel);
        var lines = (await db.Query(
            $"""
            select order_id, variant_id, sum(quantity)::int
            from orders.order_lines where order_id = any ({ids.Guids()}) group by order_id, variant_id
            """,
            row => (Order: row.Id<Contracts.Kinds.Order>(0), Variant: row.Id<Contracts.Kinds.Variant>(1), Quantity: row.GetInt32(2)),
            cancel))
            .ToLookup(line => line.Order);
        return from order in orders
               let stock = held.GetValueOrDefault(order.Id, [])
               where !Fits(order, lines[order.Id].Select(line => (line.Variant, line.Quantity)), stock)
               select $"order {order.Number} is {Words.Of(order.Status)} and holds {stock.Sum(some => some.Quantity)} units";
    }

    private bool Fits(Checked order, IEnumerable<(VariantId Variant, int Quantity)> lines, IReadOnlyList<HeldStock> held)
    {
        if (order.Status == OrderStatus.Cancelled || (order.Status == OrderStatus.PendingPayment && held.Count == 0))
        {
            // Stock may give up an ended reservation a moment before the order itself is called off.
            return held.Count == 0 && (order.Status == OrderStatus.Cancelled || order.ReservedUntil <= time.GetUtcNow());
        }

        var sold = order.Status != OrderStatus.PendingPayment;
        if (order.Status is OrderStatus.Shipped or OrderStatus.Delivered)
        {
            // Some of it may have come back.
            var bought = lines.ToDictionary(line => line.Variant, line => line.Quantity);
            return held.All(stock => stock.Sold && stock.Quantity <= bought.GetValueOrDefault(stock.VariantId));
        }

        return held.All(stock => stock.Sold == sold)
            && held.Select(stock => (stock.VariantId, stock.Quantity)).ToHashSet().SetEquals(lines);
    }
}

/// <summary>The copy kept for lists is right.</summary>
internal sealed class PaymentCopyInvariant(IPayments payments) : OrderInvariant
{
    public override string Name => "Every order has one payment and knows where it stands";

    protected override async Task<IEnumerable<string>> Violations(Database db, IReadOnlyList<Checked> orders, CancellationToken cancel)
    {
        var views = await payments.Of([.. orders.Select(order => order.Id)], cancel);
        return orders.Where(order => views.GetValueOrDefault(order.Id)?.Status != order.Payment)
            .Select(order => $"order {order.Number} says its payment is {Words.Of(order.Payment)}");
    }
}
