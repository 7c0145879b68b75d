using System.Buffers.Binary;
using System.Text;

namespace Tradepost.Platform.Documents;

/// <summary>Cuts a font down to the outlines a document uses. Glyphs keep their numbers; the others become empty.</summary>
internal static class FontSubset
{
    private const int MoreComponents = 0x20;
    private static readonly string[] Kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    public static byte[] Of(TrueTypeFont font, IEnumerable<int> used)
    {
        var (outlines, offsets) = Outlines(font, WithComponents(font, used));
        var tables = new List<(string Tag, byte[] Data)>();
        foreach (var tag in Kept)
        {
            var data = tag switch { "glyf" => outlines, "loca" => offsets, _ => font.Bytes(tag).ToArray() };
            if (data.Length > 0)
            {
                tables.Add((tag, data));
            }
        }

        var head = tables.Find(table => table.Tag == "head").Data;
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1); // the offsets written here are long ones
        return File(tables);
    }

    // An accented letter may be drawn from two glyphs; both must be there.
    private static HashSet<int> WithComponents(TrueTypeFont font, IEnumerable<int> used)
    {
        var keep = new HashSet<int>(used) { 0 };
        var open = new Queue<int>(keep);
        while (open.TryDequeue(out var glyph))
        {
            var (start, end) = font.Outline(glyph);
            if (end - start < 12 || font.Int16(font.Table("glyf") + start) >= 0)
            {
                continue;
            }

            var at = font.Table("glyf") + start + 10;
            int flags;
            do
            {
                flags = font.UInt16(at);
                var component = font.UInt16(at + 2);
                if (keep.Add(component))
                {
                    open.Enqueue(component);
                }

                at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
            }
            while ((flags & MoreComponents) != 0);
        }

        return keep;
    }

    private static (byte[] Outlines, byte[] Offsets) Outlines(TrueTypeFont font, HashSet<int> keep)
    {
        using var outlines = new MemoryStream();
        var offsets = new byte[4 * (font.GlyphCount + 1)];
        for (var glyph = 0; glyph < font.GlyphCount; glyph++)
        {
            BinaryPrimitives.WriteInt32BigEndian(offsets.AsSpan(4 * glyph), (int)outlines.Length);
            if (keep.Contains(glyph))
            {
                var (start, end) = font.Outline(glyph);
                outlines.Write(font.Data, font.Table("glyf") + start, end - start);
                Pad(outlines);
            }
        }

        BinaryPrimitives.WriteInt32BigEndian(offsets.AsSpan(4 * font.GlyphCount), (int)outlines.Length);
        return (outlines.ToArray(), offsets);
    }

    private static byte[] File(List<(string Tag, byte[] Data)> tables)
    {
        var power = 1;
        var log = 0;
        while (power * 2 <= tables.Count)
        {
            power *= 2;
            log++;
        }

        using var file = new MemoryStream();
        Write32(file, 0x00010000);
        foreach (var value in new[] { tables.Count, power * 16, log, (tables.Count - power) * 16 })
        {
            Write16(file, value);
        }

        var offset = 12 + (16 * tables.Count);
        foreach (var (tag, data) in tables)
        {
            file.Write(Encoding.ASCII.GetBytes(tag));
            Write32(file, Checksum(data));
            Write32(file, (uint)offset);
            Write32(file, (uint)data.Length);
            offset += (data.Length + 3) & ~3;
        }

        foreach (var (_, data) in tables)
        {
            file.Write(data);
            Pad(file);
        }

        return file.ToArray();
    }

    private static uint Checksum(byte[] data)
    {
        var sum = 0u;
        for (var i = 0; i < data.Length; i++)
        {
            sum = unchecked(sum + ((uint)data[i] << (24 - (8 * (i % 4)))));
        }

        return sum;
    }

    private static void Pad(MemoryStream stream)
    {
        while (stream.Length % 4 != 0)
        {
            stream.WriteByte(0);
        }
    }

    private static void Write16(MemoryStream stream, int value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        stream.Write(bytes);
    }

    private static void Write32(MemoryStream stream, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        stream.Write(bytes);
    }
}
