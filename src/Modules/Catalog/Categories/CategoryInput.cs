using Tradepost.Catalog.Products;
using Tradepost.Platform.Http;

namespace Tradepost.Catalog.Categories;

/// <summary>A category as staff write it.</summary>
internal abstract record CategoryInput : IChecked
{
    public string? Name { get; init; }

    public string? Slug { get; init; }

    public CategoryId? ParentId { get; init; }

    public int? Position { get; init; }

    public string? Description { get; init; }

    public string? ImageUrl { get; init; }

    public virtual void Check(Faults faults)
    {
        faults.OptionalText("name", Name, 100);
        faults.Unless(Name is null || Name.Trim().Length > 0, "name", "must not be empty");
        faults.Unless(Slug is null || Products.Slug.IsWellFormed(Slug), "slug", "must be lower-case words joined by hyphens");
        faults.Unless(Position is null or (>= 0 and <= 100_000), "position", "must be between 0 and 100000");
        faults.OptionalText("description", Description, 2000);
        faults.OptionalText("imageUrl", ImageUrl, 500);
        var local = string.IsNullOrEmpty(ImageUrl) || (ImageUrl.StartsWith('/') && !ImageUrl.StartsWith("//", StringComparison.Ordinal));
        faults.Unless(local, "imageUrl", "must be a path of this shop");
    }
}
