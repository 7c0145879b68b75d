using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Data;
using Tradepost.Pricing.Engine;

namespace Tradepost.Pricing.Quotes;

/// <summary>
/// What an order's price was computed from, written as the body of a quote: who may ask for quotes can post it and see the same total.
/// </summary>
internal static class Evidence
{
    public static Json Of(PricingRequest request) => Json.Of(QuoteInput.Of(request));

    public static PricingRequest Request(Json evidence) => Json.Read<QuoteInput>(evidence.Text).ToRequest();

    public static Totals Recompute(Json evidence)
    {
        var request = Request(evidence);
        var sums = PricingEngine.Price(request).Totals;
        return new(sums.Subtotal, sums.Discount, sums.Shipping, sums.Tax, sums.Gross, request.PricesIncludeTax);
    }
}
