using Tradepost.Contracts.Shop;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.ShippingMethods;

/// <summary>A way to deliver has its amounts in one of the shop's currencies, and serves carts in that one.</summary>
internal static class MethodCurrency
{
    /// <summary>The currency all its amounts must be in: that of the base price, when the shop sells in it, else the shop's own.</summary>
    public static Currency Of(Money? basePrice, ShopFacts shop) =>
        basePrice is { } price && shop.Sells(price.Currency) ? price.Currency : shop.Currency;
}
