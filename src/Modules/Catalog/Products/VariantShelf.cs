using System.Collections.Concurrent;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Caching;

namespace Tradepost.Catalog.Products;

/// <summary>
/// What is known of variants, remembered until their product changes: every cart asks, every time. Bounded; when full, it starts afresh.
/// </summary>
internal sealed class VariantShelf
{
    private const int Most = 50_000;
    private static readonly string ProductTag = CatalogTags.Product(default)[..^Guid.Empty.ToString().Length];

    private readonly ConcurrentDictionary<VariantId, VariantInfo> byId = new();
    private readonly Dictionary<string, HashSet<VariantId>> byTag = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private long epoch;

    public VariantShelf(Changes changes) => changes.Listen(Drop, Clear);

    /// <summary>Moves on with every change. Ask before reading what is to be remembered.</summary>
    public long Epoch => Interlocked.Read(ref epoch);

    public VariantInfo? Find(VariantId id) => byId.GetValueOrDefault(id);

    /// <summary>Remembers variants, unless a product changed since they began to be read.</summary>
    public void Remember(IEnumerable<VariantInfo> variants, long since)
    {
        lock (gate)
        {
            if (since != epoch)
            {
                return;
            }

            if (byId.Count > Most)
            {
                byId.Clear();
                byTag.Clear();
            }

            foreach (var variant in variants)
            {
                byId[variant.Id] = variant;
                var tag = CatalogTags.Product(variant.ProductId);
                (byTag.TryGetValue(tag, out var siblings) ? siblings : byTag[tag] = []).Add(variant.Id);
            }
        }
    }

    private void Drop(IReadOnlyCollection<string> tags)
    {
        lock (gate)
        {
            foreach (var tag in tags.Where(tag => tag.StartsWith(ProductTag, StringComparison.Ordinal)))
            {
                epoch++;
                if (byTag.Remove(tag, out var variants))
                {
                    foreach (var id in variants)
                    {
                        byId.TryRemove(id, out _);
                    }
                }
            }
        }
    }

    private void Clear()
    {
        lock (gate)
        {
            epoch++;
            byId.Clear();
            byTag.Clear();
        }
    }
}
