using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Data;

namespace Tradepost.Pricing.Promotions.Running;

/// <summary>
/// Looks codes up that no promotion in memory has: among bulk codes, and among codes of promotions that are over. One query for all.
/// </summary>
internal static class CodeLookup
{
    private sealed record Hit(PromotionId Promotion, string Code, bool UsedUp, string Name, DateTimeOffset? EndsAt, string Benefit);

    public static async Task<IReadOnlyList<OnShelf>> Find(IReadOnlyList<string> codes, ShelfContents contents, Reads reads)
    {
        var upper = codes.Select(code => code.ToUpperInvariant()).ToArray();
        var lower = codes.Select(code => code.ToLowerInvariant()).ToArray();
        var hits = await reads.Query(
            $"""
            select p.id, c.code, c.used >= c.usage_limit, p.name, p.ends_at, p.benefit::text
            from pricing.promotion_codes c join pricing.promotions p on p.id = c.promotion_id
            where c.code = any ({upper}) and p.deleted_at is null and p.active
            union all
            select p.id, p.code, false, p.name, p.ends_at, p.benefit::text from pricing.promotions p
            where lower(p.code) = any ({lower}) and p.deleted_at is null and p.active
            """,
            row => new Hit(
                row.Id<Contracts.Kinds.Promotion>(0), row.GetString(1), row.GetBoolean(2), row.GetString(3), row.InstantOrNull(4),
                row.GetString(5)));
        return [.. codes.Select(code => hits.Find(hit => hit.Code.Equals(code, StringComparison.OrdinalIgnoreCase))).OfType<Hit>()
            .Select(hit => Opened(hit, contents.Find(hit.Promotion)))];
    }

    // What memory has let go is over; its rule only has to say so.
    private static OnShelf Opened(Hit hit, OnShelf? known)
    {
        var rule = known?.Rule ?? new PromotionRule(hit.Name, Json.Read<BenefitInput>(hit.Benefit).ToBenefit())
        {
            Id = hit.Promotion, EndsAt = hit.EndsAt,
        };
        rule = rule with
        {
            Code = hit.Code,
            Barred = known is null ? PromotionReasons.Ended : hit.UsedUp ? PromotionReasons.UsageLimit : null,
        };
        return known is null ? new(rule, NeedsCode: true, null, null, null, ShowCountdown: false) : known with { Rule = rule };
    }
}
