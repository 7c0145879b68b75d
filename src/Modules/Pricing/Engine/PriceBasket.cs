using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Quotes;
using Tradepost.Pricing.Taxes;

namespace Tradepost.Pricing.Engine;

/// <summary>Prices a basket: the shop's tables make the request of it, the engine does the rest. Pure.</summary>
internal static class PriceBasket
{
    public static Outcome<Quote> Price(Basket basket, PriceTables tables, Terms terms) => Price(basket, tables, terms, Circumstances.None);

    public static Outcome<Quote> Price(Basket basket, PriceTables tables, Terms terms, Circumstances circumstances)
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

        var request = Request(basket, tables, terms, circumstances, shipping);
        request = circumstances.TaxExemption is null ? request : TaxExempt.Of(request);
        var quote = Answer(request, PricingEngine.Price(request), shipping, circumstances.TaxExemption);
        return basket.WithEvidence ? quote with { Evidence = Evidence.Of(request) } : quote;
    }

    private static PricingRequest Request(
        Basket basket, PriceTables tables, Terms terms, Circumstances circumstances, ShippingOption? shipping)
    {
        var taxes = circumstances.Taxes ?? tables.TaxesAt(basket.Destination);
        return new(basket.Currency, [.. basket.Lines.Select(line => Line(line, taxes.On(line.TaxClass), circumstances))])
        {
            PricesIncludeTax = terms.PricesIncludeTax,
            Rounding = terms.Rounding,
            Level = terms.Level,
            Shipping = shipping is null ? null : new(shipping.Name, shipping.Price, taxes.OnShipping),
            Promotions = circumstances.Promotions,
            Codes = basket.Codes,
            CustomerGroups = circumstances.CustomerGroups,
            Country = basket.Destination?.Country,
            PaymentMethod = basket.PaymentMethod,
            FirstOrder = circumstances.FirstOrder,
            At = circumstances.At,
        };
    }

    private static PricedLine Line(BasketLine line, IReadOnlyList<Rate> rates, Circumstances circumstances) =>
        new(line.Key, line.Label, circumstances.UnitPrice(line), line.Quantity, rates)
        {
            ProductId = line.ProductId?.ToString(),
            Categories = circumstances.CategoryNames(line),
            Brand = line.Brand,
            Tags = line.Tags,
            UnitCost = line.UnitCost,
        };

    private static Quote Answer(PricingRequest request, PricingResult result, ShippingOption? shipping, string? exemption)
    {
        var lines = request.Lines.Zip(result.Lines, (line, row) =>
            new QuoteLine(line.Key, line.UnitPrice, line.Quantity, row.Amount, row.Discount, row.Tax));
        var sums = result.Totals;
        var totals = new Totals(sums.Subtotal, sums.Discount, sums.Shipping, sums.Tax, sums.Gross, request.PricesIncludeTax);
        var trace = exemption is null ? result.Trace : [.. result.Trace, TaxExempt.Step(exemption, request.Currency)];
        var charged = shipping is null ? null : shipping with { Price = request.Shipping!.Price };
        return new([.. lines], totals, trace, result.Taxes, charged)
        {
            Applied = result.Applied, Rejected = result.Rejected, TaxExemption = exemption,
        };
    }
}
