using Tradepost.Catalog.Categories;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Data;

namespace Tradepost.Catalog.Listing;

/// <summary>
/// The filters of a listing as SQL. Each that is set becomes a column of the matching rows that says whether the row passes it; facets then
/// ask for all of them but their own.
/// </summary>
internal sealed class Filters
{
    public const string Brand = "by_brand", Category = "by_category", Tag = "by_tag", Price = "by_price", Stock = "by_stock";

    private readonly List<(string Name, SqlText Condition)> set = [];

    private Filters()
    {
    }

    /// <summary>The columns.</summary>
    public SqlText Flags =>
        SqlText.Join(", ", [$"true as anyhow", .. set.Select(filter => Concat(filter.Condition, " as " + filter.Name))]);

    /// <summary>A condition on the rows themselves: no facet leaves the rating out.</summary>
    public SqlText Rating { get; private set; } = $"true";

    /// <summary>Passing every filter.</summary>
    public SqlText All => Passing(set.Select(filter => filter.Name));

    /// <summary>The filters of this query; null when it asks for a category that is not there.</summary>
    public static Filters? Of(ProductListQuery query, CategoryTree tree)
    {
        var filters = new Filters();
        if (query.Category is { } wanted)
        {
            if (tree.Find(wanted) is not { } category)
            {
                return null;
            }

            filters.set.Add((Category,
                $"coalesce(p.category_id = any({tree.WithDescendants(category).Select(node => node.Id).Guids()}), false)"));
        }

        filters.AddLists(query);
        filters.AddNumbers(query);
        return filters;
    }

    /// <summary>Passing every filter but one.</summary>
    public SqlText Except(string name) => Passing(set.Select(filter => filter.Name).Where(other => other != name));

    private void AddLists(ProductListQuery query)
    {
        if (query.Brands.Count > 0)
        {
            var names = query.Brands.ToArray();
            set.Add((Brand, $"""
                coalesce(p.brand_id = any(array(
                  select b.id from catalog.brands b where lower(b.name) in (select lower(n) from unnest({names}) as n))), false)
                """));
        }

        if (query.Tags.Count > 0)
        {
            set.Add((Tag, $"p.tags && {query.Tags.ToArray()}"));
        }
    }

    private void AddNumbers(ProductListQuery query)
    {
        if (query.MinPriceMinor is not null || query.MaxPriceMinor is not null)
        {
            var (least, most) = (query.MinPriceMinor ?? 0, query.MaxPriceMinor ?? long.MaxValue);
            set.Add((Price, $"{PriceOf.Column(query)} between {least} and {most}"));
        }

        if (query.InStock is { } inStock)
        {
            set.Add((Stock, $"p.in_stock = {inStock}"));
        }

        if (query.MinRating is { } rating)
        {
            Rating = $"p.rating >= {rating}";
        }
    }

    private static SqlText Passing(IEnumerable<string> names)
    {
        var all = new SqlText(32, 0);
        all.AppendLiteral("true");
        foreach (var name in names)
        {
            all.AppendLiteral(" and " + name);
        }

        return all;
    }

    private static SqlText Concat(SqlText sql, string literal)
    {
        var whole = SqlText.Join("", [sql]);
        whole.AppendLiteral(literal);
        return whole;
    }
}
