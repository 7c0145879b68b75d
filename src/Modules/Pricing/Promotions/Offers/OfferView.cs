using Tradepost.Pricing.Promotions.Running;

namespace Tradepost.Pricing.Promotions.Offers;

/// <summary>An offer as shoppers may know it: never a code, never a group's name, never how often it was used.</summary>
/// <param name="Name">As it will stand in the cart.</param>
/// <param name="Badge">A few words; null: none.</param>
/// <param name="Benefit">What it gives, as staff wrote it.</param>
/// <param name="Conditions">What it takes besides this product.</param>
/// <param name="EndsAt">When it ends for good; null: it has no end, or the shop does not tell.</param>
/// <param name="ShowCountdown">Whether to count down to it.</param>
internal sealed record OfferView(
    PromotionId Id, string Name, string? Badge, BenefitInput Benefit, IReadOnlyList<ConditionInput> Conditions, DateTimeOffset? EndsAt,
    bool ShowCountdown)
{
    // Of the groups and the products it is for, a shopper only has to know whether it is for them; the lists are the shop's business.
    public static OfferView Of(OnShelf some) => new(
        some.Id, some.Rule.Name, some.Badge, BenefitInput.Of(some.Rule.Benefit),
        [.. some.Rule.Conditions.Where(condition => condition is not Among).Select(condition =>
            condition is InCustomerGroup ? new ConditionInput("customerGroup", null, null, null) : ConditionInput.Of(condition))],
        some.Rule.EndsAt, some.ShowCountdown);
}
