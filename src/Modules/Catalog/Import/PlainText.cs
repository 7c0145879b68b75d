using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Tradepost.Catalog.Import;

/// <summary>Descriptions as plain text: tags out, entities read, lines kept.</summary>
internal static partial class PlainText
{
    private const int MaxLength = 20_000;

    /// <summary>The text without markup; null when nothing is left.</summary>
    public static string? Of(string? markup)
    {
        if (string.IsNullOrWhiteSpace(markup))
        {
            return null;
        }

        var lines = LineBreak().Replace(markup.Replace(@"\n", "\n", StringComparison.Ordinal), "\n");
        var text = WebUtility.HtmlDecode(Tag().Replace(lines, ""));
        var tidy = new StringBuilder(text.Length);
        foreach (var line in text.Split('\n'))
        {
            tidy.Append(RowFields.OneLine(line)).Append('\n');
        }

        var plain = BlankLines().Replace(tidy.ToString(), "\n\n").Trim();
        return plain.Length == 0 ? null : plain.Length > MaxLength ? plain[..MaxLength] : plain;
    }

    [GeneratedRegex(@"<br\s*/?>|</(?:p|div|li|h\d|tr)>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LineBreak();

    // "< 5 ms" is not a tag: a name follows the bracket at once.
    [GeneratedRegex("</?[a-zA-Z][^<>]*>|<!--.*?-->", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("\n{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex BlankLines();
}
