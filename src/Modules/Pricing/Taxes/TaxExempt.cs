using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;

namespace Tradepost.Pricing.Taxes;

/// <summary>
/// Prices without tax, for who is exempt. Where prices include tax the contained tax comes off each unit first, rounded as the shop rounds:
/// the customer pays the net of the price on the shelf, and promotions work on that.
/// </summary>
internal static class TaxExempt
{
    /// <summary>The request with nothing due.</summary>
    public static PricingRequest Of(PricingRequest request) => request with
    {
        Lines = [.. request.Lines.Select(line => line with { UnitPrice = Net(line.UnitPrice, line.TaxRates, request), TaxRates = [] })],
        Shipping = request.Shipping is { } shipping ? Of(shipping, request) : null,
        Fees = [.. request.Fees.Select(fee => Of(fee, request))],
        PricesIncludeTax = false,
    };

    /// <summary>Ways to deliver at what they cost somebody who is exempt.</summary>
    public static IReadOnlyList<ShippingOption> Of(IReadOnlyList<ShippingOption> options, TaxesDue taxes, Terms terms) =>
    [
        .. options.Select(option => option with
        {
            Price = Net(option.Price, taxes.OnShipping, new(option.Price.Currency, [])
            {
                PricesIncludeTax = terms.PricesIncludeTax, Rounding = terms.Rounding,
            }),
        }),
    ];

    /// <summary>What the trace says; it adds nothing.</summary>
    public static TraceStep Step(string number, Currency currency) => new("tax", $"Tax exempt, no. {number}", Money.Zero(currency));

    private static Charge Of(Charge charge, PricingRequest request) =>
        charge with { Price = Net(charge.Price, charge.TaxRates, request), TaxRates = [] };

    private static Money Net(Money price, IReadOnlyList<Rate> rates, PricingRequest request) =>
        Taxation.Tax([new(price, Money.Zero(price.Currency), 1, rates)], request with { Level = RoundingLevel.Line })[0].Net;
}
