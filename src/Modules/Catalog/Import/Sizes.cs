using System.Text.Json;
using Tradepost.Contracts.Catalog;

namespace Tradepost.Catalog.Import;

/// <summary>
/// Weights and sizes of what is shipped. The package counts before the thing itself. What can't be true is unknown: below a gram (kilograms
/// written as grams), above 100 kg or 3 m (grams written as milligrams), a package lighter than what is in it.
/// </summary>
internal static class Sizes
{
    private const decimal LeastGrams = 1m;
    private const decimal MostGrams = 100_000m;
    private const decimal MostMillimetres = 3_000m;

    /// <summary>Shipping weight in whole grams, rounded up; null when unknown.</summary>
    public static int? Weight(RowFields row) => Weight(row.Number("package_weight_g"), row.Number("weight_g", "weightGrams"));

    public static int? Weight(decimal? package, decimal? content)
    {
        var inside = Plausible(content);
        var whole = Plausible(package);
        var grams = whole is null || whole < inside ? inside : whole;
        return grams is { } known ? (int)decimal.Ceiling(known) : null;
    }

    /// <summary>Size in whole millimetres, rounded up; null unless all three sides are known.</summary>
    public static DimensionsMm? Dimensions(RowFields row)
    {
        var own = row.Any("dimensionsMm") is { ValueKind: JsonValueKind.Object } size ? new RowFields(size) : null;
        return own is not null
            ? Dimensions(own.Number("width"), own.Number("height"), own.Number("depth"))
            : Dimensions(row.Number("package_width_mm"), row.Number("package_height_mm"), row.Number("package_depth_mm"))
                ?? Dimensions(row.Number("width_mm"), row.Number("height_mm"), row.Number("depth_mm"));
    }

    public static DimensionsMm? Dimensions(decimal? width, decimal? height, decimal? depth) =>
        Side(width) is { } w && Side(height) is { } h && Side(depth) is { } d ? new(w, h, d) : null;

    private static decimal? Plausible(decimal? grams) => grams is >= LeastGrams and <= MostGrams ? grams : null;

    private static int? Side(decimal? millimetres) =>
        millimetres is > 0 and <= MostMillimetres ? (int)decimal.Ceiling(millimetres.Value) : null;
}
