namespace Tradepost.Catalog.PriceTimes;

/// <summary>
/// The lowest price a reduction must be measured against (EU 98/6, article 6a): the lowest of the 30 days before it began, of prices
/// everybody could buy at. Pure; histories are in order of time.
/// </summary>
internal static class Reduction
{
    /// <summary>How far back one looks.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(30);

    /// <summary>
    /// When the reduction shown now began; null when none is. Cuts in a row are one reduction: its beginning is that of the first. A price
    /// that rises and is still shown as reduced begins a new one.
    /// </summary>
    public static DateTimeOffset? Since(IReadOnlyList<PricePoint> history)
    {
        DateTimeOffset? since = null;
        PricePoint? before = null;
        foreach (var point in history)
        {
            var goesOn = before is { Reduced: true } && before.Minor >= point.Minor;
            since = !point.Reduced ? null : goesOn ? since : point.From;
            before = point;
        }

        return since;
    }

    /// <summary>
    /// The lowest price in force at any time in [began − 30 days, began); null when it had none then. What was replaced in the very
    /// instant it was set was never in force.
    /// </summary>
    public static long? LowestBefore(IReadOnlyList<PricePoint> history, DateTimeOffset began)
    {
        var opens = began - Window;
        long? lowest = null;
        for (var i = 0; i < history.Count; i++)
        {
            var until = i + 1 < history.Count && history[i + 1].From < began ? history[i + 1].From : began;
            if (history[i].Minor is { } price && history[i].From < until && until > opens && !(lowest <= price))
            {
                lowest = price;
            }
        }

        return lowest;
    }
}
