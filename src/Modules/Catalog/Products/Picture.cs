using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Products;

/// <summary>A picture of a product, or of those of its variants that have these options.</summary>
internal sealed class Picture
{
    public required Id<Picture> Id { get; init; }

    public required ProductId ProductId { get; init; }

    public required string Url { get; set; }

    public required string Alt { get; set; }

    public IReadOnlyDictionary<string, string>? Options { get; set; }

    public required int Position { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>What is shown of a product without pictures.</summary>
    public static string Placeholder(ProductId product) => $"/media/placeholder/{product}.svg";
}
