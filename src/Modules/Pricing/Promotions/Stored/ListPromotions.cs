using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Promotions.Stored;

/// <summary>Promotions, newest first: by where they stand, by name or code, by whether a code opens them, by when they run.</summary>
internal static class ListPromotions
{
    internal sealed record Filter(string? State, string? Q, string? HasCode, string? From, string? To);

    internal static async Task<IResult> Handle(
        [AsParameters] Filter filter, HttpContext http, PageQuery page, Database db, TimeProvider time, CancellationToken cancel)
    {
        _ = filter; // for the API document; read below, where faults are collected
        var (faults, query) = (new Faults(), http.Request.Query);
        var state = QueryValues.OneOf(query, "state", faults, "", "scheduled", "running", "ended", "off", "deleted");
        var words = QueryValues.Text(query, "q", 200, faults);
        var hasCode = QueryValues.Flag(query, "hasCode", faults);
        var (from, to) = (Instant(query, "from", faults), Instant(query, "to", faults));
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        var now = time.GetUtcNow();
        await using var context = db.Context<PricingDb>();
        var fitting = Within(Having(InState(context.Promotions.AsNoTracking(), state, now), words, hasCode), from, to);
        var promotions = await fitting.OrderByDescending(promotion => promotion.CreatedAt).ThenBy(promotion => promotion.Id)
            .Skip(page.Offset).Take(page.PageSize).ToListAsync(cancel);
        var tallies = await Tallies.Of(db, promotions.Select(promotion => promotion.Id), cancel);
        Outcome<Paged<PromotionView>> list = new Paged<PromotionView>(
            promotions.ConvertAll(promotion => PromotionView.Of(promotion, now, tallies[promotion.Id])), page.Page, page.PageSize,
            await fitting.LongCountAsync(cancel));
        return list.Ok();
    }

    private static IQueryable<Promotion> InState(IQueryable<Promotion> all, string state, DateTimeOffset now)
    {
        var kept = all.Where(promotion => promotion.DeletedAt == null);
        var on = kept.Where(promotion => promotion.Active);
        return state switch
        {
            "deleted" => all.Where(promotion => promotion.DeletedAt != null),
            "off" => kept.Where(promotion => !promotion.Active),
            "scheduled" => on.Where(promotion => promotion.StartsAt > now),
            "ended" => on.Where(promotion => promotion.EndsAt <= now),
            "running" => on.Where(promotion => (promotion.StartsAt == null || promotion.StartsAt <= now)
                && (promotion.EndsAt == null || promotion.EndsAt > now)),
            _ => kept,
        };
    }

    private static IQueryable<Promotion> Having(IQueryable<Promotion> some, string? words, bool? hasCode)
    {
        if (words is not null)
        {
            var like = "%" + words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
                .Replace("_", "\\_", StringComparison.Ordinal) + "%";
            some = some.Where(promotion => EF.Functions.ILike(promotion.Name, like, "\\")
                || (promotion.Code != null && EF.Functions.ILike(promotion.Code, like, "\\")));
        }

        return hasCode is not { } wanted
            ? some
            : some.Where(promotion => (promotion.Code != null || promotion.RequiresCode) == wanted);
    }

    // For the calendar: whatever runs at some moment between the two.
    private static IQueryable<Promotion> Within(IQueryable<Promotion> some, DateTimeOffset? from, DateTimeOffset? to)
    {
        some = from is null ? some : some.Where(promotion => promotion.EndsAt == null || promotion.EndsAt > from);
        return to is null ? some : some.Where(promotion => promotion.StartsAt == null || promotion.StartsAt < to);
    }

    private static DateTimeOffset? Instant(IQueryCollection query, string name, Faults faults)
    {
        if (QueryValues.Text(query, name, 40, faults) is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal, out var instant))
        {
            return instant;
        }

        faults.Add(name, "must be an instant like 2026-11-21T08:00:00Z");
        return null;
    }
}
