using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Products;

/// <summary>What is bought: a product in one choice of its options, with a SKU and a price of its own.</summary>
internal sealed class Variant
{
    public required VariantId Id { get; init; }

    public required ProductId ProductId { get; init; }

    public required string Sku { get; set; }

    public string? Gtin { get; set; }

    public IReadOnlyDictionary<string, string> Options { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public required long PriceMinor { get; set; }

    public long? CompareAtMinor { get; set; }

    /// <summary>What one unit cost the shop. Shoppers never see it.</summary>
    public long? CostMinor { get; set; }

    public required Currency Currency { get; init; }

    public int? WeightGrams { get; set; }

    public int? WidthMm { get; set; }

    public int? HeightMm { get; set; }

    public int? DepthMm { get; set; }

    public required int Position { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Set when it is no longer sold. Orders and stock still know it.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public Money Price => new(PriceMinor, Currency);

    public Money? CompareAtPrice => CompareAtMinor is { } minor ? new(minor, Currency) : null;

    public Money? Cost => CostMinor is { } minor ? new(minor, Currency) : null;

    public DimensionsMm? Dimensions
    {
        get => WidthMm is { } width && HeightMm is { } height && DepthMm is { } depth ? new(width, height, depth) : null;
        set => (WidthMm, HeightMm, DepthMm) = (value?.Width, value?.Height, value?.Depth);
    }
}
