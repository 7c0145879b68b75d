using Tradepost.Orders.Reading;
using Tradepost.Platform.Documents;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Invoicing;

/// <summary>What the lines, the delivery and the taxes come to, and the taxes by rate.</summary>
internal sealed class InvoiceSums(OrderView order, IReadOnlyList<TaxRow> taxes, Sheet sheet)
{
    private const double Row = 15;
    private const double LabelEnd = 448;

    public void Write()
    {
        var rows = Rows().ToList();
        var summary = taxes.Count == 0 ? 0 : (taxes.Count + 3) * 13;
        if (!sheet.Fits(((rows.Count + 1) * Row) + summary + 50))
        {
            sheet.Turn();
        }

        sheet.Y += 2;
        sheet.RuleOff(300);
        sheet.Y += 15;
        foreach (var (label, amount) in rows)
        {
            sheet.Page.Text(LabelEnd, sheet.Y, label, Sheet.Body, align: Align.Right, color: Sheet.Soft);
            sheet.Page.Text(Sheet.Right, sheet.Y, Sheet.Plain(amount), Sheet.Body, align: Align.Right);
            sheet.Y += Row;
        }

        sheet.RuleOff(300);
        sheet.Y += 18;
        sheet.Page.Text(LabelEnd, sheet.Y, "Total", 11, bold: true, align: Align.Right);
        sheet.Page.Text(Sheet.Right, sheet.Y, Sheet.WithCurrency(order.Totals.Total), 11, bold: true, align: Align.Right);
        sheet.Y += 24;
        Taxes();
    }

    // Goods and delivery as paid for, then the taxes: they add up to the total.
    private IEnumerable<(string Label, Money Amount)> Rows()
    {
        var goods = order.Lines.Aggregate(Money.Zero(order.Totals.Total.Currency), (sum, line) => sum + line.LineTotal - line.Discount);
        yield return ("Goods", goods);
        var offDelivery = order.Totals.Discount - (order.Totals.Subtotal - goods);
        yield return ($"Delivery, {order.ShippingOption.Name}", order.Totals.Shipping);
        if (!offDelivery.IsZero)
        {
            yield return ("Discount on delivery", -offDelivery);
        }

        if (!order.Totals.TaxIncluded)
        {
            foreach (var tax in taxes)
            {
                yield return ($"{tax.Name} {tax.Percent} %", tax.Tax);
            }
        }
    }

    private void Taxes()
    {
        if (taxes.Count == 0)
        {
            sheet.Page.Text(Sheet.Left, sheet.Y, "No tax is due on this order.", Sheet.Small, color: Sheet.Soft);
            sheet.Y += 14;
            return;
        }

        var known = taxes.All(tax => tax.Net is not null);
        var title = order.Totals.TaxIncluded ? "Tax contained in the total" : "Tax";
        Line([title, known ? "Net amount" : "", "Tax"], bold: true);
        sheet.Page.Line(Sheet.Left, sheet.Y - 8, 330, sheet.Y - 8, 0.5, PdfColor.Gray(0.8));
        sheet.Y += 4;
        foreach (var tax in taxes)
        {
            Line([$"{tax.Name} {tax.Percent} %", tax.Net is { } net ? Sheet.Plain(net) : "", Sheet.Plain(tax.Tax)]);
        }

        if (taxes.Count > 1)
        {
            Line(["Tax in all", "", Sheet.Plain(order.Totals.Tax)], bold: true);
        }

        sheet.Y += 4;
    }

    private void Line(string[] cells, bool bold = false)
    {
        sheet.Page.Text(Sheet.Left, sheet.Y, cells[0], Sheet.Small, bold, color: Sheet.Soft);
        sheet.Page.Text(250, sheet.Y, cells[1], Sheet.Small, bold, Align.Right, Sheet.Soft);
        sheet.Page.Text(330, sheet.Y, cells[2], Sheet.Small, bold, Align.Right, Sheet.Soft);
        sheet.Y += 13;
    }
}
