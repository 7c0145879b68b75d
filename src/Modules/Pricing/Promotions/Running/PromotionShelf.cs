using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Data;
using Tradepost.Pricing.Promotions.Stored;

namespace Tradepost.Pricing.Promotions.Running;

/// <summary>
/// The promotions that run or are to run, kept in memory: every cart asks, every time. Dropped on all nodes when staff change one.
/// </summary>
internal sealed class PromotionShelf
{
    private readonly Database db;
    private readonly TimeProvider time;
    private Lazy<Task<ShelfContents>>? contents;

    public PromotionShelf(Database db, Changes changes, TimeProvider time)
    {
        (this.db, this.time) = (db, time);
        changes.Listen(Heard, Forget);
    }

    // The promise to read is put up before the reading begins, so a change that comes in between takes it down again.
    public async Task<ShelfContents> Read(CancellationToken cancel)
    {
        var mine = new Lazy<Task<ShelfContents>>(Load);
        var reading = Interlocked.CompareExchange(ref contents, mine, null) ?? mine;
        try
        {
            return await reading.Value.WaitAsync(cancel);
        }
        catch when (reading.Value.IsFaulted)
        {
            Interlocked.CompareExchange(ref contents, null, reading);
            throw;
        }
    }

    private void Heard(IReadOnlyCollection<string> tags)
    {
        if (tags.Contains(PromotionStore.Tag))
        {
            Forget();
        }
    }

    private void Forget() => Volatile.Write(ref contents, null);

    private async Task<ShelfContents> Load()
    {
        var now = time.GetUtcNow();
        await using var context = db.Context<PricingDb>();
        var promotions = await context.Promotions.AsNoTracking()
            .Where(promotion => promotion.DeletedAt == null && promotion.Active && (promotion.EndsAt == null || promotion.EndsAt > now))
            .OrderBy(promotion => promotion.Priority).ThenBy(promotion => promotion.Id).ToListAsync(CancellationToken.None);
        return new([.. promotions.Select(OnShelf.Of)]);
    }
}

/// <summary>A promotion in memory.</summary>
internal sealed record OnShelf(
    PromotionRule Rule, bool NeedsCode, int? UsageLimit, int? PerCustomerLimit, string? Badge, bool ShowCountdown)
{
    public PromotionId Id => Rule.Id!.Value;

    public bool IsLimited => UsageLimit is not null || PerCustomerLimit is not null;

    public bool RunsAt(DateTimeOffset now) => !(now < Rule.StartsAt) && !(now >= Rule.EndsAt);

    public static OnShelf Of(Promotion promotion) => new(
        promotion.ToRule(), promotion.RequiresCode || promotion.Code is not null, promotion.UsageLimit, promotion.PerCustomerLimit,
        promotion.Badge, promotion.ShowCountdown);
}

/// <summary>All of them, in the order they apply.</summary>
internal sealed class ShelfContents(IReadOnlyList<OnShelf> all)
{
    private readonly Dictionary<PromotionId, OnShelf> byId = all.ToDictionary(some => some.Id);

    // The index of the database may tell codes of other scripts apart that are alike here: the first one then counts.
    private readonly Dictionary<string, OnShelf> byCode = all.Where(some => some.Rule.Code is not null)
        .DistinctBy(some => some.Rule.Code!, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(some => some.Rule.Code!, StringComparer.OrdinalIgnoreCase);

    /// <summary>Those that need no code.</summary>
    public IReadOnlyList<OnShelf> Automatic { get; } = [.. all.Where(some => !some.NeedsCode)];

    public OnShelf? Find(PromotionId id) => byId.GetValueOrDefault(id);

    public OnShelf? Find(string code) => byCode.GetValueOrDefault(code);
}
