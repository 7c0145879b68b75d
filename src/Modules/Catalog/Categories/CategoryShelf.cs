using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Data;

namespace Tradepost.Catalog.Categories;

/// <summary>The category tree, remembered until a category changes. A shop has hundreds at most, and every listing asks.</summary>
internal sealed class CategoryShelf
{
    private readonly Database db;
    private readonly Lock gate = new();
    private CategoryTree? remembered;
    private long epoch;

    public CategoryShelf(Database db, Changes changes)
    {
        this.db = db;
        changes.Listen(
            tags =>
            {
                if (tags.Contains(CatalogTags.Categories))
                {
                    Forget();
                }
            },
            Forget);
    }

    /// <summary>The tree as it is now.</summary>
    public async ValueTask<CategoryTree> Tree(CancellationToken cancel)
    {
        if (Volatile.Read(ref remembered) is { } known)
        {
            return known;
        }

        var since = Interlocked.Read(ref epoch);
        var tree = new CategoryTree(await db.Query(
            $"select id, parent_id, slug, name, description, image_url, position from catalog.categories",
            row => new CategoryTree.Node(
                row.Id<Contracts.Kinds.Category>(0), row.IdOrNull<Contracts.Kinds.Category>(1), row.GetString(2), row.GetString(3),
                row.TextOrNull(4), row.TextOrNull(5), row.GetInt32(6)),
            cancel));
        Remember(tree, since);
        return tree;
    }

    /// <summary>Visible products in each category, not counting those below it.</summary>
    public async Task<List<KeyValuePair<CategoryId, int>>> ProductCounts(CancellationToken cancel) => await db.Query(
        $"select category_id, count(*)::int from catalog.products where visible and category_id is not null group by category_id",
        row => KeyValuePair.Create(row.Id<Contracts.Kinds.Category>(0), row.GetInt32(1)),
        cancel);

    // A tree that was being read while a category changed is not kept: the epoch tells.
    private void Remember(CategoryTree tree, long since)
    {
        lock (gate)
        {
            if (since == epoch)
            {
                remembered = tree;
            }
        }
    }

    private void Forget()
    {
        lock (gate)
        {
            epoch++;
            remembered = null;
        }
    }
}
