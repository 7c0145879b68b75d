using Tradepost.Contracts.Payments;
using Tradepost.Orders.Invoicing;
using Tradepost.Platform.Documents;

namespace Tradepost.Orders.Crediting;

/// <summary>What a credit note comes to, and the tax in it by rate.</summary>
internal sealed class CreditNoteSums(CreditNote note, Sheet sheet)
{
    private const double LabelEnd = 448;

    public void Write()
    {
        var taxes = note.Content.Taxes;
        if (!sheet.Fits(100 + ((taxes.Count + 3) * 13)))
        {
            sheet.Turn();
        }

        sheet.Y += 2;
        sheet.RuleOff(300);
        if (!note.Tax.IsZero)
        {
            sheet.Y += 15;
            Sum("Without tax", Sheet.Plain(note.Total - note.Tax));
            Sum("Tax", Sheet.Plain(note.Tax));
            sheet.RuleOff(300);
        }

        sheet.Y += 18;
        sheet.Page.Text(LabelEnd, sheet.Y, "Total", 11, bold: true, align: Align.Right);
        sheet.Page.Text(Sheet.Right, sheet.Y, Sheet.WithCurrency(note.Total), 11, bold: true, align: Align.Right);
        sheet.Y += 24;
        Taxes(taxes);
    }

    private void Sum(string label, string amount)
    {
        sheet.Page.Text(LabelEnd, sheet.Y, label, Sheet.Body, align: Align.Right, color: Sheet.Soft);
        sheet.Page.Text(Sheet.Right, sheet.Y, amount, Sheet.Body, align: Align.Right);
        sheet.Y += 15;
    }

    private void Taxes(IReadOnlyList<CreditNoteTax> taxes)
    {
        if (taxes.Count == 0)
        {
            sheet.Page.Text(Sheet.Left, sheet.Y, "There is no tax in this amount.", Sheet.Small, color: Sheet.Soft);
            sheet.Y += 14;
            return;
        }

        Line("Tax contained in the total", "Net amount", "Tax", bold: true);
        sheet.Page.Line(Sheet.Left, sheet.Y - 8, 330, sheet.Y - 8, 0.5, PdfColor.Gray(0.8));
        sheet.Y += 4;
        foreach (var tax in taxes)
        {
            Line(tax.Percent.Length == 0 ? tax.Name : $"{tax.Name} {tax.Percent} %", Sheet.Plain(tax.Net), Sheet.Plain(tax.Tax));
        }

        if (taxes.Count > 1)
        {
            Line("Tax in all", "", Sheet.Plain(note.Tax), bold: true);
        }

        sheet.Y += 4;
    }

    private void Line(string label, string net, string tax, bool bold = false)
    {
        sheet.Page.Text(Sheet.Left, sheet.Y, label, Sheet.Small, bold, color: Sheet.Soft);
        sheet.Page.Text(250, sheet.Y, net, Sheet.Small, bold, Align.Right, Sheet.Soft);
        sheet.Page.Text(330, sheet.Y, tax, Sheet.Small, bold, Align.Right, Sheet.Soft);
        sheet.Y += 13;
    }
}
