using Npgsql;
using Tradepost.Contracts;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Returns;
using Tradepost.Contracts.Shipping;
using Tradepost.Contracts.Shop;
using Tradepost.Orders.Invoicing;
using Tradepost.Orders.Moving;
using Tradepost.Orders.Staff.Mails;
using Tradepost.Orders.Staff.Notes;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Reading;

/// <summary>Puts an order together from what this module keeps and what payments and shipping tell of it.</summary>
internal sealed class OrderReader(
    Database db, IPayments payments, IShipping shipping, IReturns returns, ShopSettings shop, TimeProvider time)
{
    /// <summary>The order as its customer sees it; null when there is none.</summary>
    public async Task<OrderView?> Find(OrderId id, CancellationToken cancel)
    {
        if (await db.Row(
            $"""
            select id, number, status, placed_at, email, name, currency,
              subtotal_minor, discount_minor, shipping_minor, tax_minor, total_minor, tax_included,
              taxes::text, trace::text, shipping_address::text, billing_address::text, shipping_option::text, reserved_until
            from orders.orders where id = {id}
            """, Read, cancel) is not { } order)
        {
            return null;
        }

        var money = await payments.Of([id], cancel);
        var lines = await Lines(id, cancel);
        var (rules, anythingShipped) = (shop.Now.Orders, lines.Any(line => line.Shipped > 0));
        return order with
        {
            Lines = lines,
            Invoice = await Invoices.Find(db, id, cancel) is { } invoice ? new(invoice.Number, invoice.IssuedAt) : null,
            MayCancel = OrderStates.MayCancel(order.Status, anythingShipped)
                && CancelWindow.IsOpen(order.Status, order.PlacedAt, rules, time.GetUtcNow()),
            MayCancelUntil = anythingShipped ? null : CancelWindow.Ends(order.Status, order.PlacedAt, rules),
            Timeline = [.. (await TimelineOf(id, cancel)).Select(ForCustomers)],
            Payment = money.GetValueOrDefault(id),
            Shipments = await shipping.Of(id, cancel),
            Returns = await returns.Of(id, cancel),
        };
    }

    /// <summary>The order as staff see it.</summary>
    public async Task<OrderView?> FindForStaff(OrderId id, CancellationToken cancel)
    {
        if (await Find(id, cancel) is not { } order)
        {
            return null;
        }

        var anythingShipped = order.Lines.Any(line => line.Shipped > 0);
        var anythingOnItsWay = order.Shipments.Any(shipment => shipment.DeliveredAt is null);
        return order with
        {
            Timeline = await TimelineOf(id, cancel),
            CustomerName = order.Name,
            CustomerId = await db.Row(
                $"select customer_id from orders.orders where id = {id}", row => row.IdOrNull<Platform.Access.User>(0), cancel),
            Tags = await db.Query($"select tag from orders.order_tags where order_id = {id} order by tag", row => row.GetString(0), cancel),
            Notes = await OrderNote.Of(db, id, cancel),
            Mails = OrderMails.Due(order.Status),
            AllowedActions = OrderStates.Actions(order.Status, anythingShipped, anythingOnItsWay),
        };
    }

    private Task<List<OrderLineView>> Lines(OrderId id, CancellationToken cancel) => db.Query(
        $"""
        select l.id, product_id, variant_id, sku, name, options::text, image_url, unit_price_minor, currency, quantity,
          line_total_minor, discount_minor, tax_minor, coalesce(f.shipped, 0), coalesce(r.refunded, 0)
        from orders.order_lines l left join orders.fulfilments f on f.order_line_id = l.id
          left join orders.refunded_lines r on r.order_line_id = l.id
        where l.order_id = {id} order by position
        """,
        row => new OrderLineView(
            row.Id<Contracts.Kinds.OrderLine>(0), row.Id<Contracts.Kinds.Product>(1), row.Id<Contracts.Kinds.Variant>(2), row.GetString(3),
            row.GetString(4), row.Json<Dictionary<string, string>>(5), row.TextOrNull(6), row.Money(7, 8), row.GetInt32(9),
            row.Money(10, 8), row.Money(11, 8), row.Money(12, 8), row.GetInt32(13), row.GetInt32(14)), cancel);

    private Task<List<TimelineEntry>> TimelineOf(OrderId id, CancellationToken cancel) => db.Query(
        $"select at, event, by_whom, note from orders.order_events where order_id = {id} order by seq",
        row => new TimelineEntry(row.Instant(0), row.GetString(1), row.GetString(2), row.TextOrNull(3)), cancel);

    // Which member of staff did it is nobody else's affair.
    private static TimelineEntry ForCustomers(TimelineEntry entry) =>
        entry.By.Contains('@', StringComparison.Ordinal) ? entry with { By = Timeline.Shop } : entry;

    private static OrderView Read(NpgsqlDataReader row)
    {
        var status = Words.Parse<OrderStatus>(row.GetString(2));
        return new()
        {
            Id = row.Id<Contracts.Kinds.Order>(0),
            Number = row.GetString(1),
            Status = status,
            PlacedAt = row.Instant(3),
            Email = row.GetString(4),
            Name = row.GetString(5),
            Currency = row.GetString(6),
            Totals = new(row.Money(7, 6), row.Money(8, 6), row.Money(9, 6), row.Money(10, 6), row.Money(11, 6), row.GetBoolean(12)),
            Taxes = row.Json<List<TaxAmount>>(13),
            Trace = row.Json<List<TraceStep>>(14),
            ShippingAddress = row.Json<Address>(15),
            BillingAddress = row.Json<Address>(16),
            ShippingOption = row.Json<ShippingOption>(17),
            ReservedUntil = status == OrderStatus.PendingPayment ? row.Instant(18) : null,
            Lines = [],
            Payment = null,
            Shipments = [],
            Returns = [],
            Timeline = [],
        };
    }
}
