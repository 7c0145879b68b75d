using Tradepost.Catalog.Categories;
using Tradepost.Catalog.CurrencyPrices;
using Tradepost.Catalog.Listing;
using Tradepost.Catalog.Products;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog;

/// <summary>The public pages as data, for the module's own routes and for the storefront's HTML.</summary>
internal sealed class CatalogPages(Database db, ProductPageLoader products, ListingPage listing, CategoryShelf categories,
    PagesInCurrency inCurrency) : ICatalogPages
{
    public Task<Found<ProductPage>> Product(string idOrSlug, CancellationToken cancel) => products.Load(idOrSlug, cancel);

    public async Task<Found<ProductPage>> Product(string idOrSlug, Currency currency, CancellationToken cancel)
    {
        var found = await products.Load(idOrSlug, cancel);
        return found.Value is { } page && page.Price.Currency != currency
            ? found with { Value = await inCurrency.Show(page, currency, cancel) }
            : found;
    }

    public Task<ProductList> Products(ProductListQuery query, CancellationToken cancel) => listing.Load(query, cancel);

    public async Task<IReadOnlyList<CategoryNode>> Categories(CancellationToken cancel)
    {
        var tree = await categories.Tree(cancel);
        var counts = tree.Rolled(await categories.ProductCounts(cancel));
        return [.. tree.Roots.Select(root => tree.Show(root, counts))];
    }

    public async Task<CategoryNode?> Category(string idOrSlug, CancellationToken cancel)
    {
        var tree = await categories.Tree(cancel);
        return tree.Find(idOrSlug) is { } node ? tree.Show(node, tree.Rolled(await categories.ProductCounts(cancel))) : null;
    }

    public async Task<IReadOnlyList<(ProductId Id, string Slug, DateTimeOffset UpdatedAt)>> Slugs(ProductId? after, int limit,
        CancellationToken cancel)
    {
        var from = after?.Value ?? Guid.Empty;
        return await db.Query(
            $"select id, slug, updated_at from catalog.products where visible and id > {from} order by id limit {limit}",
            row => (row.Id<Contracts.Kinds.Product>(0), row.GetString(1), row.Instant(2)),
            cancel);
    }
}
