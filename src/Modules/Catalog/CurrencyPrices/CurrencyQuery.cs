using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.CurrencyPrices;

/// <summary>Reads which currency a shopper wants to see.</summary>
internal static class CurrencyQuery
{
    /// <summary>The currency named; null when it is the shop's own, or none is. A currency the shop does not sell in is a fault.</summary>
    public static Currency? Read(IQueryCollection query, ShopSettings shop, Faults faults)
    {
        if (QueryValues.Text(query, "currency", 3, faults) is not { } code)
        {
            return null;
        }

        var known = Currency.TryOf(code.ToUpperInvariant(), out var currency) && shop.Now.Sells(currency);
        faults.Unless(known, "currency", "is not a currency of this shop");
        return known && currency != shop.Currency ? currency : null;
    }
}
