using System.Text;

namespace Tradepost.Platform.Documents;

/// <summary>Writes a font into a file: its outlines, the widths of its signs, and which sign stands for which character.</summary>
internal static class PdfFontObjects
{
    private const int SignsABlock = 100; // the most that one bfchar block may hold

    /// <returns>The number of the font's object.</returns>
    public static int Write(PdfObjects file, TrueTypeFont font, SortedDictionary<int, int> used, int index)
    {
        // A subset's name carries six letters, different ones for each font of a file.
        var name = $"{new string((char)('A' + index), 6)}+{font.Name}";
        var outlines = FontSubset.Of(font, used.Keys);
        var data = file.Stream($"/Length1 {outlines.Length} ", outlines);
        var descriptor = file.Add(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{string.Join(' ', font.Box)}] /ItalicAngle 0"
            + $" /Ascent {font.Ascent} /Descent {font.Descent} /CapHeight 714 /StemV 80 /FontFile2 {data} 0 R >>");
        var widths = string.Join(' ', used.Keys.Select(glyph => $"{glyph} [{font.Advance(glyph)}]"));
        var glyphs = file.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDToGIDMap /Identity /DW 600 /W [{widths}]"
            + $" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R >>");
        var characters = file.Stream("", Encoding.ASCII.GetBytes(Characters(used)));
        return file.Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{glyphs} 0 R]"
            + $" /ToUnicode {characters} 0 R >>");
    }

    private static string Characters(SortedDictionary<int, int> used)
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Signs def /CMapType 2 def\n"
            + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var block in used.Where(sign => sign.Key > 0).Chunk(SignsABlock))
        {
            var signs = block.Select(sign =>
                $"<{sign.Key:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(sign.Value)))}>");
            map.Append(block.Length).Append(" beginbfchar ").AppendJoin(' ', signs).Append(" endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }
}
