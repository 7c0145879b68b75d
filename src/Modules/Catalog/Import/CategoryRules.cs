using System.Text.Json;
using System.Text.RegularExpressions;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Http;

namespace Tradepost.Catalog.Import;

/// <summary>
/// Finds a category for products that come without one, by the rule table in category-rules.json: the first rule whose title pattern is
/// found, whose "not" patterns are not, and one of whose attributes the product has, where it asks for any. Else "other".
/// </summary>
internal static class CategoryRules
{
    public const string Other = "other";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly Lazy<Table> Loaded = new(Load);
    private static readonly Lazy<IReadOnlyList<Rule>> Rules = new(() => [.. Loaded.Value.Rules.Select(Rule.Of)]);
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<ImportCategory>>> Paths = new(BuildPaths);

    /// <summary>The slug of the category for a product with this title and these attributes.</summary>
    public static string Of(string title, IReadOnlyCollection<string> attributes)
    {
        var lower = title.ToLowerInvariant();
        return Rules.Value.FirstOrDefault(rule => rule.Fits(lower, attributes))?.Category ?? Other;
    }

    /// <summary>A category of the table's tree with its parent, from the root; null when the table does not have it.</summary>
    public static IReadOnlyList<ImportCategory>? Path(string slug) => Paths.Value.GetValueOrDefault(slug);

    private static Table Load()
    {
        using var file = typeof(CategoryRules).Assembly.GetManifestResourceStream("Tradepost.Catalog.category-rules.json")!;
        return JsonSerializer.Deserialize<Table>(file, ApiJson.Options)!;
    }

    private static Dictionary<string, IReadOnlyList<ImportCategory>> BuildPaths()
    {
        var paths = new Dictionary<string, IReadOnlyList<ImportCategory>>(StringComparer.Ordinal);
        foreach (var (position, root) in Loaded.Value.Tree.Index())
        {
            var top = new ImportCategory(root.Slug, root.Name, null, null, null, position);
            paths[root.Slug] = [top];
            foreach (var (below, child) in (root.Children ?? []).Index())
            {
                paths[child.Slug] = [top, new(child.Slug, child.Name, root.Slug, null, null, below)];
            }
        }

        return paths;
    }

    private sealed record Table(IReadOnlyList<Branch> Tree, IReadOnlyList<Row> Rules);

    private sealed record Branch(string Slug, string Name, IReadOnlyList<Branch>? Children);

    private sealed record Row(string Category, string[] Title, string[]? Not, string[]? Attributes);

    private sealed record Rule(string Category, Regex Title, Regex? Not, Regex? Attributes)
    {
        public static Rule Of(Row row) => new(row.Category, Any(row.Title)!, Any(row.Not), Any(row.Attributes, "^(?:", ")"));

        public bool Fits(string title, IReadOnlyCollection<string> attributes) =>
            Title.IsMatch(title) && Not?.IsMatch(title) != true && (Attributes is null || attributes.Any(Attributes.IsMatch));

        private static Regex? Any(string[]? patterns, string before = "", string after = "") => patterns is null
            ? null
            : new(before + string.Join('|', patterns) + after, RegexOptions.CultureInvariant, Patience);
    }
}
