using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Delivery;
using Tradepost.Pricing.ShippingMethods;
using Tradepost.Pricing.Taxes;
using Tradepost.Pricing.TaxRates;

namespace Tradepost.Pricing.Engine;

/// <summary>All that prices depend on besides the basket: what staff set, read at one moment.</summary>
internal sealed class PriceTables(IReadOnlyList<TaxRate> taxRates, IReadOnlyList<ShippingMethod> shippingMethods)
{
    private readonly ILookup<(string, string?), TaxRate> ratesByPlace = taxRates.OrderBy(rate => rate.PostalCodes is not null)
        .ThenBy(rate => rate.Name, StringComparer.Ordinal)
        .ToLookup(rate => (rate.Country, rate.State));

    /// <summary>Codes of the tax classes there are.</summary>
    public IReadOnlyList<string> TaxClasses { get; init; } = [Contracts.Pricing.TaxClasses.Standard];

    public IReadOnlyList<ShippingMethod> ShippingMethods => shippingMethods;

    /// <summary>The days the shop sends things on.</summary>
    public DeliveryCalendar Calendar { get; init; } = DeliveryCalendar.Weekdays;

    /// <summary>The taxes due there: the country's before the state's, those of all of it before those of some postal codes.</summary>
    public TaxesDue TaxesAt(Destination? destination) => destination is null
        ? TaxesDue.None
        : new([.. RatesOf(destination).Where(rate => rate.AppliesAt(destination)).Select(rate => rate.Due)]);

    private IEnumerable<TaxRate> RatesOf(Destination place) => place.State is null
        ? ratesByPlace[(place.Country, null)]
        : ratesByPlace[(place.Country, null)].Concat(ratesByPlace[(place.Country, place.State)]);
}

/// <summary>How the shop counts.</summary>
internal sealed record Terms(Rounding Rounding, bool PricesIncludeTax)
{
    /// <summary>At which level tax is rounded.</summary>
    public RoundingLevel Level { get; init; } = RoundingLevel.Line;

    /// <summary>When it is, in the shop's zone; null: no delivery dates are reckoned.</summary>
    public ShopTime? Now { get; init; }
}
