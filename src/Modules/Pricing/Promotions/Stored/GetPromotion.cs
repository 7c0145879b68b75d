using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Promotions.Stored;

/// <summary>One promotion, deleted ones too.</summary>
internal static class GetPromotion
{
    internal static async Task<IResult> Handle(
        PromotionId id, HttpContext http, Database db, TimeProvider time, CancellationToken cancel)
    {
        await using var context = db.Context<PricingDb>();
        Outcome<Promotion> found =
            await context.Promotions.AsNoTracking().SingleOrDefaultAsync(promotion => promotion.Id == id, cancel) is { } promotion
                ? promotion
                : PromotionErrors.NotFound.Refuse();
        return (await PromotionStore.Show(db, found, time.GetUtcNow(), cancel)).OkTagged(http, view => Etags.Of(view.Version));
    }
}
