using Tradepost.Contracts.Catalog;

namespace Tradepost.Catalog.Categories;

/// <summary>All categories as a tree. A value: made from rows, never changed.</summary>
internal sealed class CategoryTree
{
    private readonly Dictionary<CategoryId, Node> byId;
    private readonly Dictionary<string, Node> bySlug;
    private readonly ILookup<CategoryId?, Node> children;

    public CategoryTree(IEnumerable<Node> nodes)
    {
        byId = nodes.ToDictionary(node => node.Id);
        bySlug = byId.Values.ToDictionary(node => node.Slug, StringComparer.Ordinal);
        children = byId.Values.OrderBy(node => node.Position).ThenBy(node => node.Name, StringComparer.OrdinalIgnoreCase)
            .ToLookup(node => node.ParentId);
    }

    public IEnumerable<Node> Roots => children[null];

    /// <summary>Parents before children, siblings in order.</summary>
    public IEnumerable<Node> All => Roots.SelectMany(WithDescendants);

    public Node? Find(CategoryId id) => byId.GetValueOrDefault(id);

    public Node? Find(string idOrSlug) =>
        CategoryId.TryParse(idOrSlug, null, out var id) ? Find(id) : bySlug.GetValueOrDefault(idOrSlug.ToLowerInvariant());

    public IEnumerable<Node> Children(CategoryId id) => children[id];

    /// <summary>The category and all below it.</summary>
    public IEnumerable<Node> WithDescendants(Node node) => children[node.Id].SelectMany(WithDescendants).Prepend(node);

    /// <summary>From the root down to the category itself.</summary>
    public IReadOnlyList<CategoryRef> Path(Node node)
    {
        var path = new List<CategoryRef>();
        for (var at = node; at is not null; at = at.ParentId is { } parent ? byId.GetValueOrDefault(parent) : null)
        {
            path.Insert(0, new(at.Id, at.Slug, at.Name));
        }

        return path;
    }

    /// <summary>Sums what single categories have, so that each also counts all below it. Categories with nothing are missing.</summary>
    public Dictionary<CategoryId, int> Rolled(IEnumerable<KeyValuePair<CategoryId, int>> counts)
    {
        var rolled = new Dictionary<CategoryId, int>();
        foreach (var (id, count) in counts)
        {
            foreach (var above in Find(id) is { } node ? Path(node) : [])
            {
                rolled[above.Id] = rolled.GetValueOrDefault(above.Id) + count;
            }
        }

        return rolled;
    }

    /// <summary>The category as shown, with those below it.</summary>
    public CategoryNode Show(Node node, IReadOnlyDictionary<CategoryId, int> products) => new(
        node.Id, node.Slug, node.Name, node.Description, node.ImageUrl, [.. children[node.Id].Select(child => Show(child, products))],
        products.GetValueOrDefault(node.Id), Path(node));

    /// <summary>One category, as it stands in the tree.</summary>
    internal sealed record Node(CategoryId Id, CategoryId? ParentId, string Slug, string Name, string? Description, string? ImageUrl,
        int Position);
}
