using System.Globalization;
using Tradepost.Contracts;
using Tradepost.Platform.Documents;

namespace Tradepost.Shipping.Printing;

/// <summary>What lies in a parcel, for whoever packs it and whoever opens it. No prices: it may be a present.</summary>
/// <param name="OrderNumber">The barcode.</param>
/// <param name="PlacedAt">When it was ordered.</param>
/// <param name="To">The recipient.</param>
/// <param name="Method">How the customer chose to have it sent.</param>
/// <param name="Lines">What lies in it.</param>
internal sealed record Slip(
    string OrderNumber, DateTimeOffset PlacedAt, Address To, string Method, IReadOnlyList<SlipLine> Lines)
{
    public string? Tracking { get; init; }

    public Address? From { get; init; }
}

/// <summary>Units of one thing.</summary>
internal sealed record SlipLine(string Sku, string Name, int Quantity, int Ordered);

/// <summary>Draws packing slips, A4, as many pages as the lines need.</summary>
internal static class SlipPdf
{
    private const double Width = 595;
    private const double Height = 842;
    private const double Margin = 48;
    private const double Right = Width - Margin;
    private const double LastLine = Height - 90;
    private static readonly PdfColor Quiet = PdfColor.Gray(0.4);

    public static void Draw(PdfDocument document, Slip slip, string shop)
    {
        var page = document.AddPage(Width, Height);
        var y = Head(page, slip, shop);
        foreach (var line in slip.Lines)
        {
            var names = PdfFont.Wrap(line.Name, 270, 10.5, bold: false).Take(3).ToList();
            var need = 16 + (names.Count * 13);
            if (y + need > LastLine)
            {
                page = document.AddPage(Width, Height);
                page.Text(Margin, 60, $"Packing slip {slip.OrderNumber}, continued", 10, color: Quiet);
                y = Table(page, 84);
            }

            y = Row(page, line, names, y);
        }

        Foot(page, slip, y);
    }

    private static double Head(PdfPage page, Slip slip, string shop)
    {
        page.Text(Margin, 66, shop, 20, bold: true);
        page.Text(Margin, 86, "Packing slip", 12, color: Quiet);
        page.Code128(Right - 190, 44, 200, 44, slip.OrderNumber);
        page.Text(Right - 90, 102, slip.OrderNumber, 10, align: Align.Center);
        page.Text(Margin, 132, "SHIP TO", 7.5, bold: true, color: Quiet);
        var y = 148.0;
        foreach (var line in AddressFormats.Lines(slip.To))
        {
            page.Text(Margin, y, Cut(line, 290, 11), 11);
            y += 14.5;
        }

        (string Name, string? Value)[] facts =
        [
            ("ORDERED", slip.PlacedAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)), ("DELIVERY", slip.Method),
            ("TRACKING", slip.Tracking),
        ];
        var right = 132.0;
        foreach (var (name, value) in facts.Where(fact => fact.Value is not null))
        {
            page.Text(360, right, name, 7.5, bold: true, color: Quiet);
            page.Text(360, right + 15, Cut(value!, Right - 360, 11), 11);
            right += 36;
        }

        return Table(page, Math.Max(y, right) + 24);
    }

    private static double Table(PdfPage page, double y)
    {
        page.Text(Margin, y, "QTY", 7.5, bold: true, color: Quiet);
        page.Text(Margin + 48, y, "ITEM", 7.5, bold: true, color: Quiet);
        page.Text(Margin + 332, y, "SKU", 7.5, bold: true, color: Quiet);
        page.Text(Right, y, "PACKED", 7.5, bold: true, Align.Right, Quiet);
        page.Line(Margin, y + 7, Right, y + 7, 1);
        return y + 26;
    }

    private static double Row(PdfPage page, SlipLine line, List<string> names, double y)
    {
        page.Text(Margin, y, line.Quantity.ToString(CultureInfo.InvariantCulture), 13, bold: true);
        var at = y;
        foreach (var name in names)
        {
            page.Text(Margin + 48, at, name, 10.5);
            at += 13;
        }

        page.Text(Margin + 332, y, Cut(line.Sku, 110, 10), 10);
        Square(page, Right - 14, y - 11);
        if (line.Quantity < line.Ordered)
        {
            page.Text(
                Margin + 48, at, string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} of {line.Ordered} ordered"), 8.5, color: Quiet);
            at += 11;
        }

        page.Line(Margin, at - 3, Right, at - 3, 0.4, PdfColor.Gray(0.75));
        return at + 15;
    }

    private static void Foot(PdfPage page, Slip slip, double y)
    {
        var units = slip.Lines.Sum(line => line.Quantity);
        page.Text(
            Margin, y + 4, string.Create(CultureInfo.InvariantCulture, $"{units} {(units == 1 ? "unit" : "units")} in this parcel"), 10.5,
            bold: true);
        if (slip.From is { } from)
        {
            page.Line(Margin, Height - 60, Right, Height - 60, 0.4, PdfColor.Gray(0.75));
            page.Text(Margin, Height - 44, Cut(string.Join(" · ", AddressFormats.Lines(from)), Right - Margin, 8), 8, color: Quiet);
        }
    }

    private static void Square(PdfPage page, double x, double y)
    {
        const double side = 13;
        page.Line(x, y, x + side, y, 0.8);
        page.Line(x, y + side, x + side, y + side, 0.8);
        page.Line(x, y, x, y + side, 0.8);
        page.Line(x + side, y, x + side, y + side, 0.8);
    }

    private static string Cut(string text, double width, double size)
    {
        var kept = text.Length;
        while (kept > 1 && PdfFont.Measure(kept == text.Length ? text : text[..kept] + "…", size, bold: false) > width)
        {
            kept--;
        }

        return kept == text.Length ? text : text[..kept] + "…";
    }
}
