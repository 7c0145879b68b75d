namespace Tradepost.Catalog.Categories;

/// <summary>A place in the tree that products are found under.</summary>
internal sealed class Category
{
    public required CategoryId Id { get; init; }

    public CategoryId? ParentId { get; set; }

    public required string Name { get; set; }

    public required string Slug { get; set; }

    public string? Description { get; set; }

    public string? ImageUrl { get; set; }

    /// <summary>Among its siblings; equal positions go by name.</summary>
    public int Position { get; set; }

    /// <summary>Counts edits: the record's ETag.</summary>
    public int Version { get; set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }
}
