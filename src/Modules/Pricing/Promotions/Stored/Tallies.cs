using Tradepost.Platform.Data;

namespace Tradepost.Pricing.Promotions.Stored;

/// <summary>How many orders hold each promotion, and how many bulk codes open it: one query for a page of them.</summary>
internal static class Tallies
{
    internal readonly record struct Tally(long Used, long Codes);

    public static async Task<IReadOnlyDictionary<PromotionId, Tally>> Of(
        Database db, IEnumerable<PromotionId> promotions, CancellationToken cancel)
    {
        var rows = await db.Query(
            $"""
            select p.id,
              (select count(*) from pricing.promotion_uses u where u.promotion_id = p.id and u.given_back_at is null),
              (select count(*) from pricing.promotion_codes c where c.promotion_id = p.id)
            from unnest({promotions.Guids()}) as p (id)
            """,
            row => (Id: row.Id<Contracts.Kinds.Promotion>(0), Tally: new Tally(row.GetInt64(1), row.GetInt64(2))), cancel);
        return rows.ToDictionary(row => row.Id, row => row.Tally);
    }
}
