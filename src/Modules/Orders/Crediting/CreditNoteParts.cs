using System.Globalization;
using Tradepost.Contracts.Payments;
using Tradepost.Orders.Invoicing;
using Tradepost.Platform.Documents;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Crediting;

/// <summary>What the money of a credit note was for. A table that goes on has its head again, and the sum so far at both ends.</summary>
internal sealed class CreditNoteParts(CreditNote note, Sheet sheet)
{
    private const double Name = 320;
    private const double Quantity = 430;
    private const double RowGap = 7;
    private Money sum = Money.Zero(note.Total.Currency);

    public void Write()
    {
        Head();
        foreach (var part in note.Content.Parts)
        {
            var name = PdfFont.Wrap(Words(part), Name, Sheet.Body);
            var height = ((name.Count + (part.Sku is null ? 0 : 1)) * Sheet.Body * 1.4) + RowGap;
            if (!sheet.Fits(height + 16))
            {
                Carry();
            }

            Row(part, name);
            sheet.Y += height;
        }
    }

    private static string Words(CreditNotePart part) => part.Kind switch
    {
        "shipping" => "Delivery",
        "amount" => "Part of what was paid for the order",
        "owed" => "Paid beyond the order’s price",
        _ => part.Name ?? "Item",
    };

    private void Row(CreditNotePart part, IReadOnlyList<string> name)
    {
        var (page, y) = (sheet.Page, sheet.Y);
        page.Text(Quantity, y, part.Quantity?.ToString(CultureInfo.InvariantCulture) ?? "", Sheet.Body, align: Align.Right);
        page.Text(Sheet.Right, y, Sheet.Plain(part.Amount), Sheet.Body, align: Align.Right);
        foreach (var text in name)
        {
            page.Text(Sheet.Left, y, text, Sheet.Body);
            y += Sheet.Body * 1.4;
        }

        if (part.Sku is { } sku)
        {
            page.Text(Sheet.Left, y, sku, 7.5, color: Sheet.Soft);
        }

        sum += part.Amount;
    }

    private void Carry()
    {
        Sum("Carried forward");
        sheet.Turn();
        sheet.Page.Text(Sheet.Left, sheet.Y, $"Credit note {note.Number}", Sheet.Body, bold: true, color: Sheet.Soft);
        sheet.Y += 20;
        Head();
        Sum("Brought forward");
        sheet.Y += 24;
    }

    private void Sum(string label)
    {
        sheet.Page.Text(Quantity, sheet.Y + 4, label, Sheet.Small, align: Align.Right, color: Sheet.Soft);
        sheet.Page.Text(Sheet.Right, sheet.Y + 4, Sheet.Plain(sum), Sheet.Small, align: Align.Right, color: Sheet.Soft);
    }

    private void Head()
    {
        foreach (var (x, label, align) in new[]
        {
            (Sheet.Left, "Item", Align.Left), (Quantity, "Quantity", Align.Right),
            (Sheet.Right, note.Tax.IsZero ? "Amount" : "Amount incl. tax", Align.Right),
        })
        {
            sheet.Page.Text(x, sheet.Y, label, Sheet.Small, bold: true, align: align, color: Sheet.Soft);
        }

        sheet.Y += 6;
        sheet.RuleOff();
        sheet.Y += 15;
    }
}
