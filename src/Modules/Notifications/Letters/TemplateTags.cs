namespace Tradepost.Notifications.Letters;

/// <summary>What stands between two braces of a template.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Text">Without the braces.</param>
internal readonly record struct Tag(int Line, string Text);

/// <summary>A template can't be used.</summary>
internal sealed class TemplateFaultException(int line, string reason) : Exception($"Line {line}: {reason}")
{
    public int Line => line;
}

/// <summary>Finds the tags of a template and refuses those that would put in markup as it is.</summary>
internal static class TemplateTags
{
    private const int MostTags = 400;

    public static IReadOnlyList<Tag> Of(string template)
    {
        var tags = new List<Tag>();
        var (at, line) = (0, 1);
        while (template.IndexOf("{{", at, StringComparison.Ordinal) is >= 0 and var open)
        {
            line += template.AsSpan(at, open - at).Count('\n');
            tags.Add(Read(template, open, line, out var close));
            line += template.AsSpan(open, close - open).Count('\n');
            at = close;
            if (tags.Count > MostTags)
            {
                throw new TemplateFaultException(line, $"a template may have at most {MostTags} tags.");
            }
        }

        return tags;
    }

    private static Tag Read(string template, int open, int line, out int close)
    {
        if (open > 0 && template[open - 1] == '\\')
        {
            throw new TemplateFaultException(line, "a backslash may not stand before {{.");
        }

        var end = template.IndexOf("}}", open, StringComparison.Ordinal);
        if (end < 0)
        {
            throw new TemplateFaultException(line, "{{ is never closed by }}.");
        }

        close = end + 2;
        var text = template[(open + 2)..end];
        if (text.Contains('{', StringComparison.Ordinal) || text.Contains('}', StringComparison.Ordinal)
            || (close < template.Length && template[close] == '}') || text.TrimStart('~').TrimStart().StartsWith('&'))
        {
            throw new TemplateFaultException(line, "values are always escaped: write {{ and }}, two braces, and no &.");
        }

        return new(line, text.Trim('~').Trim());
    }
}
