using System.Globalization;
using Tradepost.Orders.Reading;
using Tradepost.Platform.Documents;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Invoicing;

/// <summary>The lines of an invoice. A table that goes on has its head again, and the sum so far at the end and the beginning.</summary>
internal sealed class InvoiceLines(OrderView order, Sheet sheet, string title)
{
    private const double Name = 236;
    private const double Quantity = 318;
    private const double Unit = 396;
    private const double Off = 468;
    private const double RowGap = 7;
    private Money sum = Money.Zero(order.Totals.Total.Currency);

    public void Write()
    {
        Head();
        foreach (var line in order.Lines)
        {
            var name = PdfFont.Wrap(Summaries.FullName(line.Name, line.Options), Name, Sheet.Body);
            var height = ((name.Count + 1) * Sheet.Body * 1.4) + RowGap;
            if (!sheet.Fits(height + 16))
            {
                Carry();
            }

            Row(line, name);
            sheet.Y += height;
        }
    }

    private void Row(OrderLineView line, IReadOnlyList<string> name)
    {
        var (page, y) = (sheet.Page, sheet.Y);
        page.Text(Quantity, y, line.Quantity.ToString(CultureInfo.InvariantCulture), Sheet.Body, align: Align.Right);
        page.Text(Unit, y, Sheet.Plain(line.UnitPrice), Sheet.Body, align: Align.Right);
        page.Text(Off, y, line.Discount.IsZero ? "" : Sheet.Plain(-line.Discount), Sheet.Body, align: Align.Right);
        page.Text(Sheet.Right, y, Sheet.Plain(line.LineTotal - line.Discount), Sheet.Body, align: Align.Right);
        foreach (var text in name)
        {
            page.Text(Sheet.Left, y, text, Sheet.Body);
            y += Sheet.Body * 1.4;
        }

        page.Text(Sheet.Left, y, line.Sku, 7.5, color: Sheet.Soft);
        sum += line.LineTotal - line.Discount;
    }

    private void Carry()
    {
        Sum("Carried forward");
        sheet.Turn();
        sheet.Page.Text(Sheet.Left, sheet.Y, title, Sheet.Body, bold: true, color: Sheet.Soft);
        sheet.Y += 20;
        Head();
        Sum("Brought forward");
        sheet.Y += 24;
    }

    private void Sum(string label)
    {
        sheet.Page.Text(Off, sheet.Y + 4, label, Sheet.Small, align: Align.Right, color: Sheet.Soft);
        sheet.Page.Text(Sheet.Right, sheet.Y + 4, Sheet.Plain(sum), Sheet.Small, align: Align.Right, color: Sheet.Soft);
    }

    private void Head()
    {
        foreach (var (x, label, align) in new[]
        {
            (Sheet.Left, "Item", Align.Left), (Quantity, "Quantity", Align.Right), (Unit, "Unit price", Align.Right),
            (Off, "Discount", Align.Right), (Sheet.Right, order.Totals.TaxIncluded ? "Amount incl. tax" : "Amount", Align.Right),
        })
        {
            sheet.Page.Text(x, sheet.Y, label, Sheet.Small, bold: true, align: align, color: Sheet.Soft);
        }

        sheet.Y += 6;
        sheet.RuleOff();
        sheet.Y += 15;
    }
}
