using Tradepost.Catalog.Categories;
using Tradepost.Catalog.Products;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Data;

namespace Tradepost.Catalog.Import;

/// <summary>
/// The categories imports put products in: named by slug, by a path of names, or by the rule table. Made when they are first used.
/// </summary>
internal sealed class ImportedCategories(Database db, CategoryShelf shelf)
{
    /// <summary>Creates or updates categories by slug, parents before children.</summary>
    public Task Upsert(IReadOnlyList<ImportCategory> categories, CancellationToken cancel) => db.Write(
        "catalog.import_categories",
        async tx =>
        {
            await Lock(tx);
            foreach (var category in categories)
            {
                var changed = await tx.Execute(
                    $"""
                    insert into catalog.categories as c (id, parent_id, name, slug, description, image_url, position, created_at,
                      updated_at)
                    values ({CategoryId.New()}, (select id from catalog.categories where slug = {category.ParentSlug}::text),
                      {category.Name},
                      {category.Slug}, {category.Description}::text, {category.ImageUrl}::text, {category.Position}, {tx.Now}, {tx.Now})
                    on conflict (slug) do update set
                      parent_id = excluded.parent_id, name = excluded.name, description = excluded.description,
                        image_url = excluded.image_url,
                      position = excluded.position, version = c.version + 1, updated_at = excluded.updated_at
                    where (c.parent_id, c.name, c.description, c.image_url, c.position)
                      is distinct from (excluded.parent_id, excluded.name, excluded.description, excluded.image_url, excluded.position)
                    """);
                Changed(tx, changed > 0);
            }
        },
        cancel);

    /// <summary>The category each product goes into. Those that name a category nobody knows are missing.</summary>
    public async Task<IReadOnlyDictionary<Incoming, CategoryId>> Find(IReadOnlyList<Incoming> products, CancellationToken cancel)
    {
        var tree = await shelf.Tree(cancel);
        var missing = Missing(products, tree);
        if (missing.Count > 0)
        {
            await Make(missing, cancel);
            tree = await shelf.Tree(cancel);
        }

        var homes = new Dictionary<Incoming, CategoryId>(products.Count);
        foreach (var product in products)
        {
            if (Steps(product) is [.., var last] && tree.Find(last.Slug) is { } category)
            {
                homes[product] = category.Id;
            }
        }

        return homes;
    }

    private static List<ImportCategory> Missing(IReadOnlyList<Incoming> products, CategoryTree tree) =>
        [.. products.SelectMany(Steps).Where(step => step.Name.Length > 0).DistinctBy(step => step.Slug)
            .Where(step => tree.Find(step.Slug) is null)];

    // From the root down. A slug that neither the tree nor the rules know is a step without a name: it can be found, but not made.
    private static IReadOnlyList<ImportCategory> Steps(Incoming product) =>
        product.CategoryPath.Count > 0 ? FromPath(product.CategoryPath)
        : product.Product.CategorySlug is { } slug ? CategoryRules.Path(slug) ?? [new(slug, "", null, null, null, 0)]
        : [];

    // "Cases" below "Phones" and "Cases" below "Laptops" are two: a child's slug holds its parents'.
    private static ImportCategory[] FromPath(IReadOnlyList<string> names)
    {
        var steps = new ImportCategory[names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            var parent = i == 0 ? null : steps[i - 1].Slug;
            steps[i] = new(Slug.Of(parent is null ? names[i] : $"{parent} {names[i]}"), names[i], parent, null, null, 0);
        }

        return steps;
    }

    private Task Make(IReadOnlyList<ImportCategory> steps, CancellationToken cancel) => db.Write(
        "catalog.import_categories",
        async tx =>
        {
            await Lock(tx);
            foreach (var step in steps)
            {
                var made = await tx.Execute(
                    $"""
                    insert into catalog.categories (id, parent_id, name, slug, position, created_at, updated_at)
                    values ({CategoryId.New()}, (select id from catalog.categories where slug = {step.ParentSlug}::text), {step.Name},
                      {step.Slug},
                      {step.Position}, {tx.Now}, {tx.Now})
                    on conflict (slug) do nothing
                    """);
                Changed(tx, made > 0);
            }
        },
        cancel);

    private static Task<int> Lock(Tx tx) => tx.Execute($"lock table catalog.categories in share row exclusive mode");

    private static void Changed(Tx tx, bool really)
    {
        if (really)
        {
            tx.Touch(CatalogTags.Categories, CatalogTags.Lists);
        }
    }
}
