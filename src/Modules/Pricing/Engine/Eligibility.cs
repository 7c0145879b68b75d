using Tradepost.Contracts.Pricing;
using Tradepost.Pricing.Promotions;
using Tradepost.Pricing.Promotions.Benefits;

namespace Tradepost.Pricing.Engine;

/// <summary>Whether a promotion applies, and to which lines.</summary>
internal static class Eligibility
{
    /// <summary>Why the promotion does not apply; null when it does. Told for the first thing that is in the way.</summary>
    public static string? Reason(PromotionRule rule, PricingRequest request, Remaining left) =>
        rule.Barred
        ?? OutsideOfWindow(rule, request.At)
        ?? rule.Conditions.Select(condition => Unmet(condition, request, left)).FirstOrDefault(reason => reason is not null);

    /// <summary>Places of the lines that match everything the promotion is restricted by, in order.</summary>
    public static List<int> Lines(PromotionRule rule, PricingRequest request)
    {
        var places = new List<int>(request.Lines.Count);
        for (var i = 0; i < request.Lines.Count; i++)
        {
            if (Matches(rule, request.Lines[i]))
            {
                places.Add(i);
            }
        }

        return places;
    }

    private static string? OutsideOfWindow(PromotionRule rule, DateTimeOffset? at) =>
        at is null ? null
        : at < rule.StartsAt ? PromotionReasons.NotStarted
        : at >= rule.EndsAt ? PromotionReasons.Ended
        : null;

    private static string? Unmet(Condition condition, PricingRequest request, Remaining left) => condition switch
    {
        MinSubtotal some => left.Goods >= some.Amount.Minor ? null : PromotionReasons.MinSubtotal,
        MinLineQuantity some =>
            request.Lines.Any(line => line.Quantity >= some.Quantity) ? null : PromotionReasons.MinLineQuantity,
        MinQuantity some => request.Lines.Sum(line => (long)line.Quantity) >= some.Quantity ? null : PromotionReasons.MinQuantity,
        InCustomerGroup some => request.CustomerGroups.Any(some.Any.Contains) ? null : PromotionReasons.CustomerGroup,
        InCountry some => request.Country is { } country && some.Any.Contains(country) ? null : PromotionReasons.Country,
        PaidBy some => request.PaymentMethod is { } method && some.Any.Contains(method) ? null : PromotionReasons.PaymentMethod,
        FirstOrderOnly => request.FirstOrder ? null : PromotionReasons.FirstOrder,
        _ => null, // Among: looked at line by line
    };

    /// <summary>Whether a line is among what the promotion is restricted to.</summary>
    public static bool Matches(PromotionRule rule, PricedLine line)
    {
        foreach (var condition in rule.Conditions)
        {
            if (condition is Among among && !Has(line, among))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Has(PricedLine line, Among among) => among.Trait switch
    {
        LineTrait.Products => line.ProductId is { } product && among.Any.Contains(product),
        LineTrait.Categories => line.Categories.Any(among.Any.Contains),
        LineTrait.Brands => line.Brand is { } brand && among.Any.Contains(brand),
        LineTrait.Vendors => line.Vendor is { } vendor && among.Any.Contains(vendor),
        _ => line.Tags.Any(among.Any.Contains),
    };
}
