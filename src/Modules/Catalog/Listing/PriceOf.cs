using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Data;

namespace Tradepost.Catalog.Listing;

/// <summary>Where a listing finds a product's price: in its own row, or, in another currency than the shop's own, beside it.</summary>
internal static class PriceOf
{
    public static SqlText Column(ProductListQuery query)
    {
        SqlText own = $"p.price_minor", other = $"c.price_minor";
        return query.Currency is null ? own : other;
    }

    /// <summary>Nothing in the shop's own currency; else a join that leaves only what is sold in the one wanted.</summary>
    public static SqlText Join(ProductListQuery query) => query.Currency is { } currency
        ? $"join catalog.product_prices c on c.product_id = p.id and c.currency = {currency}"
        : SqlText.Empty;
}
