using Tradepost.Pricing.Engine;
using Tradepost.Pricing.Promotions;

namespace Tradepost.Pricing.Simulation;

/// <summary>What is tried on orders of the past. Pure.</summary>
/// <param name="Rule">The promotion; null: nothing is changed.</param>
/// <param name="AssumeCode">Whether everybody enters its code.</param>
/// <param name="RespectWindow">Whether its own start and end count.</param>
internal sealed record Change(PromotionRule? Rule, bool AssumeCode, bool RespectWindow)
{
    /// <summary>The request as it would have been.</summary>
    public PricingRequest On(PricingRequest past)
    {
        if (Rule is null)
        {
            return past;
        }

        var rule = RespectWindow ? Rule : Rule with { StartsAt = null, EndsAt = null };
        return past with
        {
            // A promotion that was there under the same code is what is changed.
            Promotions = [.. past.Promotions.Where(one => rule.Code is null || !Same(one.Code, rule.Code)), rule],
            Codes = AssumeCode && rule.Code is { } code && !past.Codes.Any(one => Same(one, code)) ? [.. past.Codes, code] : past.Codes,
        };
    }

    private static bool Same(string? a, string b) => b.Equals(a, StringComparison.OrdinalIgnoreCase);
}
