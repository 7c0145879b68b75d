using Microsoft.AspNetCore.Http;
using Tradepost.Catalog.Products;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Categories;

/// <summary>Makes a category. Without a slug it gets one from its name.</summary>
internal static class CreateCategory
{
    internal sealed record Request : CategoryInput
    {
        public override void Check(Faults faults)
        {
            faults.Required("name", Name);
            base.Check(faults);
        }
    }

    internal static async Task<IResult> Handle(Body<Request> body, HttpContext http, Database db, CancellationToken cancel)
    {
        var made = await db.Write<Category>("catalog.create_category", tx => Create(tx, body.Value), cancel);
        http.Response.Headers.ETag = made.Succeeded ? Etags.Of(made.Value.Version) : default;
        return made.Then(CategoryRecord.Of).Created(category => $"/api/v1/categories/{category.Id}");
    }

    private static async Task<Outcome<Category>> Create(Tx tx, CategoryInput input)
    {
        var all = await CategoryRecord.Open(tx);
        var category = new Category
        {
            Id = CategoryId.New(),
            ParentId = input.ParentId,
            Name = input.Name!.Trim(),
            Slug = input.Slug ?? Free(all, Slug.Of(input.Name)),
            Description = input.Description,
            ImageUrl = input.ImageUrl,
            Position = input.Position ?? all.Where(other => other.ParentId == input.ParentId).Select(other => other.Position + 1)
                .DefaultIfEmpty(0).Max(),
            CreatedAt = tx.Now,
            UpdatedAt = tx.Now,
        };
        if (CategoryRecord.Check(all, category.Id, category.ParentId, category.Slug) is { } refusal)
        {
            return refusal;
        }

        tx.Use<CatalogDb>().Categories.Add(category);
        await CategoryRecord.Finish(tx);
        return category;
    }

    // Two categories may share a name, under different parents; their addresses are counted apart.
    private static string Free(List<Category> all, string wanted) =>
        Enumerable.Range(1, all.Count + 1).Select(n => n == 1 ? wanted : $"{wanted}-{n}")
            .First(slug => all.TrueForAll(other => other.Slug != slug));
}
