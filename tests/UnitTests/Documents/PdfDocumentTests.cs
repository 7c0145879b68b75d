using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Tradepost.Platform.Documents;

namespace Tradepost.UnitTests.Documents;

public partial class PdfDocumentTests
{
    private static readonly DateTimeOffset Then = new(2026, 11, 20, 10, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Every_object_begins_where_the_table_says()
    {
        var file = Sample();
        var text = Encoding.Latin1.GetString(file);
        var start = Number(StartPattern().Match(text));
        Assert.Equal("xref", text.Substring(start, 4));
        var offsets = OffsetPattern().Matches(text[start..]).Select(Number);
        Assert.All(offsets.Select((offset, i) => (offset, i)), entry => Assert.StartsWith($"{entry.i + 1} 0 obj\n", text[entry.offset..]));
    }

    [Fact]
    public void The_text_can_be_found_again_whatever_its_script()
    {
        var characters = Streams(Sample()).First(stream => stream.Contains("beginbfchar", StringComparison.Ordinal));
        foreach (var sign in "Zażółć ΣЖ€ş")
        {
            Assert.Contains($"<{(int)sign:X4}>", characters);
        }
    }

    [Fact]
    public void Only_the_signs_used_are_embedded() => Assert.InRange(Sample().Length, 2_000, 40_000);

    [Fact]
    public void The_same_calls_give_the_same_bytes() => Assert.Equal(Sample(), Sample());

    [Fact]
    public void What_people_write_cannot_leave_the_text_it_is_in()
    {
        var document = new PdfDocument(") /Evil << (", "(", Then);
        document.AddPage(100, 100).Text(0, 10, "> Tj ET Q \r\n\u0000 <script>", 10);
        var text = Encoding.Latin1.GetString(document.ToArray());
        Assert.DoesNotContain("/Evil", text);
        Assert.DoesNotContain("script", string.Concat(Streams(document.ToArray())));
    }

    [Fact]
    public void Lines_are_broken_where_they_fit_and_nothing_is_lost()
    {
        const string Text = "A rather long name of a thing, Donaudampfschifffahrtsgesellschaftskapitänsmütze included\nand a second line";
        var lines = PdfFont.Wrap(Text, 120, 10);
        Assert.All(lines, line => Assert.InRange(PdfFont.Measure(line, 10), 0, 120));
        Assert.Equal(Text.Replace(" ", "").Replace("\n", ""), string.Concat(lines).Replace(" ", ""));
        Assert.Equal([""], PdfFont.Wrap("", 100, 10));
    }

    [Fact]
    public void Digits_all_have_one_width() =>
        Assert.Single("0123456789".Select(digit => PdfFont.Measure(digit.ToString(), 10)).Distinct());

    [Fact]
    public void A_picture_must_be_a_jpeg()
    {
        var page = new PdfDocument("t", "a", Then).AddPage(10, 10);
        Assert.Throws<ArgumentException>(() => page.Jpeg(0, 0, 1, 1, "<svg/>"u8.ToArray()));
        Assert.Throws<ArgumentException>(() => page.Jpeg(0, 0, 1, 1, [0xff, 0xd8, 0xff, 0xe0, 0, 2]));
    }

    private static byte[] Sample()
    {
        var document = new PdfDocument("Invoice 7", "Shop", Then);
        var page = document.AddPage(595, 842);
        page.Text(40, 60, "Zażółć gęślą jaźń ΣΩ Ж € ş", 12);
        page.Text(555, 60, "1,250.00", 12, bold: true, Align.Right);
        page.Line(40, 70, 555, 70);
        page.Code128(40, 100, 200, 40, "TP123456785");
        return document.ToArray();
    }

    private static int Number(Match match) => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Streams(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        foreach (Match match in StreamPattern().Matches(text))
        {
            using var data = new MemoryStream(file, match.Index + match.Length, Number(match));
            using var unpacked = new ZLibStream(data, CompressionMode.Decompress);
            using var reader = new StreamReader(unpacked, Encoding.Latin1);
            yield return reader.ReadToEnd();
        }
    }

    [GeneratedRegex(@"startxref\n(\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex StartPattern();

    [GeneratedRegex(@"(\d{10}) 00000 n", RegexOptions.NonBacktracking)]
    private static partial Regex OffsetPattern();

    [GeneratedRegex(@"/FlateDecode /Length (\d+) >>\nstream\n", RegexOptions.NonBacktracking)]
    private static partial Regex StreamPattern();
}
