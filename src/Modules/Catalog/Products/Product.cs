using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Products;

/// <summary>
/// Something the shop sells. What is bought is one of its variants; there is always at least one. Prices and stock of the product itself
/// are those of its variants, kept by catalog.refresh_products.
/// </summary>
internal sealed class Product
{
    public const string Active = "active";
    public const string Draft = "draft";

    public required ProductId Id { get; init; }

    public required string Name { get; set; }

    public required string Slug { get; set; }

    public string? Description { get; set; }

    public Id<Brand>? BrandId { get; set; }

    public CategoryId? CategoryId { get; set; }

    public string[] Tags { get; set; } = [];

    public string[] Highlights { get; set; } = [];

    public IReadOnlyList<ProductSpec> Attributes { get; set; } = [];

    public IReadOnlyList<ProductOption> Options { get; set; } = [];

    public required string State { get; set; }

    /// <summary>The code of a tax class. One that pricing does not know is taxed as the standard one.</summary>
    public string TaxClass { get; set; } = Contracts.Pricing.TaxClasses.Standard;

    public string? Source { get; init; }

    public string? ExternalId { get; init; }

    public long PriceMinor { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>Counts edits: the record's ETag.</summary>
    public int Version { get; private set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public List<Variant> Variants { get; } = [];

    public List<Picture> Images { get; } = [];

    /// <summary>The variants on sale, in order.</summary>
    public IEnumerable<Variant> LiveVariants => Variants.Where(variant => variant.DeletedAt is null).OrderBy(variant => variant.Position);

    /// <summary>Notes that something was edited.</summary>
    public void Edited(DateTimeOffset now)
    {
        UpdatedAt = now;
        Version++;
    }

    /// <summary>Takes it off the shelf, its records stay.</summary>
    public void Delete(DateTimeOffset now)
    {
        DeletedAt = now;
        Edited(now);
    }

    /// <summary>Puts it back.</summary>
    public void Restore(DateTimeOffset now)
    {
        DeletedAt = null;
        Edited(now);
    }
}
