using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Catalog.Categories;

/// <summary>Lists all categories as they are edited.</summary>
internal static class ListAdminCategories
{
    internal static async Task<IResult> Handle(Database db, CancellationToken cancel)
    {
        await using var context = db.Context<CatalogDb>();
        var all = await context.Categories.AsNoTracking().OrderBy(it => it.Position).ThenBy(it => it.Name).ToListAsync(cancel);
        return Results.Json(all.Select(CategoryRecord.Of), ApiJson.Options);
    }
}
