using System.Text.Json;
using Tradepost.Contracts;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Pricing;
using Tradepost.Orders.Invoicing;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Refunding;

/// <summary>Orders as the books see them, read in one statement: it stands between a buyer and the answer that they paid.</summary>
internal sealed class OrdersToBook(Database db) : IOrdersToBook
{
    public async Task<OrderToBook?> Find(OrderId order, Reads reads)
    {
        var rows = await reads.Query(
            $"""
            select o.number, o.billing_address::text, o.currency, o.subtotal_minor, o.discount_minor, o.shipping_minor, o.tax_minor,
              o.total_minor, o.tax_included, o.taxes::text,
              l.id, l.variant_id, l.sku, l.name, l.quantity, l.discount_minor, l.tax_minor,
              l.line_total_minor - l.discount_minor + case when o.tax_included then 0 else l.tax_minor end, coalesce(r.refunded, 0)
            from orders.orders o join orders.order_lines l on l.order_id = o.id
            left join orders.refunded_lines r on r.order_line_id = l.id where o.id = {order} order by l.position
            """,
            row => (
                Order: new OrderToBook(
                    order, row.GetString(0), row.Json<Address>(1),
                    new Totals(row.Money(3, 2), row.Money(4, 2), row.Money(5, 2), row.Money(6, 2), row.Money(7, 2), row.GetBoolean(8)),
                    row.Json<List<TaxAmount>>(9), []),
                Line: new LineToBook(
                    row.Id<Contracts.Kinds.OrderLine>(10), row.Id<Contracts.Kinds.Variant>(11), row.GetString(12), row.GetString(13),
                    row.GetInt32(14), row.GetInt32(18), row.Money(15, 2), row.Money(16, 2), row.Money(17, 2))));
        return rows is [var first, ..] ? first.Order with { Lines = rows.ConvertAll(row => row.Line) } : null;
    }

    public async Task<OrderToCredit?> FindToCredit(OrderId order, Reads reads)
    {
        var rows = await reads.Query(
            $"""
            select o.email, o.placed_at, i.number, i.issued_at, p.evidence::text, l.id, l.name, l.options::text
            from orders.orders o join orders.order_lines l on l.order_id = o.id
            left join orders.invoices i on i.order_id = o.id left join orders.order_pricings p on p.order_id = o.id
            where o.id = {order} order by l.position
            """,
            row => (
                Email: row.GetString(0), PlacedAt: row.Instant(1),
                Invoice: row.TextOrNull(2) is { } number ? new CreditedInvoice(number, row.Instant(3)) : null, Evidence: row.TextOrNull(4),
                Line: row.Id<Contracts.Kinds.OrderLine>(5),
                Name: Summaries.FullName(row.GetString(6), row.Json<Dictionary<string, string>>(7))));
        if (rows is not [var first, ..])
        {
            return null;
        }

        var rates = first.Evidence is { } evidence ? TaxSummary.Rates(Json.Read<JsonElement>(evidence)) : null;
        return new(
            first.Email, first.PlacedAt, first.Invoice,
            rows.ConvertAll(row => new LineToCredit(row.Line, row.Name, Of(row.Line.ToString()))), Of(""));

        List<RateToCredit>? Of(string key) =>
            rates?.GetValueOrDefault(key)?.Select(rate => new RateToCredit(rate.Name, rate.Percent)).ToList();
    }

    public async Task<IReadOnlyDictionary<OrderId, string>> NumbersOf(IReadOnlyCollection<OrderId> orders, CancellationToken cancel)
    {
        var rows = await db.Query(
            $"select id, number from orders.orders where id = any ({orders.Guids()})",
            row => (Id: row.Id<Contracts.Kinds.Order>(0), Number: row.GetString(1)), cancel);
        return rows.ToDictionary(row => row.Id, row => row.Number);
    }
}
