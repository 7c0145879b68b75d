using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tradepost.House;

/// <summary>Code that one person can read in one sitting.</summary>
public sealed partial class TidyTests
{
    private const int MostLines = 400;
    private const int MostLinesOfFunction = 70;
    private const int LongestLine = 140;

    private static bool IsMigration(string path) => path.Contains("/Migrations/", StringComparison.Ordinal);

    [Fact]
    public void No_source_file_is_longer_than_400_lines() =>
        Assert.Empty(Repository.Files(".cs", ".ts", ".tsx", ".mjs")
            .Where(file => !IsMigration(file.Path) && file.Lines.Length > MostLines)
            .Select(file => $"{file.Path}: {file.Lines.Length} lines"));

    [Fact]
    public void No_line_of_code_is_longer_than_140_characters() =>
        Assert.Empty(Repository.Files(".cs", ".ts", ".tsx")
            .Where(file => !IsMigration(file.Path))
            .SelectMany(file => file.Lines.Select((line, index) => (file.Path, Line: line, Number: index + 1)))
            .Where(line => line.Line.Length > LongestLine)
            .Select(line => $"{line.Path}:{line.Number}: {line.Line.Length} characters"));

    [Fact]
    public void No_function_is_longer_than_70_lines() =>
        Assert.Empty(Repository.Files(".cs").Where(file => !IsMigration(file.Path)).SelectMany(LongFunctions));

    [Fact]
    public void Nothing_is_left_to_do_in_the_code() =>
        Assert.Empty(Repository.Files(".cs", ".ts", ".tsx", ".mjs")
            .Where(file => !file.Path.EndsWith("TidyTests.cs", StringComparison.Ordinal))
            .SelectMany(file => file.Lines.Select((line, index) => (file.Path, Line: line, Number: index + 1)))
            .Where(line => Leftover().IsMatch(line.Line))
            .Select(line => $"{line.Path}:{line.Number}: {line.Line.Trim()}"));

    [Fact]
    public void Every_test_asserts_something() =>
        Assert.Empty(Repository.Files("Tests.cs").SelectMany(EmptyTests));

    private static IEnumerable<string> LongFunctions((string Path, string[] Lines) file) =>
        Parse(file).DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
            .Select(method => (Name: Name(method), Lines: Length(method)))
            .Where(method => method.Lines > MostLinesOfFunction)
            .Select(method => $"{file.Path}: {method.Name} has {method.Lines} lines");

    private static IEnumerable<string> EmptyTests((string Path, string[] Lines) file) =>
        Parse(file).DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => method.AttributeLists.SelectMany(list => list.Attributes)
                .Any(attribute => attribute.Name.ToString() is "Fact" or "Theory"))
            .Where(method => method.Body is { Statements.Count: 0 } || method is { Body: null, ExpressionBody: null })
            .Select(method => $"{file.Path}: {method.Identifier} is empty");

    private static SyntaxNode Parse((string Path, string[] Lines) file) =>
        CSharpSyntaxTree.ParseText(string.Join('\n', file.Lines)).GetRoot();

    private static string Name(BaseMethodDeclarationSyntax method) =>
        method is MethodDeclarationSyntax named ? named.Identifier.Text : "constructor";

    private static int Length(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedException|Skip\s*=\s*""", RegexOptions.NonBacktracking)]
    private static partial Regex Leftover();
}
