namespace Tradepost.Pricing.ShippingMethods.Zones;

/// <summary>Prices by steps: each up to a bound, that one included. Bounds ascend, so one binary search finds the step.</summary>
/// <param name="bounds">Grams or minor units, ascending. <see cref="NoBound"/> at the end: whatever is more.</param>
/// <param name="prices">Minor units, one for each bound.</param>
internal sealed class RateTable(long[] bounds, long[] prices)
{
    /// <summary>The bound of a step without one.</summary>
    public const long NoBound = long.MaxValue;

    public static readonly RateTable Empty = new([], []);

    public int Count => bounds.Length;

    /// <summary>The most that has a price; null when nothing has.</summary>
    public long? Most => bounds.Length == 0 ? null : bounds[^1];

    /// <summary>The price for this much; null when it is more than the last step takes.</summary>
    public long? Price(long amount)
    {
        var at = Array.BinarySearch(bounds, amount);
        var step = at >= 0 ? at : ~at;
        return step < prices.Length ? prices[step] : null;
    }
}
