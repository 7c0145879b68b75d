using System.Globalization;
using Tradepost.Contracts;
using Tradepost.Platform.Documents;

namespace Tradepost.Shipping.Printing;

/// <summary>
/// Labels of four by six inches. The barcode's bars are whole dots of a label printer of 203 dots an inch, so that none is blurred.
/// </summary>
internal static class LabelPdf
{
    private const double Width = 288;
    private const double Height = 432;
    private const double Margin = 14;
    private const double Inner = Width - (2 * Margin);
    private const double Dot = 72.0 / 203;
    private const double BarcodeTop = 312;
    private const double BarcodeHeight = 76;

    public static byte[] Of(LabelSheet sheet, string shop)
    {
        var document = new PdfDocument($"Label {sheet.TrackingNumber}", shop, sheet.At);
        Draw(document, sheet);
        return document.ToArray();
    }

    public static void Draw(PdfDocument document, LabelSheet sheet)
    {
        var page = document.AddPage(Width, Height);
        Head(page, sheet);
        Sender(page, sheet);
        Recipient(page, sheet);
        Facts(page, sheet);
        Barcode(page, sheet.TrackingNumber);
    }

    private static void Head(PdfPage page, LabelSheet sheet)
    {
        page.Box(0, 0, Width, 44);
        var right = sheet.IsReturn ? "RETURN" : sheet.Service?.ToUpperInvariant() ?? "";
        var size = Fitting(right, Inner * 0.5, 15);
        page.Text(Margin, 28, Cut(sheet.Carrier, Inner * 0.48, 15), 15, bold: true, color: PdfColor.White);
        page.Text(Width - Margin, 28, Cut(right, Inner * 0.5, size), size, bold: true, Align.Right, PdfColor.White);
    }

    private static void Sender(PdfPage page, LabelSheet sheet)
    {
        page.Text(Margin, 58, "FROM", 6.5, bold: true, color: PdfColor.Gray(0.35));
        var y = 69.0;
        foreach (var line in AddressFormats.Lines(sheet.From))
        {
            page.Text(Margin, y, Cut(line, Inner, 8, bold: false), 8);
            y += 9.8;
        }
    }

    private static void Recipient(PdfPage page, LabelSheet sheet)
    {
        const double top = 140;
        page.Line(Margin, top, Width - Margin, top, 1);
        page.Text(Margin, top + 13, "TO", 6.5, bold: true, color: PdfColor.Gray(0.35));
        var lines = AddressFormats.Lines(sheet.To);
        var size = Math.Min(14, 106.0 / (lines.Count * 1.2));
        var y = top + 16 + size;
        for (var i = 0; i < lines.Count; i++)
        {
            var bold = i == 0 || i == lines.Count - 1;
            var fitted = Fitting(lines[i], Inner, size, bold);
            page.Text(Margin, y, Cut(lines[i], Inner, fitted, bold), fitted, bold);
            y += size * 1.2;
        }
    }

    private static void Facts(PdfPage page, LabelSheet sheet)
    {
        const double top = 266;
        page.Line(Margin, top, Width - Margin, top, 1);
        (string Name, string Value)[] facts =
        [
            (sheet.IsReturn ? "RETURN" : "ORDER", sheet.Reference), ("WEIGHT", sheet.Weight),
            ("PARCEL", string.Create(CultureInfo.InvariantCulture, $"{sheet.Part} of {sheet.Parts}")),
            ("DATE", sheet.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ];
        double[] columns = [Margin, Margin + 102, Margin + 156, Margin + 206];
        for (var i = 0; i < facts.Length; i++)
        {
            var room = (i + 1 < columns.Length ? columns[i + 1] : Width - Margin) - columns[i] - 3;
            page.Text(columns[i], top + 12, facts[i].Name, 6.5, bold: true, color: PdfColor.Gray(0.35));
            page.Text(columns[i], top + 25, Cut(facts[i].Value, room, 10), 10, bold: true);
        }

        page.Line(Margin, 300, Width - Margin, 300, 1);
    }

    private static void Barcode(PdfPage page, string number)
    {
        var modules = Code128.Modules(number).Sum() + (2 * Code128.QuietZone);
        var dots = Math.Max(1, Math.Min(4, (int)(Width / Dot / modules)));
        var width = modules * dots * Dot;
        var left = Math.Round((Width - width) / 2 / Dot) * Dot;
        page.Code128(left, BarcodeTop, width, BarcodeHeight, number);
        var size = Fitting(number, Inner, 14);
        page.Text(Width / 2, BarcodeTop + BarcodeHeight + 20, number, size, bold: true, Align.Center);
    }

    /// <summary>The size, or as much smaller as the text needs, down to two thirds.</summary>
    private static double Fitting(string text, double width, double size, bool bold = true)
    {
        var needed = PdfFont.Measure(text, size, bold);
        return needed <= width ? size : Math.Max(size * 2 / 3, size * width / needed);
    }

    private static string Cut(string text, double width, double size, bool bold = true)
    {
        if (PdfFont.Measure(text, size, bold) <= width)
        {
            return text;
        }

        var kept = text.Length;
        while (kept > 1 && PdfFont.Measure(text[..kept] + "…", size, bold) > width)
        {
            kept--;
        }

        return text[..kept] + "…";
    }
}
