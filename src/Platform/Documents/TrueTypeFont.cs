using System.Buffers.Binary;
using System.Text;

namespace Tradepost.Platform.Documents;

/// <summary>
/// Reads what a PDF needs of a TrueType file: which glyph draws a character and how wide it is. Tables as in the OpenType specification;
/// character maps of formats 4 and 12. No shaping: scripts that join or reorder letters are drawn letter by letter.
/// </summary>
internal sealed class TrueTypeFont
{
    private readonly Dictionary<string, (int Offset, int Length)> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> glyphs = [];
    private readonly int widths;

    public TrueTypeFont(byte[] file, string name)
    {
        (Data, Name) = (file, name);
        for (int i = 0, count = UInt16(4); i < count; i++)
        {
            var record = 12 + (16 * i);
            tables[Encoding.ASCII.GetString(file, record, 4)] = ((int)UInt32(record + 8), (int)UInt32(record + 12));
        }

        UnitsPerEm = UInt16(Table("head") + 18);
        HasLongOffsets = Int16(Table("head") + 50) != 0;
        Box = [.. Enumerable.Range(0, 4).Select(i => Scaled(Int16(Table("head") + 36 + (2 * i))))];
        (Ascent, Descent) = (Scaled(Int16(Table("hhea") + 4)), Scaled(Int16(Table("hhea") + 6)));
        widths = UInt16(Table("hhea") + 34);
        GlyphCount = UInt16(Table("maxp") + 4);
        ReadCharacters();
    }

    public byte[] Data { get; }

    public string Name { get; }

    public int UnitsPerEm { get; }

    public bool HasLongOffsets { get; }

    public int GlyphCount { get; }

    /// <summary>The box around all glyphs: left, bottom, right, top, in thousandths of the size.</summary>
    public IReadOnlyList<int> Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    /// <summary>The glyph of a character; 0, the empty box, where the font has none.</summary>
    public int Glyph(int character) => glyphs.GetValueOrDefault(character);

    /// <summary>How far a glyph moves the pen, in thousandths of the size.</summary>
    public int Advance(int glyph) => Scaled(UInt16(Table("hmtx") + (4 * Math.Min(glyph, widths - 1))));

    /// <summary>Where a glyph's outline lies in the table "glyf".</summary>
    public (int Start, int End) Outline(int glyph)
    {
        int At(int index) => HasLongOffsets ? (int)UInt32(Table("loca") + (4 * index)) : 2 * UInt16(Table("loca") + (2 * index));
        return (At(glyph), At(glyph + 1));
    }

    public int Table(string tag) => tables[tag].Offset;

    public ReadOnlySpan<byte> Bytes(string tag) =>
        tables.TryGetValue(tag, out var table) ? Data.AsSpan(table.Offset, table.Length) : default;

    public ushort UInt16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(Data.AsSpan(offset));

    public short Int16(int offset) => BinaryPrimitives.ReadInt16BigEndian(Data.AsSpan(offset));

    private uint UInt32(int offset) => BinaryPrimitives.ReadUInt32BigEndian(Data.AsSpan(offset));

    private int Scaled(int units) => units * 1000 / UnitsPerEm;

    private void ReadCharacters()
    {
        var map = Table("cmap");
        for (int i = 0, count = UInt16(map + 2); i < count; i++)
        {
            var table = map + (int)UInt32(map + 8 + (8 * i));
            switch (UInt16(table))
            {
                case 12: ReadGroups(table); break;
                case 4: ReadSegments(table); break;
                default: break;
            }
        }
    }

    private void ReadGroups(int table)
    {
        for (int i = 0, count = (int)UInt32(table + 12); i < count; i++)
        {
            var group = table + 16 + (12 * i);
            var (first, last, glyph) = (UInt32(group), UInt32(group + 4), UInt32(group + 8));
            for (var character = first; character <= last; character++)
            {
                glyphs[(int)character] = (int)(glyph + character - first);
            }
        }
    }

    private void ReadSegments(int table)
    {
        var size = UInt16(table + 6); // twice the number of segments
        for (var i = 0; i < size; i += 2)
        {
            var (last, first) = (UInt16(table + 14 + i), UInt16(table + 16 + size + i));
            var delta = UInt16(table + 16 + (2 * size) + i);
            var rangeAt = table + 16 + (3 * size) + i;
            for (int character = first; character <= last && character != 0xffff; character++)
            {
                glyphs.TryAdd(character, GlyphIn(rangeAt, delta, character - first, character));
            }
        }
    }

    private int GlyphIn(int rangeAt, int delta, int index, int character)
    {
        if (UInt16(rangeAt) is not (> 0 and var range))
        {
            return (character + delta) & 0xffff;
        }

        var glyph = UInt16(rangeAt + range + (2 * index));
        return glyph == 0 ? 0 : (glyph + delta) & 0xffff;
    }
}
