using Tradepost.Contracts.Payments;
using Tradepost.Orders.Invoicing;
using Tradepost.Platform.Documents;

namespace Tradepost.Orders.Crediting;

/// <summary>A credit note on A4 paper: who gives back what to whom, for which invoice, and the tax in it by rate.</summary>
internal sealed class CreditNoteDocument(CreditNote note)
{
    private readonly PdfDocument document = new($"Credit note {note.Number}", note.Content.Seller.Name, note.IssuedAt);

    public byte[] ToArray()
    {
        var content = note.Content;
        var head = new Letterhead(document, content.Seller, "Credit note", note.Number);
        var sheet = head.Open();
        List<(string Label, string Value)> facts =
        [
            ("Credit note number", note.Number), ("Date", head.Day(note.IssuedAt)), ("Order number", content.OrderNumber),
            ("Order date", head.Day(content.OrderedAt)),
        ];
        if (content.Invoice is { } invoice)
        {
            facts.AddRange([("Invoice number", invoice.Number), ("Invoice date", head.Day(invoice.IssuedAt))]);
        }

        head.Head(sheet, [.. facts, ("Currency", note.Total.Currency.Code)]);
        Buyer(sheet);
        new CreditNoteParts(note, sheet).Write();
        new CreditNoteSums(note, sheet).Write();
        Close(sheet, head);
        head.Feet();
        return document.ToArray();
    }

    private void Buyer(Sheet sheet)
    {
        sheet.Page.Text(Sheet.Left, sheet.Y, "Credited to", Sheet.Small, bold: true, color: Sheet.Soft);
        sheet.Y = 18 + sheet.Block(Sheet.Left, sheet.Y + 15, 300, [.. AddressBlock.Of(note.Content.Buyer), note.Content.Email]);
    }

    private void Close(Sheet sheet, Letterhead head)
    {
        if (!sheet.Fits(30))
        {
            sheet.Turn();
        }

        var what = note.Content.Invoice is { } invoice ? $"This corrects invoice {invoice.Number}. " : "";
        var words = $"{what}{Sheet.WithCurrency(note.Total)} went back to you on {head.Day(note.IssuedAt)}.";
        sheet.Y += 8;
        foreach (var line in PdfFont.Wrap(words, Sheet.Width, Sheet.Body, bold: true))
        {
            sheet.Page.Text(Sheet.Left, sheet.Y, line, Sheet.Body, bold: true);
            sheet.Y += Sheet.Body * 1.45;
        }
    }
}
