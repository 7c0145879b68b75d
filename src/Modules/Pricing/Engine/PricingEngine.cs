using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Promotions;

namespace Tradepost.Pricing.Engine;

/// <summary>
/// Makes totals. Pure: the answer depends on the request alone. A promotion that is not combinable applies only alone, so there are as many
/// candidates as there are of those, and one more of all the others together; the customer gets the cheapest.
/// </summary>
internal static class PricingEngine
{
    public static PricingResult Price(PricingRequest request)
    {
        var (open, closed) = Open(request);
        var together = Candidate.Of(request, open.Where(rule => rule.Combinable));
        var alone = open.Where(rule => !rule.Combinable).Select(rule => Candidate.Of(request, [rule])).ToList();
        var (best, rows) = Best(request, together, alone);
        var rejected = Rejected(request, best, [together, .. alone], closed);
        return Totalled(request, best, rows, rejected);
    }

    // In order of priority; equal ones as they came.
    private static (List<PromotionRule> Open, List<PromotionRule> Closed) Open(PricingRequest request)
    {
        var codes = request.Codes.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var known = request.Promotions.OrderBy(rule => rule.Priority).ToLookup(rule => rule.Code is null || codes.Contains(rule.Code));
        return ([.. known[true]], [.. known[false]]);
    }

    // Ties go to the combination, unless nothing is in it; then to the lower priority.
    private static (Candidate Best, Row[] Rows) Best(PricingRequest request, Candidate together, List<Candidate> alone)
    {
        var (best, rows) = (together, Rows(request, together));
        foreach (var candidate in alone.Where(candidate => candidate.Applied.Count > 0))
        {
            var others = Rows(request, candidate);
            var (total, least) = (Total(others), Total(rows));
            if (total < least || (total == least && best.Applied.Count == 0))
            {
                (best, rows) = (candidate, others);
            }
        }

        return (best, rows);
    }

    private static long Total(Row[] rows) => rows.Sum(row => row.Gross.Minor);

    private static Row[] Rows(PricingRequest request, Candidate candidate)
    {
        var none = Money.Zero(request.Currency);
        var taxables = new List<Taxable>(request.Lines.Count + 1 + request.Fees.Count);
        for (var i = 0; i < request.Lines.Count; i++)
        {
            var line = request.Lines[i];
            taxables.Add(new(line.Subtotal, new(candidate.Lines[i], request.Currency), line.Quantity, line.TaxRates));
        }

        taxables.Add(new(request.Shipping?.Price ?? none, new(candidate.Charges, request.Currency), 1, request.Shipping?.TaxRates ?? []));
        taxables.AddRange(request.Fees.Select(fee => new Taxable(fee.Price, none, 1, fee.TaxRates)));
        return Taxation.Tax(taxables, request);
    }

    private static List<RejectedPromotion> Rejected(
        PricingRequest request, Candidate best, IReadOnlyList<Candidate> candidates, List<PromotionRule> closed)
    {
        var rejected = new List<RejectedPromotion>();
        foreach (var candidate in candidates)
        {
            rejected.AddRange(candidate.Refused.Select(refused => Of(refused.Rule, refused.Reason)));
            if (candidate != best)
            {
                rejected.AddRange(candidate.Applied.Select(applied => Of(applied.Rule, PromotionReasons.NotBest)));
            }
        }

        rejected.AddRange(closed.Select(rule => Of(rule, PromotionReasons.CodeMissing)));
        var known = request.Promotions.Select(rule => rule.Code).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        rejected.AddRange(request.Codes.Distinct(StringComparer.OrdinalIgnoreCase).Where(code => !known.Contains(code))
            .Select(code => new RejectedPromotion(null, code, code, PromotionReasons.UnknownCode)));
        return rejected;

        RejectedPromotion Of(PromotionRule rule, string reason) => new(rule.Id, Typed(request, rule), rule.Name, reason);
    }

    private static PricingResult Totalled(PricingRequest request, Candidate best, Row[] rows, List<RejectedPromotion> rejected)
    {
        var lines = rows[..request.Lines.Count];
        var (shipping, fees) = (rows[request.Lines.Count], rows[(request.Lines.Count + 1)..]);
        var totals = new Sums(
            Sum(lines, row => row.Amount), Sum(rows, row => row.Discount), shipping.Amount, Sum(fees, row => row.Amount),
            Sum(rows, row => row.Net), Sum(rows, row => row.Tax), Sum(rows, row => row.Gross));
        var taxes = rows.SelectMany(row => row.Taxes).GroupBy(tax => tax.Rate)
            .Select(group => new TaxAmount(group.Key.Name, Percents.Text(group.Key.Percent), Sum(group, tax => tax.Amount))).ToList();
        var applied = best.Applied.ConvertAll(some => new AppliedPromotion(
            some.Rule.Id, Typed(request, some.Rule), some.Rule.Name, new(some.Cut.Amount, request.Currency)));
        return new(lines, shipping, fees, totals, taxes, applied, rejected, [.. Tracing.Steps(request, best, taxes)]);

        Money Sum<T>(IEnumerable<T> some, Func<T, Money> amount) =>
            some.Aggregate(Money.Zero(request.Currency), (sum, one) => sum + amount(one));
    }

    private static string? Typed(PricingRequest request, PromotionRule rule) =>
        rule.Code is null ? null : request.Codes.FirstOrDefault(code => code.Equals(rule.Code, StringComparison.OrdinalIgnoreCase));
}
