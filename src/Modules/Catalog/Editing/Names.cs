using Tradepost.Catalog.Products;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Editing;

/// <summary>Renames a product. Its address follows the name, and the old address leads to the new one.</summary>
internal static class Names
{
    public static async Task<Refusal?> Change(Tx tx, Product product, Body<EditProduct.Request> body)
    {
        var name = body.Value.Name?.Trim() ?? product.Name;
        if (name != product.Name)
        {
            if (await Registry.Name(tx, name, product.Id) is { } taken)
            {
                return taken;
            }

            tx.Queue($"select catalog.learn_words({name})");
        }

        var before = Slug.Of(product.Name);
        product.Name = name;
        var wanted = body.Value.Slug ?? (Slug.Of(name) == before ? product.Slug : Slug.Of(name));
        if (wanted != product.Slug)
        {
            await Move(tx, product, wanted);
        }

        return null;
    }

    private static async Task Move(Tx tx, Product product, string wanted)
    {
        var slug = await Registry.FreeSlug(tx, wanted, product.Id);
        tx.Queue($"delete from catalog.old_slugs where slug = {slug}");
        tx.Queue(
            $"""
            insert into catalog.old_slugs (slug, product_id, created_at) values ({product.Slug}, {product.Id}, {tx.Now})
            on conflict (slug) do nothing
            """);
        product.Slug = slug;
    }
}
