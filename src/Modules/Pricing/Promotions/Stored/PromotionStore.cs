using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Promotions.Stored;

/// <summary>What edits of promotions have in common.</summary>
internal static class PromotionStore
{
    /// <summary>Promotions kept in memory are dropped under this name.</summary>
    public const string Tag = "promotions";

    /// <summary>
    /// The promotion, locked. Orders that are about to use it hold a share of its row, so they are over by then and none is missed when
    /// counters begin to count.
    /// </summary>
    public static Task<Promotion?> Lock(Tx tx, PromotionId id) =>
        tx.Use<PricingDb>().Promotions.FromSql($"select * from pricing.promotions where id = {id.Value} for update")
            .SingleOrDefaultAsync(tx.Cancel);

    /// <summary>A named write in which a second promotion with the code is refused.</summary>
    public static Task<Outcome<T>> Write<T>(Database db, string name, Func<Tx, Task<Outcome<T>>> work, CancellationToken cancel) =>
        Settings.Write(db, name, work, PromotionErrors.CodeTaken, cancel);

    /// <summary>The promotion as staff see it after the write.</summary>
    public static async Task<Outcome<PromotionView>> Show(
        Database db, Outcome<Promotion> written, DateTimeOffset now, CancellationToken cancel)
    {
        if (!written.Try(out var promotion, out var refusal))
        {
            return refusal;
        }

        return PromotionView.Of(promotion, now, (await Tallies.Of(db, [promotion.Id], cancel))[promotion.Id]);
    }
}
