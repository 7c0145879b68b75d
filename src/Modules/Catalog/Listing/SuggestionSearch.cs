using Tradepost.Catalog.Categories;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Listing;

/// <summary>Finds what words being typed may mean. The last word may be unfinished.</summary>
internal sealed class SuggestionSearch(Database db, ListingItems items, CategoryShelf categories)
{
    private const int MostProducts = 6;
    private const int MostCategories = 4;
    private const int MostQueries = 5;
    private const int Candidates = 400;

    public async Task<Suggest.Suggestions> Run(string words, Currency? currency, CancellationToken cancel) => new(
        await items.Load(await Products(words, cancel), currency, cancel), await Categories(words, cancel), await Queries(words, cancel));

    // Of the many that two letters match, some hundred are looked at: enough for six good ones.
    private Task<List<ProductId>> Products(string words, CancellationToken cancel) => db.Query(
        $"""
        with wanted as materialized (select catalog.unfinished_query({words}) as query),
        found as (
          select p.id, p.name, p.search, p.popularity from catalog.products p
          where p.visible and p.search @@ (select query from wanted) limit {Candidates})
        select f.id from found f cross join wanted w
        order by
          starts_with(catalog.plain(f.name), catalog.plain({words})) desc,
          ts_rank(array[0, 0, 0.4, 1]::real[], f.search, w.query, 1) desc, f.popularity desc, f.id
        limit {MostProducts}
        """,
        row => row.Id<Contracts.Kinds.Product>(0),
        cancel);

    private async Task<IReadOnlyList<Suggest.SuggestedCategory>> Categories(string words, CancellationToken cancel)
    {
        var tree = await categories.Tree(cancel);
        var typed = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = tree.All.Where(node => typed.All(word => Holds(node.Name, word))).Take(MostCategories).ToArray();
        if (found.Length == 0)
        {
            return [];
        }

        var counts = tree.Rolled(await categories.ProductCounts(cancel));
        return [.. found.Where(node => counts.ContainsKey(node.Id))
            .Select(node => new Suggest.SuggestedCategory(node.Id, node.Slug, node.Name, counts[node.Id]))];
    }

    private static bool Holds(string name, string word) =>
        name.Split(' ').Any(part => part.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    // Words the shop knows that begin like the last one, the most used first, as far as something is found with them.
    private Task<List<string>> Queries(string words, CancellationToken cancel)
    {
        var typed = words.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (before, last) = (string.Join(' ', typed[..^1]), typed[^1]);
        return db.Query(
            $"""
            select trim({before} || ' ' || w.word) from (
              select k.word, k.uses from (select catalog.plain({last}) as begin) t
              join catalog.words k on k.word >= t.begin and k.word < t.begin || chr(1114109)
              order by k.uses desc, k.word limit 30) w
            where {before} = '' or catalog.is_found(catalog.all_words({before} || ' ' || w.word))
            order by w.uses desc, w.word limit {MostQueries}
            """,
            row => row.GetString(0),
            cancel);
    }
}
