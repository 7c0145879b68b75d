using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Catalog;

/// <summary>The catalogue's public pages as data: what the API answers, and what the storefront's HTML is written from.</summary>
public interface ICatalogPages
{
    /// <summary>One product by id or slug; an old slug answers with the address it moved to.</summary>
    Task<Found<ProductPage>> Product(string idOrSlug, CancellationToken cancel);

    /// <summary>
    /// The same with its prices in another currency the shop sells in. Variants without a price in it are left out; a product without
    /// any is answered in the shop's own currency, nothing of it available.
    /// </summary>
    Task<Found<ProductPage>> Product(string idOrSlug, Currency currency, CancellationToken cancel);

    /// <summary>One page of the listing.</summary>
    Task<ProductList> Products(ProductListQuery query, CancellationToken cancel);

    /// <summary>The category tree.</summary>
    Task<IReadOnlyList<CategoryNode>> Categories(CancellationToken cancel);

    /// <summary>One category by id or slug; null when there is none.</summary>
    Task<CategoryNode?> Category(string idOrSlug, CancellationToken cancel);

    /// <summary>Slugs of all active products in order of id, after the given one, for the sitemap.</summary>
    Task<IReadOnlyList<(ProductId Id, string Slug, DateTimeOffset UpdatedAt)>> Slugs(ProductId? after, int limit, CancellationToken cancel);
}

/// <summary>Something looked up by address: there, moved, or not there.</summary>
/// <param name="Value">What is there.</param>
/// <param name="MovedTo">The slug it has now.</param>
public sealed record Found<T>(T? Value, string? MovedTo)
    where T : class;

/// <summary>What a listing is narrowed and ordered by.</summary>
public sealed record ProductListQuery
{
    /// <summary>Words to search for.</summary>
    public string? Q { get; init; }

    /// <summary>Slug or id of a category; its descendants count.</summary>
    public string? Category { get; init; }

    /// <summary>Any of these brands.</summary>
    public IReadOnlyList<string> Brands { get; init; } = [];

    /// <summary>Any of these tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Lowest price, minor units.</summary>
    public long? MinPriceMinor { get; init; }

    /// <summary>Highest price, minor units.</summary>
    public long? MaxPriceMinor { get; init; }

    /// <summary>Lowest average rating.</summary>
    public decimal? MinRating { get; init; }

    /// <summary>True: only what can be bought now. False: only what is out.</summary>
    public bool? InStock { get; init; }

    /// <summary>relevance, price, -price, popularity, rating, newest.</summary>
    public string Sort { get; init; } = "relevance";

    /// <summary>Another currency than the shop's own; null: the shop's own. Only what is sold in it is listed.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Which page.</summary>
    public PageQuery Page { get; init; } = new(1, 24);
}

/// <summary>A product in a list.</summary>
public sealed record ProductListItem(
    ProductId Id, string? ExternalId, string Slug, string Name, string? Brand, Money Price, Money? CompareAtPrice, string ImageUrl,
        string ImageAlt,
    decimal? Rating, int ReviewCount, string Status, int Available, IReadOnlyList<string> Tags, int VariantCount,
        VariantId? DefaultVariantId);

/// <summary>A page of products, and how the rest divides.</summary>
public sealed record ProductList(IReadOnlyList<ProductListItem> Items, int Page, int PageSize, long Total, Facets Facets)
    : Paged<ProductListItem>(Items, Page, PageSize, Total);

/// <summary>Counts a shopper narrows by. Each facet ignores its own filter and respects the others.</summary>
public sealed record Facets(
    IReadOnlyList<FacetValue> Brands, IReadOnlyList<FacetValue> Categories, IReadOnlyList<FacetValue> Tags, PriceRange? Price,
        Availability Availability);

/// <summary>A value to narrow by.</summary>
/// <param name="Value">What to send.</param>
/// <param name="Label">What to show.</param>
/// <param name="Count">Products that have it.</param>
public sealed record FacetValue(string Value, string Label, int Count);

/// <summary>Lowest and highest price.</summary>
public sealed record PriceRange(Money Min, Money Max);

/// <summary>How many can be bought now, and how many not.</summary>
public sealed record Availability(int InStock, int OutOfStock);

/// <summary>A category and those under it.</summary>
public sealed record CategoryNode(
    CategoryId Id, string Slug, string Name, string? Description, string? ImageUrl, IReadOnlyList<CategoryNode> Children, int ProductCount,
    IReadOnlyList<CategoryRef> Path);

/// <summary>A category in a breadcrumb.</summary>
public sealed record CategoryRef(CategoryId Id, string Slug, string Name);

/// <summary>A product's own page.</summary>
public sealed record ProductPage(
    ProductId Id, string? ExternalId, string Slug, string Name, string? Description, string? Brand, ProductCategory? Category,
        IReadOnlyList<string> Tags,
    IReadOnlyList<ProductImage> Images, Money Price, Money? CompareAtPrice, string Status, int Available,
        IReadOnlyList<ProductOption> Options,
    IReadOnlyList<ProductVariant> Variants, IReadOnlyList<ProductSpec> Attributes, IReadOnlyList<string> Highlights, decimal? Rating,
        int ReviewCount,
    IReadOnlyList<ProductListItem> Related, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>The category a product is in, with its ancestors from the root.</summary>
public sealed record ProductCategory(CategoryId Id, string Slug, string Name, IReadOnlyList<CategoryRef> Path);

/// <summary>A picture.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Alt">What it shows, for those who don't see it.</param>
/// <param name="Options">Options of the variants it shows; null when it shows all.</param>
public sealed record ProductImage(string Url, string Alt, IReadOnlyDictionary<string, string>? Options);

/// <summary>Something a shopper chooses.</summary>
public sealed record ProductOption(string Name, IReadOnlyList<string> Values);

/// <summary>A variant on the product's page.</summary>
public sealed record ProductVariant(
    VariantId Id, string Sku, string? Gtin, IReadOnlyDictionary<string, string> Options, Money Price, Money? CompareAtPrice, int Available,
    string? ImageUrl, int? WeightGrams, DimensionsMm? DimensionsMm);

/// <summary>A size in millimetres.</summary>
public sealed record DimensionsMm(int Width, int Height, int Depth);

/// <summary>One line of the specification.</summary>
public sealed record ProductSpec(string Name, string Value);
