using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Categories;

/// <summary>Removes an empty category. Deleted products that were in it lose it.</summary>
internal static class DeleteCategory
{
    internal static async Task<IResult> Handle(CategoryId id, HttpContext http, Database db, CancellationToken cancel) =>
        (await db.Write<Done>("catalog.delete_category", tx => Delete(tx, id, http), cancel)).NoContent();

    private static async Task<Outcome<Done>> Delete(Tx tx, CategoryId id, HttpContext http)
    {
        var all = await CategoryRecord.Open(tx);
        if (all.Find(it => it.Id == id) is not { } category)
        {
            return CatalogErrors.CategoryNotFound.Refuse();
        }

        if (Etags.Check(http, category.Version) is { } stale)
        {
            return stale;
        }

        var used = await tx.Row(
            $"select exists (select from catalog.products where category_id = {id} and deleted_at is null)", row => row.GetBoolean(0));
        if (used || all.Exists(other => other.ParentId == id))
        {
            return CatalogErrors.CategoryInUse.Refuse();
        }

        tx.Use<CatalogDb>().Categories.Remove(category);
        await CategoryRecord.Finish(tx);
        return Done.Value;
    }
}
