using System.Text.Json.Serialization;
using Tradepost.Platform.Data;

namespace Tradepost.Pricing.Promotions.Stored;

/// <summary>A kept promotion as staff see it.</summary>
/// <param name="State">deleted, off, scheduled, running, ended: at the moment of the answer.</param>
/// <param name="Used">Orders that hold it now.</param>
/// <param name="CodeCount">Bulk codes that open it.</param>
internal sealed record PromotionView(
    PromotionId Id, string Name, string? Code, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, int Priority, bool Combinable,
    int? UsageLimit, int? PerCustomerLimit, IReadOnlyList<ConditionInput> Conditions, BenefitInput Benefit, bool Active,
    bool RequiresCode, string? Badge, bool ShowCountdown, string State, long Used, long CodeCount, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt, [property: JsonIgnore] int Version)
{
    public static PromotionView Of(Promotion promotion, DateTimeOffset now, Tallies.Tally tally) => new(
        promotion.Id, promotion.Name, promotion.Code, promotion.StartsAt, promotion.EndsAt, promotion.Priority, promotion.Combinable,
        promotion.UsageLimit, promotion.PerCustomerLimit, Json.Read<ConditionInput[]>(promotion.Conditions),
        Json.Read<BenefitInput>(promotion.Benefit), promotion.Active, promotion.RequiresCode, promotion.Badge, promotion.ShowCountdown,
        promotion.State(now), tally.Used, tally.Codes, promotion.CreatedAt, promotion.UpdatedAt, promotion.Version);
}
