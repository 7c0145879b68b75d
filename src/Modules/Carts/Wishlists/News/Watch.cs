namespace Tradepost.Carts.Wishlists.News;

/// <summary>
/// Which prices are news. Each item has a price a drop is measured against: first what it cost when it was put on the list, after a drop
/// that was noted the lower price; when the price rises again it follows, but never above the first. So small steps add up to a drop, a
/// sale that ends and begins again is news again, and nothing that costs more than when it was wished for is called cheaper.
/// </summary>
internal static class Watch
{
    /// <summary>What a look at a price comes to.</summary>
    /// <param name="Watched">The price the next drop is measured against.</param>
    /// <param name="DropFrom">The price it dropped from; null: no news.</param>
    internal readonly record struct Look(long Watched, long? DropFrom);

    /// <param name="watched">The price a drop is measured against.</param>
    /// <param name="added">The price when it was put on the list.</param>
    /// <param name="now">Today's.</param>
    public static Look At(long watched, long added, long now) =>
        IsDrop(watched, now) ? new(now, watched) : new(Math.Max(watched, Math.Min(now, added)), null);

    /// <summary>Whether a price is at least a hundredth below another.</summary>
    public static bool IsDrop(long from, long to) => to < from && (Int128)to * 100 <= (Int128)from * 99;
}
