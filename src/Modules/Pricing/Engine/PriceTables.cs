using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Delivery;
using Tradepost.Pricing.ShippingMethods;
using Tradepost.Pricing.TaxRates;

namespace Tradepost.Pricing.Engine;

/// <summary>All that prices depend on besides the basket: what staff set, read at one moment.</summary>
internal sealed class PriceTables(IReadOnlyList<TaxRate> taxRates, IReadOnlyList<ShippingMethod> shippingMethods)
{
    private readonly ILookup<string, TaxRate> ratesByCountry = taxRates.OrderBy(rate => rate.State is not null)
        .ThenBy(rate => rate.Name, StringComparer.Ordinal)
        .ToLookup(rate => rate.Country, StringComparer.Ordinal);

    public IReadOnlyList<ShippingMethod> ShippingMethods => shippingMethods;

    /// <summary>The days the shop sends things on.</summary>
    public DeliveryCalendar Calendar { get; init; } = DeliveryCalendar.Weekdays;

    /// <summary>The taxes due there, the country's before the state's. Those of 0 % are left out.</summary>
    public IReadOnlyList<TaxRate> RatesAt(Destination? destination) =>
        destination is null ? [] : [.. ratesByCountry[destination.Country].Where(rate => rate.Percent > 0 && rate.AppliesAt(destination))];
}

/// <summary>How the shop counts.</summary>
internal sealed record Terms(Rounding Rounding, bool PricesIncludeTax)
{
    /// <summary>At which level tax is rounded.</summary>
    public RoundingLevel Level { get; init; } = RoundingLevel.Line;

    /// <summary>When it is, in the shop's zone; null: no delivery dates are reckoned.</summary>
    public ShopTime? Now { get; init; }
}
