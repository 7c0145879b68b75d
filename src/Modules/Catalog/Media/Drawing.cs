using System.Net;
using System.Text;
using System.Xml;

namespace Tradepost.Catalog.Media;

/// <summary>
/// Composes the picture of a product nobody photographed: its kind, its brand, its name. No styles and no scripts, so any policy lets it
/// pass.
/// </summary>
internal static class Drawing
{
    private const int LineLength = 34;
    private const int MostLines = 3;

    public static string Of(Icons.Icon icon, string? brand, string name)
    {
        var text = new StringBuilder();
        foreach (var (index, line) in Lines(name).Index())
        {
            text.Append(Text(664 + (index * 40), 30, 500, "#2b303b", line));
        }

        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="800" height="800" role="img" aria-label="{Escaped(name)}">
            <rect width="800" height="800" fill="{icon.Tint}"/>
            <circle cx="400" cy="310" r="230" fill="#ffffff" fill-opacity="0.7"/>
            <path d="{icon.Path}" transform="translate(208 118) scale(4)"
             fill="none" stroke="{icon.Ink}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>
            {Text(606, 26, 700, icon.Ink, brand?.ToUpperInvariant() ?? "")}
            {text}</svg>
            """;
    }

    /// <summary>The name in at most three lines, cut at blanks; what does not fit ends in an ellipsis.</summary>
    internal static IReadOnlyList<string> Lines(string name)
    {
        var lines = new List<string> { "" };
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var fits = lines[^1].Length + 1 + word.Length <= LineLength;
            if (!fits && lines.Count == MostLines)
            {
                lines[^1] = Cut(lines[^1], LineLength - 2) + " …";
                return lines;
            }

            if (fits || lines[^1].Length == 0)
            {
                lines[^1] = Cut($"{lines[^1]} {word}".TrimStart(), LineLength);
            }
            else
            {
                lines.Add(Cut(word, LineLength));
            }
        }

        return lines;
    }

    // Never between the halves of one character.
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static string Text(int y, int size, int weight, string colour, string text) => $"""
        <text x="400" y="{y}" font-family="system-ui, sans-serif" font-size="{size}" font-weight="{weight}" fill="{colour}"
         text-anchor="middle">{Escaped(text)}</text>

        """;

    // Names may hold control characters, which no XML may.
    private static string Escaped(string text) =>
        WebUtility.HtmlEncode(string.Concat(text.Where(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character))));
}
