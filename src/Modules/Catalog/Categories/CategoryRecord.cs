using Microsoft.EntityFrameworkCore;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Categories;

/// <summary>A category as staff see it, and what all changes of categories have in common.</summary>
internal sealed record CategoryRecord(CategoryId Id, string Name, string Slug, CategoryId? ParentId, int Position, string? Description,
    string? ImageUrl)
{
    public static CategoryRecord Of(Category it) => new(it.Id, it.Name, it.Slug, it.ParentId, it.Position, it.Description, it.ImageUrl);

    /// <summary>The tree is changed by one transaction at a time: only so can none of them close a loop with another.</summary>
    public static async Task<List<Category>> Open(Tx tx)
    {
        await tx.Execute($"lock table catalog.categories in share row exclusive mode");
        return await tx.Use<CatalogDb>().Categories.ToListAsync(tx.Cancel);
    }

    /// <summary>A refusal when the parent is not there, or the slug is another category's.</summary>
    public static Refusal? Check(List<Category> all, CategoryId id, CategoryId? parent, string slug) =>
        parent is not null && all.TrueForAll(other => other.Id != parent) ? PlatformErrors.Invalid.On("parentId", "is not a category")
        : all.Exists(other => other.Slug == slug && other.Id != id) ? CatalogErrors.SlugTaken.Refuse()
        : Below(all, id, parent) ? CatalogErrors.CategoryLoop.Refuse()
        : null;

    /// <summary>After a change: words products are found by, and word to everybody.</summary>
    public static async Task Finish(Tx tx)
    {
        await tx.Flush();
        tx.Touch(CatalogTags.Categories, CatalogTags.Lists);
    }

    // Whether the category is the new parent itself or stands above it.
    private static bool Below(List<Category> all, CategoryId id, CategoryId? parent)
    {
        for (var at = parent; at is { } above; at = all.Find(other => other.Id == above)?.ParentId)
        {
            if (above == id)
            {
                return true;
            }
        }

        return false;
    }
}
