using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Promotions.Stored;

/// <summary>Staff take a promotion away, and may bring it back: orders refer to it, so it is never erased.</summary>
internal static class DeletePromotion
{
    internal static async Task<IResult> Handle(PromotionId id, HttpContext http, Database db, CancellationToken cancel) =>
        (await PromotionStore.Write(db, "pricing.delete_promotion", tx => Move(tx, id, http, deleted: true), cancel)).NoContent();

    internal static async Task<IResult> Restore(PromotionId id, HttpContext http, Database db, TimeProvider time, CancellationToken cancel)
    {
        var back = await PromotionStore.Write(db, "pricing.restore_promotion", tx => Move(tx, id, http, deleted: false), cancel);
        return (await PromotionStore.Show(db, back, time.GetUtcNow(), cancel)).OkTagged(http, promotion => Etags.Of(promotion.Version));
    }

    private static async Task<Outcome<Promotion>> Move(Tx tx, PromotionId id, HttpContext http, bool deleted)
    {
        if (await PromotionStore.Lock(tx, id) is not { } promotion || (deleted && promotion.DeletedAt is not null))
        {
            return PromotionErrors.NotFound.Refuse();
        }

        if (Etags.Check(http, promotion.Version) is { } stale)
        {
            return stale;
        }

        if (deleted != promotion.DeletedAt is not null)
        {
            promotion.DeletedAt = deleted ? tx.Now : null;
            (promotion.Version, promotion.UpdatedAt) = (promotion.Version + 1, tx.Now);
            tx.Touch(PromotionStore.Tag);
        }

        return promotion;
    }
}
