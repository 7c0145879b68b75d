using System.Collections.Concurrent;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;

namespace Tradepost.Pricing.Promotions.Offers;

/// <summary>What promotions look at of a product, by id or slug, remembered until a product or the tree of categories changes.</summary>
internal sealed class ProductFacts
{
    private const int Most = 20_000;
    private static readonly string ProductTag = CatalogTags.Product(default)[..^Guid.Empty.ToString().Length];
    private readonly ICatalogPages pages;
    private readonly ConcurrentDictionary<string, PricedLine> known = new(StringComparer.Ordinal);
    private long epoch;

    public ProductFacts(ICatalogPages pages, Changes changes)
    {
        this.pages = pages;
        changes.Listen(Heard, Forget);
    }

    /// <summary>The product as a line of one unit; null when there is none.</summary>
    public async Task<PricedLine?> Find(string idOrSlug, CancellationToken cancel)
    {
        if (known.TryGetValue(idOrSlug, out var remembered))
        {
            return remembered;
        }

        var since = Interlocked.Read(ref epoch);
        if ((await pages.Product(idOrSlug, cancel)).Value is not { } page)
        {
            return null;
        }

        if (known.Count >= Most)
        {
            known.Clear();
        }

        var line = known[idOrSlug] = Line(page);
        if (since != Interlocked.Read(ref epoch))
        {
            known.TryRemove(idOrSlug, out _);
        }

        return line;
    }

    private static PricedLine Line(ProductPage page) => new(page.Slug, page.Name, page.Price, 1, [])
    {
        ProductId = page.Id.ToString(),
        Categories = page.Category is { } category
            ? [.. category.Path.SelectMany(above => new[] { above.Id.ToString(), above.Slug }), category.Id.ToString(), category.Slug]
            : [],
        Brand = page.Brand,
        Tags = page.Tags,
    };

    private void Heard(IReadOnlyCollection<string> tags)
    {
        if (tags.Contains(CatalogTags.Categories) || tags.Any(tag => tag.StartsWith(ProductTag, StringComparison.Ordinal)))
        {
            Forget();
        }
    }

    private void Forget()
    {
        Interlocked.Increment(ref epoch);
        known.Clear();
    }
}
