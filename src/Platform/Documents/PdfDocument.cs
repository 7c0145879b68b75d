using System.Globalization;
using System.Text;

namespace Tradepost.Platform.Documents;

/// <summary>
/// A PDF 1.7 document of text, lines, boxes, pictures and barcodes: what invoices, slips and labels need. Fonts are embedded, cut down to
/// the signs used; text can be searched and copied. The same calls give the same bytes.
/// </summary>
/// <param name="title">As the reader's window shows it.</param>
/// <param name="author">The shop.</param>
/// <param name="created">When.</param>
public sealed class PdfDocument(string title, string author, DateTimeOffset created)
{
    private readonly List<PdfPage> pages = [];
    private readonly List<Picture> images = [];
    private readonly SortedDictionary<int, int>[] used = [[], []]; // glyph → character, of the regular and the bold font

    /// <summary>Pages so far.</summary>
    public IReadOnlyList<PdfPage> Pages => pages;

    /// <summary>Adds a page.</summary>
    /// <param name="width">Points; A4 is 595, four inches are 288.</param>
    /// <param name="height">Points; A4 is 842, six inches are 432.</param>
    public PdfPage AddPage(double width, double height)
    {
        var page = new PdfPage(this, width, height);
        pages.Add(page);
        return page;
    }

    /// <summary>The document as a file.</summary>
    /// <exception cref="InvalidOperationException">It has no page.</exception>
    public byte[] ToArray()
    {
        if (pages.Count == 0)
        {
            throw new InvalidOperationException("A document needs a page.");
        }

        var file = new PdfObjects();
        var catalog = file.Reserve();
        var tree = file.Reserve();
        var resources = file.Add($"<< /Font << {Fonts(file)} >> /XObject << {Images(file)} >> >>");
        var kids = new List<int>();
        foreach (var page in pages)
        {
            var content = file.Stream("", Encoding.ASCII.GetBytes(page.Content));
            var box = string.Create(CultureInfo.InvariantCulture, $"[0 0 {page.Width:0.###} {page.Height:0.###}]");
            kids.Add(file.Add(
                $"<< /Type /Page /Parent {tree} 0 R /MediaBox {box} /Resources {resources} 0 R /Contents {content} 0 R >>"));
        }

        file.Set(catalog, $"<< /Type /Catalog /Pages {tree} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>");
        file.Set(tree, $"<< /Type /Pages /Count {kids.Count} /Kids [{string.Join(' ', kids.Select(kid => $"{kid} 0 R"))}] >>");
        var date = created.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        var info = file.Add($"<< /Title {Hex(title)} /Author {Hex(author)} /CreationDate (D:{date}Z) >>");
        return file.ToArray(catalog, info);
    }

    internal (string Font, string Glyphs) Encode(string text, bool bold)
    {
        var font = PdfFont.Of(bold);
        var seen = used[bold ? 1 : 0];
        var glyphs = new StringBuilder(text.Length * 4);
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = font.Glyph(rune.Value);
            seen.TryAdd(glyph, rune.Value);
            glyphs.Append(glyph.ToString("X4", CultureInfo.InvariantCulture));
        }

        return (bold ? "F1" : "F0", glyphs.ToString());
    }

    internal string AddImage(byte[] jpeg)
    {
        var header = JpegHeader.Read(jpeg);
        return Add(new(header.Width, header.Height, header.Components, jpeg, IsJpeg: true));
    }

    internal string AddPng(byte[] png)
    {
        var picture = PngPicture.Read(png);
        return Add(new(picture.Width, picture.Height, picture.Components, picture.Pixels, IsJpeg: false));
    }

    private string Add(Picture picture)
    {
        images.Add(picture);
        return $"I{images.Count - 1}";
    }

    private static string Hex(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private string Fonts(PdfObjects file)
    {
        var names = new StringBuilder();
        for (var i = 0; i < used.Length; i++)
        {
            if (used[i].Count > 0)
            {
                names.Append(CultureInfo.InvariantCulture, $"/F{i} {PdfFontObjects.Write(file, PdfFont.Of(i == 1), used[i], i)} 0 R ");
            }
        }

        return names.ToString();
    }

    private string Images(PdfObjects file)
    {
        var names = new StringBuilder();
        for (var i = 0; i < images.Count; i++)
        {
            var picture = images[i];
            var color = picture.Components switch { 1 => "DeviceGray", 4 => "DeviceCMYK", _ => "DeviceRGB" };
            var id = file.Stream(
                $"/Type /XObject /Subtype /Image /Width {picture.Width} /Height {picture.Height} /ColorSpace /{color} /BitsPerComponent 8 "
                + (picture.IsJpeg ? "/Filter /DCTDecode " : ""),
                picture.Data, compress: !picture.IsJpeg);
            names.Append(CultureInfo.InvariantCulture, $"/I{i} {id} 0 R ");
        }

        return names.ToString();
    }

    private sealed record Picture(int Width, int Height, int Components, byte[] Data, bool IsJpeg);
}
