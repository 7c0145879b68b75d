using Tradepost.Catalog.Listing;
using Tradepost.Catalog.Products;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.CurrencyPrices;

/// <summary>Product pages in another currency than the shop's own.</summary>
internal sealed class PagesInCurrency(Database db, ListingItems items)
{
    internal sealed record Fixed(Money Price, Money? CompareAtPrice);

    /// <summary>The page with the fixed prices of its variants in this currency.</summary>
    public async Task<ProductPage> Show(ProductPage page, Currency currency, CancellationToken cancel)
    {
        var ids = page.Variants.Select(variant => variant.Id).Guids();
        var prices = await db.Query(
            $"""
            select variant_id, price_minor, compare_at_minor, currency from catalog.variant_prices
            where variant_id = any({ids}) and currency = {currency}
            """,
            row => KeyValuePair.Create(row.Id<Contracts.Kinds.Variant>(0), new Fixed(row.Money(1, 3), row.MoneyOrNull(2, 3))),
            cancel);
        var related = await items.Load(page.Related.Select(item => item.Id), currency, cancel);
        return In(page, new Dictionary<VariantId, Fixed>(prices)) with { Related = related };
    }

    /// <summary>
    /// Variants without a price are left out. Is there none with one, the page stays in the shop's own currency and nothing can be bought:
    /// the address stays good, and the amounts say themselves which currency they are in.
    /// </summary>
    internal static ProductPage In(ProductPage page, IReadOnlyDictionary<VariantId, Fixed> prices)
    {
        var sold = page.Variants.Where(variant => prices.ContainsKey(variant.Id)).Select(variant => variant with
        {
            Price = prices[variant.Id].Price,
            CompareAtPrice = prices[variant.Id].CompareAtPrice,
        }).ToArray();
        if (sold.Length == 0)
        {
            return page with
            {
                Available = 0,
                Status = Stock.Status(0),
                Variants = [.. page.Variants.Select(variant => variant with { Available = 0 })],
            };
        }

        var (cheapest, available) = (sold.MinBy(variant => variant.Price)!, sold.Sum(variant => variant.Available));
        return page with
        {
            Price = cheapest.Price,
            CompareAtPrice = cheapest.CompareAtPrice,
            Available = available,
            Status = Stock.Status(available),
            Variants = sold,
        };
    }
}
