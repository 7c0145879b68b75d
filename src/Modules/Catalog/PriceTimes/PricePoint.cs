namespace Tradepost.Catalog.PriceTimes;

/// <summary>What a variant cost from a moment on, until the next point.</summary>
/// <param name="From">The moment.</param>
/// <param name="Minor">Minor units; null: it had no price.</param>
/// <param name="CompareAtMinor">The price it was shown to be reduced from.</param>
internal sealed record PricePoint(DateTimeOffset From, long? Minor, long? CompareAtMinor)
{
    /// <summary>Whether it was shown as reduced.</summary>
    public bool Reduced => CompareAtMinor > Minor;
}
