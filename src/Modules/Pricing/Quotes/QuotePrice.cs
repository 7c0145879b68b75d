using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;

namespace Tradepost.Pricing.Quotes;

/// <summary>What would this cost? Pure: the answer depends on the body alone. Staff try promotions with it; auditors check sums.</summary>
internal static class QuotePrice
{
    internal static IResult Handle(Body<QuoteInput> body)
    {
        var request = body.Value.ToRequest();
        Outcome<QuoteView> view = QuoteView.Of(request, PricingEngine.Price(request));
        return view.Ok();
    }
}
