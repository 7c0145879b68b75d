using System.Collections.Concurrent;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Data;

namespace Tradepost.Pricing.SpecialPrices;

/// <summary>
/// Special prices by variant, remembered until they change: every basket asks, and most variants have none, which is remembered too.
/// Bounded; when full, it starts afresh.
/// </summary>
internal sealed class SpecialPriceShelf
{
    private const int Most = 50_000;
    private readonly ConcurrentDictionary<VariantId, SpecialPrice[]> byVariant = new();
    private readonly Lock gate = new();
    private long epoch;

    public SpecialPriceShelf(Changes changes) => changes.Listen(Drop, Clear);

    /// <summary>The special prices of these variants, in all currencies and for all groups. One query for all that are not known.</summary>
    public async Task<IReadOnlyDictionary<VariantId, SpecialPrice[]>> Of(
        IEnumerable<VariantId> variants, Reads reads)
    {
        var known = new Dictionary<VariantId, SpecialPrice[]>();
        List<VariantId>? unknown = null;
        foreach (var id in variants)
        {
            if (byVariant.TryGetValue(id, out var prices))
            {
                known[id] = prices;
            }
            else
            {
                (unknown ??= []).Add(id);
            }
        }

        if (unknown is not null)
        {
            await Read(unknown, known, reads);
        }

        return known;
    }

    private async Task Read(List<VariantId> ids, Dictionary<VariantId, SpecialPrice[]> known, Reads reads)
    {
        var since = Interlocked.Read(ref epoch);
        var rows = (await reads.Query(
            $"""
            select variant_id, customer_group, min_quantity, price_minor, currency, starts_at, ends_at from pricing.special_prices
            where variant_id = any({ids.Guids()}) order by variant_id, min_quantity, id
            """,
            row => new SpecialPrice(
                row.Id<Contracts.Kinds.Variant>(0), row.TextOrNull(1), row.GetInt32(2), row.Money(3, 4), row.InstantOrNull(5),
                row.InstantOrNull(6)))).ToLookup(price => price.VariantId);
        lock (gate)
        {
            foreach (var id in ids)
            {
                known[id] = [.. rows[id]];
                if (since == epoch)
                {
                    Remember(id, known[id]);
                }
            }
        }
    }

    private void Remember(VariantId id, SpecialPrice[] prices)
    {
        if (byVariant.Count >= Most)
        {
            byVariant.Clear();
        }

        byVariant[id] = prices;
    }

    private void Drop(IReadOnlyCollection<string> tags)
    {
        foreach (var tag in tags)
        {
            if (tag.StartsWith(PricingTags.SpecialPricesOf, StringComparison.Ordinal)
                && VariantId.TryParse(tag[PricingTags.SpecialPricesOf.Length..], null, out var id))
            {
                lock (gate)
                {
                    epoch++;
                    byVariant.TryRemove(id, out _);
                }
            }
        }
    }

    private void Clear()
    {
        lock (gate)
        {
            epoch++;
            byVariant.Clear();
        }
    }
}
