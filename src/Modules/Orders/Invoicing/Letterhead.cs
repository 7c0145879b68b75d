using System.Globalization;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Documents;

namespace Tradepost.Orders.Invoicing;

/// <summary>What stands at the head and the foot of every paper about money: who sold, which paper it is, its dates.</summary>
internal sealed class Letterhead(PdfDocument document, Seller seller, string kind, string number)
{
    private readonly IReadOnlyList<string> footer = seller.Footer is { } text ? PdfFont.Wrap(text, Sheet.Width, 7.5) : [];
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(seller.TimeZone);

    /// <summary>The first sheet, with room for the foot.</summary>
    public Sheet Open() => new(document) { Foot = 58 + (footer.Count * 10) };

    public void Head(Sheet sheet, IReadOnlyList<(string Label, string Value)> facts)
    {
        sheet.Page.Text(Sheet.Left, 62, seller.Shop, 20, bold: true);
        sheet.Page.Text(Sheet.Right, 62, kind, 20, bold: true, align: Align.Right, color: Sheet.Soft);
        var lines = new[]
        {
            seller.Name == seller.Shop ? null : seller.Name, seller.Address,
            seller.TaxNumber is { } tax ? $"Tax number {tax}" : null, seller.Registration, seller.Contact,
        };
        var below = sheet.Block(
            Sheet.Left, 80, 260, lines.OfType<string>().SelectMany(line => line.Split('\n')), Sheet.Small, Sheet.Soft);
        var y = 80.0;
        foreach (var (label, value) in facts)
        {
            sheet.Page.Text(440, y, label, Sheet.Small, align: Align.Right, color: Sheet.Soft);
            sheet.Page.Text(Sheet.Right, y, value, Sheet.Small, align: Align.Right);
            y += Sheet.Small * 1.6;
        }

        sheet.Y = Math.Max(below, y) + 14;
        sheet.RuleOff();
        sheet.Y += 20;
    }

    /// <summary>Once all is written: the foot of every page.</summary>
    public void Feet()
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

            page.Text(Sheet.Left, y + 6, $"{seller.Name} · {kind} {number}", 7.5, color: Sheet.Soft);
            var count = string.Create(CultureInfo.InvariantCulture, $"Page {i + 1} of {document.Pages.Count}");
            page.Text(Sheet.Right, y + 6, count, 7.5, align: Align.Right, color: Sheet.Soft);
        }
    }

    public string Day(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
