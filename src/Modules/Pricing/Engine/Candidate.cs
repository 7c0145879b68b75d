using Tradepost.Contracts.Pricing;
using Tradepost.Pricing.Promotions;
using Tradepost.Pricing.Promotions.Benefits;

namespace Tradepost.Pricing.Engine;

/// <summary>What becomes of a request when certain promotions are tried, one after the other.</summary>
internal sealed class Candidate
{
    private Candidate(PricingRequest request) => (Lines, Charges) = (new long[request.Lines.Count], 0);

    /// <summary>Off each line, minor units.</summary>
    public long[] Lines { get; }

    /// <summary>Off the shipping, minor units.</summary>
    public long Charges { get; private set; }

    /// <summary>Those that applied, in order, and what each took off.</summary>
    public List<(PromotionRule Rule, Cut Cut)> Applied { get; } = [];

    /// <summary>Those that did not.</summary>
    public List<(PromotionRule Rule, string Reason)> Refused { get; } = [];

    /// <summary>Tries the promotions in this order, each on what the earlier ones left.</summary>
    public static Candidate Of(PricingRequest request, IEnumerable<PromotionRule> rules)
    {
        var candidate = new Candidate(request);
        var left = new Remaining(request);
        int[]? everything = null;
        foreach (var rule in rules)
        {
            var cut = Try(rule, request, left, everything ??= [.. Enumerable.Range(0, request.Lines.Count)]);
            if (cut.Refused is { } reason)
            {
                candidate.Refused.Add((rule, reason));
                continue;
            }

            left.Take(cut);
            candidate.Take(rule, cut);
        }

        return candidate;
    }

    private static Cut Try(PromotionRule rule, PricingRequest request, Remaining left, int[] everything)
    {
        if (Eligibility.Reason(rule, request, left) is { } reason)
        {
            return Cut.Nothing(reason);
        }

        var lines = Eligibility.Lines(rule, request);
        return lines.Count == 0
            ? Cut.Nothing(PromotionReasons.NoEligibleLines)
            : rule.Benefit.Of(left, rule.Benefit.IsOfLines ? lines : everything);
    }

    private void Take(PromotionRule rule, Cut cut)
    {
        Applied.Add((rule, cut));
        Charges += cut.Shipping;
        for (var i = 0; i < cut.Lines.Length; i++)
        {
            Lines[i] += cut.Lines[i];
        }
    }
}
