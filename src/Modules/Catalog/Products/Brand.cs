using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Products;

/// <summary>Who makes a product. Brands come into being by being named; their names differ in more than case.</summary>
internal static class Brands
{
    /// <summary>The ids of these brands by name, made where there were none.</summary>
    public static async Task<IReadOnlyDictionary<string, Id<Brand>>> Ensure(Tx tx, IEnumerable<string> names)
    {
        var wanted = names.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToArray();
        var ids = wanted.Select(_ => Id<Brand>.New().Value).ToArray();
        await tx.Execute(
            $"""
            insert into catalog.brands (id, name, created_at, updated_at)
            select id, name, {tx.Now}, {tx.Now} from unnest({ids}, {wanted}) as wanted (id, name)
            on conflict (lower(name)) do nothing
            """);
        var found = await tx.Query(
            $"select w.name, b.id from unnest({wanted}) as w (name) join catalog.brands b on lower(b.name) = lower(w.name)",
            row => (Name: row.GetString(0), Id: row.Id<Brand>(1)));
        return found.ToDictionary(brand => brand.Name, brand => brand.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The id of a brand, made when there is none.</summary>
    public static async Task<Id<Brand>> Ensure(Tx tx, string name) => (await Ensure(tx, [name]))[name];
}

/// <summary>Marks ids of brands.</summary>
internal abstract class Brand;
