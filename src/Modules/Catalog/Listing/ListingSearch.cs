using Npgsql;
using Tradepost.Catalog.Categories;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Data;

namespace Tradepost.Catalog.Listing;

/// <summary>
/// Finds what a listing asks for, in one statement: the ids of its page, how many there are in all, and how they divide. Rows that
/// match are read once; each facet leaves its own filter out.
/// </summary>
internal sealed class ListingSearch(Database db)
{
    private const int MostFacetValues = 60;

    public async Task<Findings> Run(ProductListQuery query, CategoryTree tree, CancellationToken cancel)
    {
        if (Filters.Of(query, tree) is not { } filters)
        {
            return new Findings(); // an unknown category holds nothing
        }

        var findings = new Findings();
        await db.Query(Statement(query, filters), row => findings.Add(row), cancel);
        return findings;
    }

    private static SqlText Statement(ProductListQuery query, Filters filters)
    {
        var (first, second) = Order(query);
        return $"""
            with wanted as materialized ({Relevance.Wanted(query.Q)}),
            hits as materialized (
              select p.id, p.brand_id, p.category_id, nullif(p.tags, array[]::text[]) as tags, {PriceOf.Column(query)} as price_minor,
                p.in_stock,
              {first} as first, {second} as second, {filters.Flags}
              from catalog.products p {PriceOf.Join(query)} cross join wanted w
              where p.visible and {Relevance.Matches(query.Q)} and {filters.Rating})
            select 'item' as kind, id, null::text as word, row_number() over () as n, null::bigint as most from (
              select id from hits where {filters.All} order by first desc nulls last, second desc nulls last, id
              limit {query.Page.PageSize} offset {query.Page.Offset}) as page
            union all select 'total', null, null, count(*), null from hits where {filters.All}
            union all select 'brand', null, (select name from catalog.brands where id = brand_id), n, null from (
              select brand_id, count(*) as n from hits where {filters.Except(Filters.Brand)} and brand_id is not null
              group by brand_id order by n desc, brand_id limit {MostFacetValues}) as brands
            union all select 'category', category_id, null, count(*), null from hits
              where {filters.Except(Filters.Category)} and category_id is not null group by category_id
            union all select 'tag', null, tag, n, null from (
              select tag, count(*) as n
                from (select unnest(tags) as tag from hits where {filters.Except(Filters.Tag)} and tags is not null) as tagged
              group by tag order by n desc, tag limit {MostFacetValues}) as tags
            union all select 'price', null, null, min(price_minor), max(price_minor) from hits where {filters.Except(Filters.Price)}
            union all select 'stock', null, null, count(*) filter (where in_stock), count(*) filter (where not in_stock)
              from hits where {filters.Except(Filters.Stock)}
            """;
    }

    // Both columns count downwards; the id settles ties, so that no product is on two pages or on none.
    private static (SqlText First, SqlText Second) Order(ProductListQuery query) => query.Sort switch
    {
        "price" => ($"-{PriceOf.Column(query)}", $"0"),
        "-price" => (PriceOf.Column(query), $"0"),
        "rating" => ($"p.rating", $"p.review_count"),
        "newest" => ($"coalesce(p.released_at, p.created_at)", $"p.created_at"),
        "relevance" when query.Q is { } words => (Relevance.Score(words), $"p.popularity"),
        _ => ($"p.popularity", $"coalesce(p.released_at, p.created_at)"),
    };

    /// <summary>What a search found.</summary>
    internal sealed class Findings
    {
        private readonly SortedList<long, ProductId> items = [];

        public IEnumerable<ProductId> Ids => items.Values;

        public long Count { get; private set; }

        public List<FacetValue> Brands { get; } = [];

        public List<KeyValuePair<CategoryId, int>> Categories { get; } = [];

        public List<FacetValue> Tags { get; } = [];

        public (long Min, long Max)? Prices { get; private set; }

        public Availability Availability { get; private set; } = new(0, 0);

        public bool Add(NpgsqlDataReader row)
        {
            var number = row.IsDBNull(3) ? 0 : row.GetInt64(3);
            switch (row.GetString(0))
            {
                case "item": items.Add(number, row.Id<Contracts.Kinds.Product>(1)); break;
                case "total": Count = number; break;
                case "brand": Brands.Add(new(row.GetString(2), row.GetString(2), (int)number)); break;
                case "category": Categories.Add(KeyValuePair.Create(row.Id<Contracts.Kinds.Category>(1), (int)number)); break;
                case "tag": Tags.Add(new(row.GetString(2), row.GetString(2), (int)number)); break;
                case "price": Prices = row.IsDBNull(3) ? null : (number, row.GetInt64(4)); break;
                case "stock": Availability = new((int)number, (int)row.GetInt64(4)); break;
            }

            return true;
        }
    }
}
