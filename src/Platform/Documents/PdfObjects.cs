using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Tradepost.Platform.Documents;

/// <summary>The numbered objects of a PDF file, and the table that says where each begins.</summary>
internal sealed class PdfObjects
{
    private readonly List<byte[]> objects = [];

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve() => Add("null");

    public int Add(string text)
    {
        objects.Add(Encoding.ASCII.GetBytes(text));
        return objects.Count;
    }

    public void Set(int number, string text) => objects[number - 1] = Encoding.ASCII.GetBytes(text);

    public int Stream(string entries, byte[] data, bool compress = true)
    {
        var written = compress ? Compressed(data) : data;
        var filter = compress ? "/Filter /FlateDecode " : "";
        objects.Add(
        [
            .. Encoding.ASCII.GetBytes($"<< {entries}{filter}/Length {written.Length} >>\nstream\n"), .. written, .. "\nendstream"u8,
        ]);
        return objects.Count;
    }

    public byte[] ToArray(int catalog, int info)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%"u8);
        file.Write([0xe2, 0xe3, 0xcf, 0xd3, (byte)'\n']); // says to transports that the file is not text
        var table = new StringBuilder("0000000000 65535 f \n");
        for (var i = 0; i < objects.Count; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:0000000000} 00000 n \n");
            file.Write(Encoding.ASCII.GetBytes($"{i + 1} 0 obj\n"));
            file.Write(objects[i]);
            file.Write("\nendobj\n"u8);
        }

        var start = file.Length;
        file.Write(Encoding.ASCII.GetBytes(
            $"xref\n0 {objects.Count + 1}\n{table}trailer << /Size {objects.Count + 1} /Root {catalog} 0 R /Info {info} 0 R >>\n"
            + $"startxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }

    private static byte[] Compressed(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            packer.Write(data);
        }

        return packed.ToArray();
    }
}
