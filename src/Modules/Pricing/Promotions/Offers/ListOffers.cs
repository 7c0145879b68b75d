using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Pricing.Engine;
using Tradepost.Pricing.Promotions.Running;

namespace Tradepost.Pricing.Promotions.Offers;

/// <summary>
/// The promotions a product can get now without a code. Answered from memory at every request rather than kept as bytes: an offer must be
/// gone at the very moment it ends, and a clock at the reader's side may be wrong, so the answer says what time it is.
/// </summary>
internal static class ListOffers
{
    internal sealed record Answer(DateTimeOffset Now, IReadOnlyList<OfferView> Offers);

    internal static async Task<IResult> Handle(
        string idOrSlug, HttpContext http, ProductFacts facts, PromotionShelf shelf, Database db, TimeProvider time,
        CancellationToken cancel)
    {
        if (await facts.Find(idOrSlug, cancel) is not { } line)
        {
            return PromotionErrors.ProductNotFound.Refuse().ToResult();
        }

        var now = time.GetUtcNow();
        var running = (await shelf.Read(cancel)).Automatic.Where(some => some.RunsAt(now) && Eligibility.Matches(some.Rule, line)).ToList();
        var gone = await UsedUp(running, db, cancel);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(
            new Answer(now, [.. running.Where(some => !gone.Contains(some.Id)).Select(OfferView.Of)]), ApiJson.Options);
    }

    private static async Task<IReadOnlySet<PromotionId>> UsedUp(List<OnShelf> running, Database db, CancellationToken cancel)
    {
        var limited = running.Where(some => some.UsageLimit is not null).Select(some => some.Id).ToList();
        return limited.Count == 0
            ? new HashSet<PromotionId>()
            : (await db.Query(
                $"select id from pricing.promotions where id = any ({limited.Guids()}) and used >= usage_limit",
                row => row.Id<Contracts.Kinds.Promotion>(0), cancel)).ToHashSet();
    }
}
