using System.Text;

namespace Tradepost.Platform.Documents;

/// <summary>The typeface of the shop's documents: Noto Sans, with digits that all have one width.</summary>
public static class PdfFont
{
    private static readonly Lazy<TrueTypeFont> RegularFont = new(() => Load("NotoSans-Regular"));
    private static readonly Lazy<TrueTypeFont> BoldFont = new(() => Load("NotoSans-SemiBold"));

    /// <summary>How wide a text is.</summary>
    /// <param name="text">One line.</param>
    /// <param name="size">Its size in points.</param>
    /// <param name="bold">Whether it is set in bold.</param>
    /// <returns>Points.</returns>
    public static double Measure(string text, double size, bool bold = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var font = Of(bold);
        var sum = 0L;
        foreach (var rune in Clean(text).EnumerateRunes())
        {
            sum += font.Advance(font.Glyph(rune.Value));
        }

        return sum * size / 1000;
    }

    /// <summary>
    /// Breaks a text into lines that fit. Breaks at spaces and at line breaks of its own; a word longer than a line is cut.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="width">Points there are.</param>
    /// <param name="size">Its size in points.</param>
    /// <param name="bold">Whether it is set in bold.</param>
    /// <returns>At least one line.</returns>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, bool bold = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (Measure(longer, size, bold) <= width)
                {
                    line = longer;
                    continue;
                }

                if (line.Length > 0)
                {
                    lines.Add(line);
                }

                line = Cut(word, width, size, bold, lines);
            }

            lines.Add(line);
        }

        return lines;
    }

    internal static TrueTypeFont Of(bool bold) => (bold ? BoldFont : RegularFont).Value;

    /// <summary>The text with signs that draw nothing taken out: they would show as boxes.</summary>
    internal static string Clean(string text) => text.Any(sign => char.IsControl(sign) || IsUnseen(sign))
        ? string.Concat(text.Where(sign => !IsUnseen(sign)).Select(sign => char.IsControl(sign) ? ' ' : sign))
        : text;

    private static bool IsUnseen(char sign) => sign is '\u00ad' or '\u200b' or '\ufeff';

    // Full lines of a word go to the list; what is left of it begins the next one.
    private static string Cut(string word, double width, double size, bool bold, List<string> lines)
    {
        var line = new StringBuilder();
        foreach (var rune in word.EnumerateRunes())
        {
            if (line.Length > 0 && Measure(line.ToString() + rune, size, bold) > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(rune.ToString());
        }

        return line.ToString();
    }

    private static TrueTypeFont Load(string name)
    {
        using var stream = typeof(PdfFont).Assembly.GetManifestResourceStream(name + ".ttf")
            ?? throw new InvalidOperationException($"There is no font {name}.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new(file, name);
    }
}
