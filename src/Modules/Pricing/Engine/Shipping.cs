using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Engine;

/// <summary>Ways to deliver a basket. A product of unknown weight counts as weightless: the shop bears what it forgot to weigh.</summary>
internal static class Shipping
{
    public static IReadOnlyList<ShippingOption> Options(Basket basket, PriceTables tables, Terms terms)
    {
        if (basket.Destination is not { } destination || basket.Lines.Count == 0)
        {
            return [];
        }

        var goods = basket.Lines.Aggregate(Money.Zero(basket.Currency), (sum, line) => sum + (line.UnitPrice * line.Quantity));
        var grams = basket.Lines.Sum(line => (long)(line.WeightGrams ?? 0) * line.Quantity);
        return
        [
            .. tables.ShippingMethods.Where(method => method.Serves(destination, basket.Currency))
                .Select(method => new ShippingOption(
                    method.Id, method.Code, method.Name, method.Price(goods, grams, terms.Rounding), new(method.MinDays, method.MaxDays)))
                .OrderBy(option => option.Price).ThenBy(option => option.Name, StringComparer.Ordinal).ThenBy(option => option.Id),
        ];
    }
}
