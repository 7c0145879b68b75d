using Microsoft.Extensions.Options;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Data;
using Tradepost.Platform.Messaging;

namespace Tradepost.Carts.Wishlists.News;

/// <summary>
/// A product changed: whoever wished for it may have to be told. Only noted here, in one row however many lists it is on;
/// <see cref="CheckWishes"/> looks through them.
/// </summary>
internal sealed class OnProductChanged(IOptions<WishlistOptions> options) : IReaction<ProductChanged>
{
    public Task Handle(ProductChanged happened, Tx tx)
    {
        if (happened.Change == "created")
        {
            return Task.CompletedTask; // nobody can have wished for it yet
        }

        tx.Queue(
            $"""
            insert into carts.wishlist_checks as c (id, product_id, due_at, created_at)
            select {Guid.CreateVersion7()}, {happened.ProductId}, {tx.Now + options.Value.Settle}, {tx.Now}
            where exists (select from carts.wishlist_items where product_id = {happened.ProductId})
            on conflict (product_id, variant_id) do update set last_item = null, due_at = excluded.due_at
            """);
        return Task.CompletedTask;
    }
}

/// <summary>Variants can be bought again: noted for those that stand on a list.</summary>
internal sealed class OnBackInStock(IOptions<WishlistOptions> options) : IReaction<BackInStock>
{
    public Task Handle(BackInStock happened, Tx tx)
    {
        var variants = happened.Variants.OrderBy(variant => variant.VariantId).ToArray();
        tx.Queue(
            $"""
            insert into carts.wishlist_checks as c (id, product_id, variant_id, came_back_at, due_at, created_at)
            select gen_random_uuid(), back.product, back.variant, {happened.At}, {tx.Now + options.Value.Settle}, {tx.Now}
            from unnest(
              {variants.Select(variant => variant.ProductId.Value).ToArray()},
              {variants.Select(variant => variant.VariantId.Value).ToArray()}) as back (product, variant)
            where exists (select from carts.wishlist_items i where i.variant_id = back.variant)
            on conflict (product_id, variant_id) do update
              set last_item = null, due_at = excluded.due_at, came_back_at = greatest(c.came_back_at, excluded.came_back_at)
            """);
        return Task.CompletedTask;
    }
}
