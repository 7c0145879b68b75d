using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;

namespace Tradepost.Pricing.Quotes;

/// <summary>
/// A quote as the API answers it. net + tax = gross in every row, the rows add up to the totals, and all steps of the trace that are not
/// marked as included add up to the total.
/// </summary>
internal sealed record QuoteView(
    QuoteView.TotalsView Totals, IReadOnlyList<TaxAmount> Taxes, IReadOnlyList<QuoteView.LineView> Lines,
    QuoteView.ShippingView ShippingLine,
    IReadOnlyList<QuoteView.FeeView> Fees, IReadOnlyList<QuoteView.AppliedView> Applied, IReadOnlyList<QuoteView.RejectedView> Rejected,
    IReadOnlyList<QuoteView.StepView> Trace)
{
    internal sealed record TotalsView(
        Money Subtotal, Money Discount, Money Shipping, Money Fees, Money Tax, Money Total, Money Net, Money Gross, bool TaxIncluded);

    internal sealed record LineView(
        string Key, Money UnitPrice, int Quantity, Money Subtotal, Money Discount, Money Net, Money Tax, Money Gross,
        IReadOnlyList<TaxAmount> Taxes);

    internal sealed record ShippingView(Money Price, Money Net, Money Discount, Money Tax, Money Gross);

    internal sealed record FeeView(string Name, Money Net, Money Tax, Money Gross);

    internal sealed record AppliedView(string Name, string? Code, Money Amount);

    internal sealed record RejectedView(string Name, string? Code, string Reason);

    /// <param name="Step">line, discount, shipping, fee, tax, includedTax.</param>
    /// <param name="Label">In words.</param>
    /// <param name="Amount">What it adds; negative for discounts.</param>
    /// <param name="LineKey">The line it concerns.</param>
    /// <param name="Included">True for tax contained in other steps: shown, not added.</param>
    internal sealed record StepView(string Step, string Label, Money Amount, string? LineKey, bool? Included);

    public static QuoteView Of(PricingRequest request, PricingResult result)
    {
        var (sums, shipping) = (result.Totals, result.Shipping);
        return new(
            new(sums.Subtotal, sums.Discount, sums.Shipping, sums.Fees, sums.Tax, sums.Gross, sums.Net, sums.Gross,
                request.PricesIncludeTax),
            result.Taxes,
            [.. request.Lines.Zip(result.Lines, Line)],
            new(shipping.Amount, shipping.Net, shipping.Discount, shipping.Tax, shipping.Gross),
            [.. request.Fees.Zip(result.Fees, (fee, row) => new FeeView(fee.Label, row.Net, row.Tax, row.Gross))],
            [.. result.Applied.Select(some => new AppliedView(some.Name, some.Code, some.Amount))],
            [.. result.Rejected.Select(some => new RejectedView(some.Name, some.Code, some.Reason))],
            [.. result.Trace.Select(Step)]);
    }

    private static LineView Line(PricedLine line, Row row) => new(
        line.Key, line.UnitPrice, line.Quantity, row.Amount, row.Discount, row.Net, row.Tax, row.Gross,
        [.. row.Taxes.Select(tax => new TaxAmount(tax.Rate.Name, Percents.Text(tax.Rate.Percent), tax.Amount))]);

    private static StepView Step(TraceStep step) =>
        new(step.Step, step.Label, step.Amount, step.LineId, step.Step == TraceStep.IncludedTax ? true : null);
}
