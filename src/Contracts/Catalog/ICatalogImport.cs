using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Catalog;

/// <summary>Takes many products in at once. Running it again with the same input changes nothing.</summary>
public interface ICatalogImport
{
    /// <summary>Creates or updates categories by slug, parents before children.</summary>
    Task Categories(IReadOnlyList<ImportCategory> categories, CancellationToken cancel);

    /// <summary>
    /// Creates or updates products by <see cref="ImportProduct.ExternalId"/> in batches, each in one transaction, and sets the stock of
    /// new variants.
    /// </summary>
    /// <param name="source">Where they come from; ids are unique within it.</param>
    /// <param name="products">Read as they are taken in.</param>
    /// <param name="progress">Told the number taken in so far.</param>
    /// <param name="cancel">Stops between batches; what was taken in stays.</param>
    Task<ImportReport> Products(string source, IAsyncEnumerable<ImportProduct> products, IProgress<long>? progress,
        CancellationToken cancel);
}

/// <summary>A category to take in.</summary>
public sealed record ImportCategory(string Slug, string Name, string? ParentSlug, string? Description, string? ImageUrl, int Position);

/// <summary>A product to take in.</summary>
public sealed record ImportProduct
{
    /// <summary>Its id where it comes from.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Wanted address; made from the name when null, and made unique.</summary>
    public string? Slug { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Plain text.</summary>
    public string? Description { get; init; }

    /// <summary>Brand name.</summary>
    public string? Brand { get; init; }

    /// <summary>Slug of its category.</summary>
    public string? CategorySlug { get; init; }

    /// <summary>Tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Short selling points.</summary>
    public IReadOnlyList<string> Highlights { get; init; } = [];

    /// <summary>Specification.</summary>
    public IReadOnlyList<ProductSpec> Attributes { get; init; } = [];

    /// <summary>Options in order.</summary>
    public IReadOnlyList<ProductOption> Options { get; init; } = [];

    /// <summary>At least one.</summary>
    public required IReadOnlyList<ImportVariant> Variants { get; init; }

    /// <summary>Pictures; none: a placeholder is drawn.</summary>
    public IReadOnlyList<ProductImage> Images { get; init; } = [];

    /// <summary>When it came out, for "newest".</summary>
    public DateTimeOffset? ReleasedAt { get; init; }
}

/// <summary>A variant to take in.</summary>
public sealed record ImportVariant(
    string Sku, IReadOnlyDictionary<string, string> Options, Money Price, Money? CompareAtPrice, int Stock, string? Gtin, int? WeightGrams,
    DimensionsMm? DimensionsMm);

/// <summary>What an import did.</summary>
/// <param name="Created">Products that were not there.</param>
/// <param name="Updated">Products that changed.</param>
/// <param name="Unchanged">Products that were there just so.</param>
public sealed record ImportReport(long Created, long Updated, long Unchanged)
{
    /// <summary>Products left out, and why. The others of their batch were taken in.</summary>
    public IReadOnlyList<RefusedProduct> Refused { get; init; } = [];
}

/// <summary>A product an import left out.</summary>
/// <param name="ExternalId">Its id where it comes from.</param>
/// <param name="Reason">What is wrong with it, in words.</param>
public sealed record RefusedProduct(string ExternalId, string Reason);
