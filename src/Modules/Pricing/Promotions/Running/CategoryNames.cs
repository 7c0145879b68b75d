using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Caching;

namespace Tradepost.Pricing.Promotions.Running;

/// <summary>By which names each category and those above it are known: ids and slugs. Dropped when the tree changes.</summary>
internal sealed class CategoryNames
{
    private readonly ICatalogPages pages;
    private IReadOnlyDictionary<CategoryId, IReadOnlyList<string>>? names;
    private long epoch;

    public CategoryNames(ICatalogPages pages, Changes changes)
    {
        this.pages = pages;
        changes.Listen(Heard, Forget);
    }

    public async Task<IReadOnlyDictionary<CategoryId, IReadOnlyList<string>>> Read(CancellationToken cancel)
    {
        if (Volatile.Read(ref names) is { } known)
        {
            return known;
        }

        var since = Interlocked.Read(ref epoch);
        var read = new Dictionary<CategoryId, IReadOnlyList<string>>();
        Walk(await pages.Categories(cancel), [], read);
        Volatile.Write(ref names, read);
        if (since != Interlocked.Read(ref epoch))
        {
            Volatile.Write(ref names, null);
        }

        return read;
    }

    private static void Walk(
        IReadOnlyList<CategoryNode> nodes, IReadOnlyList<string> above, Dictionary<CategoryId, IReadOnlyList<string>> read)
    {
        foreach (var node in nodes)
        {
            string[] here = [.. above, node.Id.ToString(), node.Slug];
            read[node.Id] = here;
            Walk(node.Children, here, read);
        }
    }

    private void Heard(IReadOnlyCollection<string> tags)
    {
        if (tags.Contains(CatalogTags.Categories))
        {
            Forget();
        }
    }

    private void Forget()
    {
        Interlocked.Increment(ref epoch);
        Volatile.Write(ref names, null);
    }
}
