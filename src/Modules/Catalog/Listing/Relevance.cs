using Tradepost.Platform.Data;

namespace Tradepost.Catalog.Listing;

/// <summary>
/// What matches the words of a search, and how well: BM25 over name, description, brand and category, and specification, computed from the
/// search vector. Which words are looked for, catalog.search_query decides; docs/guides/search.md tells how it was tuned.
/// </summary>
internal static class Relevance
{
    private const int MostWords = 6;

    /// <summary>
    /// How well a product matches; higher is better. Each word adds its rarity, the more the oftener it stands there, less in long texts.
    /// A SKU, GTIN or number typed in full comes first of all, then a name; what can't be bought steps back a little.
    /// </summary>
    public static SqlText Score(string words)
    {
        var typed = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return $"""
            (({SqlText.Join(" + ", Enumerable.Range(1, Math.Clamp(typed, 1, MostWords)).Select(Word))})
              * case when p.in_stock then 1 else 0.9 end
              + case when p.id = any(w.exact) then 1000 when lower(p.name) = lower(w.typed) then 100 else 0 end)
            """;
    }

    /// <summary>The one row of what is looked for.</summary>
    public static SqlText Wanted(string? words)
    {
        if (words is null)
        {
            return $"select 1";
        }

        return $"""
            select q.query, q.words, q.rarities, {words}::text as typed,
              array(
                select product_id from catalog.variants where deleted_at is null and (lower(sku) = lower({words}) or gtin = {words})
                union select id from catalog.products where visible and external_id = {words}) as exact
            from catalog.search_query({words}) q
            """;
    }

    /// <summary>Whether a product is among what is looked for.</summary>
    public static SqlText Matches(string? words)
    {
        if (words is null)
        {
            return $"true";
        }

        return $"(p.search @@ (select query from wanted) or p.id = any((select exact from wanted)::uuid[]))";
    }

    // With weights that sum up to k occurrences, ts_rank_cd counts them: k / (k + K) is 1 - K / (k + K), so that it is asked once a word.
    private static SqlText Word(int n) =>
        $"""
        coalesce(w.rarities[{n}] * (1 - (0.1 + 0.01 * p.search_length) / (0.1 + 0.01 * p.search_length
          + ts_rank_cd(array[0.667, 0.167, 0.333, 1]::real[], p.search, w.words[{n}]))), 0)
        """;
}
