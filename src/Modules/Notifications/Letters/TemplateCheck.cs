using Tradepost.Platform.Http;

namespace Tradepost.Notifications.Letters;

/// <summary>Whether an edited template can be used: every fault with its field and line.</summary>
internal static class TemplateCheck
{
    public const int LongestSubject = 200;
    public const int LongestHtml = 60_000;
    public const int LongestText = 20_000;

    public static void Check(string kind, Template template, Faults faults)
    {
        var shape = BuiltIn.ShapeOf(kind);
        Walk("subject", template.Subject, shape, BuiltIn.TextParts, faults);
        Walk("html", template.Html, shape, BuiltIn.HtmlParts, faults);
        Walk("text", template.Text, shape, BuiltIn.TextParts, faults);
        faults.Unless(!template.Subject.Contains('\n', StringComparison.Ordinal), "subject", "must be one line");
        faults.Unless(
            !Groups.IsOptional(LetterRegistry.Of(kind).Group) || template.Html.Contains("{{#> layout}}", StringComparison.Ordinal), "html",
            "must keep {{#> layout}} around it: the layout holds the link to unsubscribe");
    }

    private static void Walk(string field, string template, Shape shape, IReadOnlyDictionary<string, string> parts, Faults faults)
    {
        try
        {
            new TemplateWalk(shape, parts, learns: false).Walk(template);
        }
        catch (TemplateFaultException fault)
        {
            faults.Add(field, fault.Message);
        }
    }
}
