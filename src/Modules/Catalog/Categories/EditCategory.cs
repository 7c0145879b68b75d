using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Categories;

/// <summary>Changes what is named of a category and leaves the rest; null clears, and a null parent makes it a root.</summary>
internal static class EditCategory
{
    internal sealed record Request : CategoryInput;

    internal static async Task<IResult> Handle(CategoryId id, Body<Request> body, HttpContext http, Database db, CancellationToken cancel)
    {
        var edited = await db.Write<Category>("catalog.edit_category", tx => Edit(tx, id, body, http), cancel);
        return edited.Then(category => (Record: CategoryRecord.Of(category), category.Version)).Try(out var it, out var refusal)
            ? ((Outcome<CategoryRecord>)it.Record).OkTagged(http, _ => Etags.Of(it.Version))
            : refusal.ToResult();
    }

    private static async Task<Outcome<Category>> Edit(Tx tx, CategoryId id, Body<Request> body, HttpContext http)
    {
        var all = await CategoryRecord.Open(tx);
        if (all.Find(it => it.Id == id) is not { } category)
        {
            return CatalogErrors.CategoryNotFound.Refuse();
        }

        var input = body.Value;
        var parent = body.Has("parentId") ? input.ParentId : category.ParentId;
        if ((Etags.Check(http, category.Version) ?? CategoryRecord.Check(all, id, parent, input.Slug ?? category.Slug)) is { } refusal)
        {
            return refusal;
        }

        var (name, before) = (input.Name?.Trim() ?? category.Name, category.ParentId);
        var found = (name, parent) != (category.Name, before);
        category.ParentId = parent;
        category.Name = name;
        category.Slug = input.Slug ?? category.Slug;
        category.Description = body.Has("description") ? input.Description : category.Description;
        category.ImageUrl = body.Has("imageUrl") ? input.ImageUrl : category.ImageUrl;
        category.Position = input.Position ?? category.Position;
        category.Version++;
        category.UpdatedAt = tx.Now;
        await CategoryRecord.Finish(tx);
        await (found ? Reword(tx, id) : Task.CompletedTask);
        return category;
    }

    // Products are found by the names of their category and those above it.
    private static Task<int> Reword(Tx tx, CategoryId id) => tx.Execute(
        $"""
        with recursive below as (
          select {id.Value} as id union all select c.id from catalog.categories c join below b on c.parent_id = b.id)
        select catalog.refresh_products(array(select p.id from catalog.products p join below b on p.category_id = b.id))
        """);
}
