using Tradepost.Catalog.Products;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Import;

/// <summary>A product's row, as the database reads it from JSON.</summary>
internal sealed record ProductRow(
    ProductId Id, string Name, string Slug, string? Description, string Brand, Id<Brand>? BrandId, CategoryId? CategoryId,
    string CategoryWords,
    IReadOnlyList<string> Tags, IReadOnlyList<string> Highlights, IReadOnlyList<ProductSpec> Attributes,
    IReadOnlyList<ProductOption> Options,
    string Source, string ExternalId, string Hash, long Price, long? CompareAt, bool InStock, int VariantCount, string Skus,
    DateTimeOffset? ReleasedAt)
{
    public static ProductRow Of(ProductDraft draft)
    {
        var given = draft.Given;
        var cheapest = given.Variants.MinBy(variant => variant.Price)!;
        return new(
            draft.Id, given.Name.Trim(), draft.Slug, given.Description, draft.Brand, draft.BrandId, draft.CategoryId, draft.CategoryWords,
            given.Tags,
            given.Highlights, given.Attributes, given.Options, draft.Incoming.Source, given.ExternalId, draft.Hash, cheapest.Price.Minor,
            cheapest.CompareAtPrice?.Minor, given.Variants.Any(variant => variant.Stock > 0), given.Variants.Count,
            string.Join(" / ", given.Variants.Select(variant => variant.Sku)), given.ReleasedAt);
    }
}

/// <summary>A variant's row.</summary>
internal sealed record VariantRow(
    VariantId Id, ProductId ProductId, string Sku, string? Gtin, IReadOnlyDictionary<string, string> Options, long Price, long? CompareAt,
    int? Weight,
    int? Width, int? Height, int? Depth, bool InStock, int Position)
{
    public static IEnumerable<VariantRow> Of(ProductDraft draft) => draft.Variants.Select((variant, position) =>
    {
        var given = variant.Given;
        var size = given.DimensionsMm;
        return new VariantRow(
            variant.Id, draft.Id, given.Sku, given.Gtin, given.Options, given.Price.Minor, given.CompareAtPrice?.Minor, given.WeightGrams,
            size?.Width,
            size?.Height, size?.Depth, given.Stock > 0, position);
    });
}

/// <summary>A picture's row.</summary>
internal sealed record ImageRow(
    Id<Picture> Id, ProductId ProductId, string Url, string Alt, IReadOnlyDictionary<string, string>? Options, int Position)
{
    public static IEnumerable<ImageRow> Of(ProductDraft draft) => draft.Given.Images.Select((image, position) =>
        new ImageRow(Id<Picture>.New(), draft.Id, image.Url, image.Alt, image.Options, position));
}
