using Tradepost.Contracts.Payments;
using Tradepost.Orders.Reading;
using Tradepost.Platform.Documents;

namespace Tradepost.Orders.Invoicing;

/// <summary>
/// An invoice on A4 paper: who sold what to whom, each line, what was taken off, the delivery, tax by rate, and whether it is paid. All
/// from what never changes: the order and the row of the invoice.
/// </summary>
internal sealed class InvoiceDocument(Invoice invoice, OrderView order, IReadOnlyList<TaxRow> taxes)
{
    private readonly PdfDocument document = new($"Invoice {invoice.Number}", invoice.Seller.Name, invoice.IssuedAt);

    public byte[] ToArray()
    {
        var head = new Letterhead(document, invoice.Seller, "Invoice", invoice.Number);
        var sheet = head.Open();
        head.Head(sheet,
        [
            ("Invoice number", invoice.Number), ("Invoice date", head.Day(invoice.IssuedAt)),
            ("Order number", order.Number), ("Order date", head.Day(order.PlacedAt)), ("Currency", order.Currency),
        ]);
        Parties(sheet);
        new InvoiceLines(order, sheet, $"Invoice {invoice.Number}").Write();
        new InvoiceSums(order, taxes, sheet).Write();
        Paid(sheet, head);
        Terms(sheet);
        head.Feet();
        return document.ToArray();
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

    private void Paid(Sheet sheet, Letterhead head)
    {
        var words = order.Payment switch
        {
            null => null,
            { Amount.IsZero: true } => "Nothing to pay.",
            { Status: PaymentStatus.Paid or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded } paid =>
                $"Paid {By(paid.Method)}{PaidOn(head)}. Nothing is left to pay.",
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

    private string PaidOn(Letterhead head) =>
        order.Timeline.FirstOrDefault(entry => entry.Event == "paid") is { } paid ? $" on {head.Day(paid.At)}" : "";

    private static string By(string method) => method switch
    {
        "card" => "by card",
        "paypal" => "by PayPal",
        "upi" => "by UPI",
        PaymentMethods.CashOnDelivery => "in cash",
        _ => $"by {method}",
    };
}
