using System.Text.RegularExpressions;

namespace Tradepost.Notifications.Letters;

/// <summary>
/// Follows a template through its scopes. Learning, it notes what the template names; checking, it refuses what is not known. Only if,
/// unless, each and the house's own parts can be used: nothing that calls itself, and lists within lists two deep, so that every letter
/// ends.
/// </summary>
internal sealed partial class TemplateWalk(Shape root, IReadOnlyDictionary<string, string> parts, bool learns)
{
    private const int DeepestList = 2;
    private const int DeepestBlock = 12;
    private const int LongestWord = 40;
    private readonly Stack<(string Name, int Line, Shape Scope)> open = new();
    private Shape? within;

    private Shape Scope { get => within ?? root; set => within = value; }

    /// <summary>Walks a whole template.</summary>
    public void Walk(string template)
    {
        foreach (var tag in TemplateTags.Of(template))
        {
            Follow(tag);
        }

        if (open.TryPeek(out var left))
        {
            throw new TemplateFaultException(left.Line, $"{{{{#{left.Name}}}}} is never closed.");
        }
    }

    private void Follow(Tag tag)
    {
        var text = tag.Text;
        switch (text.Length == 0 ? ' ' : text[0])
        {
            case '!' when !text.StartsWith("!--", StringComparison.Ordinal):
                return;
            case '#':
                Open(tag, text[1..].Trim());
                return;
            case '/':
                Close(tag, text[1..].Trim());
                return;
            case '>':
                Part(tag, text[1..].Trim());
                return;
        }

        if (text == "else")
        {
            _ = open.Count > 0 ? true : throw new TemplateFaultException(tag.Line, "{{else}} stands in no block.");
        }
        else
        {
            Resolve(tag, text);
        }
    }

    private void Open(Tag tag, string text)
    {
        if (open.Count >= DeepestBlock)
        {
            throw new TemplateFaultException(tag.Line, $"blocks may stand at most {DeepestBlock} deep in one another.");
        }

        if (Block().Match(text) is { Success: true } block)
        {
            var (name, subject) = (block.Groups[1].Value, Resolve(tag, block.Groups[2].Value));
            open.Push((name, tag.Line, Scope));
            Scope = name == "each" ? Elements(tag, subject, block.Groups[2].Value) : Scope;
            return;
        }

        if (Around().Match(text) is { Success: true } part && parts.ContainsKey(part.Groups[1].Value))
        {
            open.Push((part.Groups[1].Value, tag.Line, Scope));
            return;
        }

        throw new TemplateFaultException(tag.Line, $"{{{{#{Beginning(text)}}}}} is not known; there are if, unless, each and > layout.");
    }

    private Shape Elements(Tag tag, Shape list, string path)
    {
        if (open.Count(block => block.Name == "each") > DeepestList)
        {
            throw new TemplateFaultException(tag.Line, "lists may stand at most two deep in one another.");
        }

        return learns ? list.LearnElement() : list.Element ?? throw new TemplateFaultException(tag.Line, $"{path} is not a list.");
    }

    private void Close(Tag tag, string name)
    {
        if (!open.TryPop(out var opened) || opened.Name != name)
        {
            throw new TemplateFaultException(tag.Line, $"{{{{/{Beginning(name)}}}}} closes nothing that is open.");
        }

        Scope = opened.Scope;
    }

    private void Part(Tag tag, string text)
    {
        if (text == "@partial-block" && learns)
        {
            return;
        }

        var part = PartCall().Match(text);
        if (!part.Success || !parts.TryGetValue(part.Groups[1].Value, out var template))
        {
            throw new TemplateFaultException(tag.Line, $"there is no part called {Beginning(text)}.");
        }

        var subject = part.Groups[2].Success ? Resolve(tag, part.Groups[2].Value) : null;
        foreach (Capture value in part.Groups[3].Captures)
        {
            _ = value.Value.StartsWith('"') ? root : Resolve(tag, value.Value);
        }

        if (subject is not null)
        {
            new TemplateWalk(root, parts, learns) { Scope = subject }.Walk(template);
        }
    }

    private Shape Resolve(Tag tag, string path)
    {
        if (!Path().IsMatch(path))
        {
            throw new TemplateFaultException(tag.Line, $"{{{{{Beginning(path)}}}}} can't be read.");
        }

        if (path == "this" || (path[0] == '@' && !path.StartsWith("@root.", StringComparison.Ordinal)))
        {
            return Scope;
        }

        var names = path.Split('.');
        var found = names[0] == "@root" ? root : Scope;
        foreach (var name in names[0] == "@root" ? names[1..] : names)
        {
            found = learns ? found.Learn(name) : found.Member(name)
                ?? throw new TemplateFaultException(tag.Line, $"{path} is not known here.");
        }

        return found;
    }

    // Enough to find it by; what else stands in a tag is not repeated in an answer.
    private static string Beginning(string text)
    {
        var word = text.Split(' ')[0];
        return word.Length > LongestWord ? word[..LongestWord] + "…" : word.Length < text.Length ? word + "…" : word;
    }

    [GeneratedRegex(@"^(if|unless|each)\s+(\S+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Block();

    [GeneratedRegex(@"^>\s*(\w+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Around();

    // Every value is wanted, which the engine without backtracking does not keep.
    [GeneratedRegex("""^(\w+)(?:\s+([\w.@]+))?(?:\s+\w+=("[^"]*"|[\w.@]+))*$""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PartCall();

    [GeneratedRegex(@"^(this|@first|@last|@index|(@root\.)?[A-Za-z]\w*(\.[A-Za-z]\w*)*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Path();
}
