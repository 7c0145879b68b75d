using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Engine;

/// <summary>Tells how a total came to be, each summand a step: lines, what each promotion took off them, shipping, fees, taxes.</summary>
internal static class Tracing
{
    public static IEnumerable<TraceStep> Steps(PricingRequest request, Candidate best, IReadOnlyList<TaxAmount> taxes)
    {
        foreach (var line in request.Lines)
        {
            yield return new("line", $"{line.Quantity} × {line.Label}", line.Subtotal, line.Key);
        }

        foreach (var (rule, cut) in best.Applied)
        {
            for (var i = 0; i < cut.Lines.Length; i++)
            {
                if (cut.Lines[i] > 0)
                {
                    yield return new("discount", rule.Name, new Money(-cut.Lines[i], request.Currency), request.Lines[i].Key);
                }
            }
        }

        if (request.Shipping is { } shipping)
        {
            yield return new("shipping", shipping.Label, shipping.Price);
        }

        foreach (var (rule, cut) in best.Applied.Where(some => some.Cut.Shipping > 0))
        {
            yield return new("discount", rule.Name, new Money(-cut.Shipping, request.Currency));
        }

        foreach (var fee in request.Fees)
        {
            yield return new("fee", fee.Label, fee.Price);
        }

        foreach (var tax in taxes)
        {
            yield return new(request.PricesIncludeTax ? TraceStep.IncludedTax : "tax", $"{tax.Name} {tax.Percent} %", tax.Amount);
        }
    }
}
