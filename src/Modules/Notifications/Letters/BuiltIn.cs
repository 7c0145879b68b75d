namespace Tradepost.Notifications.Letters;

/// <summary>A letter's template in its three pieces.</summary>
internal sealed record Template(string Subject, string Html, string Text);

/// <summary>The templates built into this assembly and what they tell of.</summary>
internal static class BuiltIn
{
    /// <summary>What every letter may name besides its own facts.</summary>
    public static IReadOnlyList<string> Common { get; } = ["Shop", "Home", "Subject", "Accent", "Ink", "Logo", "Footer", "Unsubscribe"];

    /// <summary>Parts of pages, by name.</summary>
    public static IReadOnlyDictionary<string, string> HtmlParts { get; } =
        new[] { "layout", "button", "order", "return", "sendback" }
            .ToDictionary(part => part, part => Resource($"_{part}.html.hbs"), StringComparer.Ordinal);

    /// <summary>Parts of texts, by name.</summary>
    public static IReadOnlyDictionary<string, string> TextParts { get; } =
        new[] { "order", "return", "sendback", "close" }
            .ToDictionary(part => part, part => Resource($"_{part}.text.hbs"), StringComparer.Ordinal);

    /// <summary>By kind. The first line of a text is its subject.</summary>
    public static IReadOnlyDictionary<string, Template> Templates { get; } =
        LetterRegistry.All.ToDictionary(info => info.Kind, info => Read(info.Kind), StringComparer.Ordinal);

    /// <summary>What a letter of this kind may name.</summary>
    public static Shape ShapeOf(string kind)
    {
        var shape = new Shape("");
        foreach (var name in Common)
        {
            shape.Learn(name);
        }

        var template = Templates[kind];
        new TemplateWalk(shape, HtmlParts, learns: true).Walk(template.Html);
        new TemplateWalk(shape, TextParts, learns: true).Walk(template.Subject);
        new TemplateWalk(shape, TextParts, learns: true).Walk(template.Text);
        return shape;
    }

    private static Template Read(string kind)
    {
        var text = Resource(kind + ".text.hbs");
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return new(text[..end].Trim(), Resource(kind + ".html.hbs"), text[end..].TrimStart('\r', '\n'));
    }

    private static string Resource(string name)
    {
        using var stream = typeof(BuiltIn).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no template {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
