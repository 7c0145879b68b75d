using System.Globalization;
using Tradepost.Contracts.Payments;
using Tradepost.Orders.Reading;
using Tradepost.Platform.Documents;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Invoicing;

/// <summary>
/// An invoice on A4 paper: who sold what to whom, each line, what was taken off, the delivery, tax by rate, and whether it is paid. All
/// from what never changes: the order and the row of the invoice.
/// </summary>
internal sealed class InvoiceDocument(Invoice invoice, OrderView order, IReadOnlyList<TaxRow> taxes)
{
    private readonly PdfDocument document = new($"Invoice {invoice.Number}", invoice.Seller.Name, invoice.IssuedAt);
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(invoice.Seller.TimeZone);

    public byte[] ToArray()
    {
        var footer = invoice.Seller.Footer is { } text ? PdfFont.Wrap(text, Sheet.Width, 7.5) : [];
        var sheet = new Sheet(document) { Foot = 58 + (footer.Count * 10) };
        Head(sheet);
        Parties(sheet);
        new InvoiceLines(order, sheet, $"Invoice {invoice.Number}").Write();
        new InvoiceSums(order, taxes, sheet).Write();
        Paid(sheet);
        Terms(sheet);
        Feet(footer);
        return document.ToArray();
    }

    private void Head(Sheet sheet)
    {
        var seller = invoice.Seller;
        sheet.Page.Text(Sheet.Left, 62, seller.Shop, 20, bold: true);
        sheet.Page.Text(Sheet.Right, 62, "Invoice", 20, bold: true, align: Align.Right, color: Sheet.Soft);
        var lines = new[]
        {
            seller.Name == seller.Shop ? null : seller.Name, seller.Address,
            seller.TaxNumber is { } tax ? $"Tax number {tax}" : null, seller.Registration, seller.Contact,
        };
        var below = sheet.Block(
            Sheet.Left, 80, 260, lines.OfType<string>().SelectMany(line => line.Split('\n')), Sheet.Small, Sheet.Soft);
        sheet.Y = Math.Max(below, Dates(sheet)) + 14;
        sheet.RuleOff();
        sheet.Y += 20;
    }

    private double Dates(Sheet sheet)
    {
        var y = 80.0;
        foreach (var (label, value) in new[]
        {
            ("Invoice number", invoice.Number), ("Invoice date", Day(invoice.IssuedAt)),
            ("Order number", order.Number), ("Order date", Day(order.PlacedAt)), ("Currency", order.Currency),
        })
        {
            sheet.Page.Text(440, y, label, Sheet.Small, align: Align.Right, color: Sheet.Soft);
            sheet.Page.Text(Sheet.Right, y, value, Sheet.Small, align: Align.Right);
            y += Sheet.Small * 1.6;
        }

        return y;
    }

    private void Parties(Sheet sheet)
    {
        const double Column = 240;
        var top = sheet.Y;
        sheet.Page.Text(Sheet.Left, top, "Billed to", Sheet.Small, bold: true, color: Sheet.Soft);
        sheet.Page.Text(Sheet.Left + Column + 16, top, "Delivered to", Sheet.Small, bold: true, color: Sheet.Soft);
        var billed = sheet.Block(Sheet.Left, top + 15, Column, [.. AddressBlock.Of(order.BillingAddress), order.Email]);
        var delivered = sheet.Block(Sheet.Left + Column + 16, top + 15, Column, AddressBlock.Of(order.ShippingAddress));
        sheet.Y = Math.Max(billed, delivered) + 18;
    }

    private void Paid(Sheet sheet)
    {
        var words = order.Payment switch
        {
            null => null,
            { Amount.IsZero: true } => "Nothing to pay.",
            { Status: PaymentStatus.Paid or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded } paid =>
                $"Paid {By(paid.Method)}{PaidOn()}. Nothing is left to pay.",
            { Method: PaymentMethods.CashOnDelivery } => "To be paid in cash on delivery.",
            { Status: PaymentStatus.Authorized } due => $"Authorised {By(due.Method)}; taken when the goods are handed over.",
            var due => $"To be paid {By(due.Method)}.",
        };
        if (words is null)
        {
            return;
        }

        if (!sheet.Fits(30))
        {
            sheet.Turn();
        }

        sheet.Y += 8;
        sheet.Page.Text(Sheet.Left, sheet.Y, words, Sheet.Body, bold: true);
        sheet.Y += 20;
    }

    private void Terms(Sheet sheet)
    {
        if (invoice.Seller.Terms is not { } terms)
        {
            return;
        }

        var lines = terms.Split('\n').SelectMany(line => PdfFont.Wrap(line, Sheet.Width, Sheet.Small)).ToList();
        if (!sheet.Fits(lines.Count * Sheet.Small * 1.45))
        {
            sheet.Turn();
        }

        sheet.Y = sheet.Block(Sheet.Left, sheet.Y, Sheet.Width, lines, Sheet.Small, Sheet.Soft);
    }

    private void Feet(IReadOnlyList<string> footer)
    {
        foreach (var (i, page) in document.Pages.Index())
        {
            var y = 806.0 - (footer.Count * 10);
            page.Line(Sheet.Left, y - 8, Sheet.Right, y - 8, 0.5, PdfColor.Gray(0.8));
            foreach (var line in footer)
            {
                page.Text(Sheet.Left, y + 4, line, 7.5, color: Sheet.Soft);
                y += 10;
            }

            page.Text(Sheet.Left, y + 6, $"{invoice.Seller.Name} · Invoice {invoice.Number}", 7.5, color: Sheet.Soft);
            var number = string.Create(CultureInfo.InvariantCulture, $"Page {i + 1} of {document.Pages.Count}");
            page.Text(Sheet.Right, y + 6, number, 7.5, align: Align.Right, color: Sheet.Soft);
        }
    }

    private string PaidOn() => order.Timeline.FirstOrDefault(entry => entry.Event == "paid") is { } paid ? $" on {Day(paid.At)}" : "";

    private string Day(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string By(string method) => method switch
    {
        "card" => "by card",
        "paypal" => "by PayPal",
        "upi" => "by UPI",
        PaymentMethods.CashOnDelivery => "in cash",
        _ => $"by {method}",
    };
}
