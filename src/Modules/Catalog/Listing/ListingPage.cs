using Tradepost.Catalog.Categories;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Listing;

/// <summary>One page of the listing: what was found, shown.</summary>
internal sealed class ListingPage(ListingSearch search, ListingItems items, CategoryShelf categories, ShopSettings shop)
{
    public async Task<ProductList> Load(ProductListQuery query, CancellationToken cancel)
    {
        var tree = await categories.Tree(cancel);
        var found = await search.Run(query, tree, cancel);
        var shown = await items.Load(found.Ids, query.Currency, cancel);
        var facets = new Facets(
            found.Brands, Categories(found, tree), found.Tags,
            found.Prices is { } prices ? new(Price(prices.Min, query), Price(prices.Max, query)) : null, found.Availability);
        return new(shown, query.Page.Page, query.Page.PageSize, found.Count, facets);
    }

    private Money Price(long minor, ProductListQuery query) => new(minor, query.Currency ?? shop.Currency);

    private static FacetValue[] Categories(ListingSearch.Findings found, CategoryTree tree)
    {
        var counts = tree.Rolled(found.Categories);
        return [.. tree.All.Where(node => counts.ContainsKey(node.Id))
            .Select(node => new FacetValue(node.Slug, node.Name, counts[node.Id]))];
    }
}
