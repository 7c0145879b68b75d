using Tradepost.Contracts.Pricing;

namespace Tradepost.Pricing.Engine;

/// <summary>
/// What a basket weighs and measures, taken as one parcel: weights and volumes add up, sides are those of the largest piece. What is
/// unknown counts as nothing: the shop bears what it forgot to weigh or to measure.
/// </summary>
/// <param name="Grams">On the scales.</param>
/// <param name="VolumeMm3">Cubic millimetres.</param>
/// <param name="LongestSideMm">Of any piece.</param>
/// <param name="GirthMm">The most of length and girth of any piece: the longest side and twice each of the others.</param>
internal sealed record Parcel(long Grams, Int128 VolumeMm3, int LongestSideMm, long GirthMm)
{
    /// <summary>Of the heaviest piece, on the scales: what can't be parted.</summary>
    public long HeaviestGrams { get; init; }

    public static Parcel Of(IReadOnlyList<BasketLine> lines)
    {
        var (grams, volume, side, girth) = (0L, Int128.Zero, 0, 0L);
        foreach (var line in lines)
        {
            grams += (long)(line.WeightGrams ?? 0) * line.Quantity;
            if (line.DimensionsMm is { } size)
            {
                var longest = Math.Max(size.Width, Math.Max(size.Height, size.Depth));
                volume += (Int128)size.Width * size.Height * size.Depth * line.Quantity;
                side = Math.Max(side, longest);
                girth = Math.Max(girth, (2L * ((long)size.Width + size.Height + size.Depth)) - longest);
            }
        }

        return new(grams, volume, side, girth) { HeaviestGrams = lines.Max(line => (long?)line.WeightGrams) ?? 0 };
    }

    /// <summary>The weight that is paid for: what the scales say or what the size stands for, whichever is more. Begun grams
    /// count.</summary>
    /// <param name="divisor">Cubic centimetres (thousands of mm³) that count as a kilogram (a thousand grams); null: only the
    /// scales.</param>
    public long ChargeableGrams(int? divisor)
    {
        if (divisor is not { } cubic)
        {
            return Grams;
        }

        var volumetric = (VolumeMm3 + cubic - 1) / cubic;
        return Math.Max(Grams, (long)Int128.Min(volumetric, long.MaxValue));
    }
}
