using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.TaxRates;

namespace Tradepost.Pricing.Engine;

/// <summary>
/// Makes totals. Pure: the answer depends on the arguments alone. Every total is a sum over rows, and every trace step shows one of the
/// summands, so what is shown always adds up.
/// </summary>
internal static class PriceBasket
{
    public static Outcome<Quote> Price(Basket basket, PriceTables tables, Terms terms)
    {
        ShippingOption? shipping = null;
        if (basket is { Destination: not null, ShippingOption: { } wanted, Lines.Count: > 0 })
        {
            shipping = Shipping.Options(basket, tables, terms).FirstOrDefault(option => option.Id == wanted);
            if (shipping is null)
            {
                return PricingErrors.ShippingUnavailable.Refuse();
            }
        }

        var rates = tables.RatesAt(basket.Destination);
        var none = Money.Zero(basket.Currency);
        var rows = basket.Lines.Select(line => Row.Of(line.UnitPrice * line.Quantity, none, rates, terms)).ToArray();
        var carriage = Row.Of(shipping?.Price ?? none, none, [.. rates.Where(rate => rate.AppliesToShipping)], terms);
        return Answer(basket, rows, carriage, shipping, terms);
    }

    private static Quote Answer(Basket basket, Row[] rows, Row carriage, ShippingOption? shipping, Terms terms)
    {
        Row[] all = [.. rows, carriage];
        var totals = new Totals(
            Sum(basket.Currency, rows.Select(row => row.Amount)),
            Sum(basket.Currency, all.Select(row => row.Discount)),
            carriage.Amount,
            Sum(basket.Currency, all.Select(row => row.Tax)),
            Sum(basket.Currency, all.Select(row => row.Gross)),
            terms.PricesIncludeTax);
        var taxes = all.SelectMany(row => row.Taxes).GroupBy(tax => (tax.Rate.Name, tax.Rate.Percent))
            .Select(group =>
                new TaxAmount(group.Key.Name, TaxRateView.Text(group.Key.Percent), Sum(basket.Currency, group.Select(tax => tax.Amount))))
            .ToArray();
        var lines = basket.Lines.Zip(rows, (line, row) =>
            new QuoteLine(line.Key, line.UnitPrice, line.Quantity, row.Amount, row.Discount, row.Tax));
        return new([.. lines], totals, [.. Trace(basket, rows, shipping, taxes, terms)], taxes, shipping);
    }

    private static IEnumerable<TraceStep> Trace(Basket basket, Row[] rows, ShippingOption? shipping, TaxAmount[] taxes, Terms terms)
    {
        foreach (var (line, row) in basket.Lines.Zip(rows))
        {
            yield return new("line", $"{line.Quantity} × {line.Label}", row.Amount, line.Key);
        }

        if (shipping is not null)
        {
            yield return new("shipping", shipping.Name, shipping.Price);
        }

        foreach (var tax in taxes)
        {
            yield return new(terms.PricesIncludeTax ? TraceStep.IncludedTax : "tax", $"{tax.Name} {tax.Percent} %", tax.Amount);
        }
    }

    private static Money Sum(Currency currency, IEnumerable<Money> amounts) =>
        amounts.Aggregate(Money.Zero(currency), (sum, amount) => sum + amount);
}
