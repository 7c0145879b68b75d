using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists.Items;

/// <summary>An item put on a list. <paramref name="IsNew"/>: it was not there before.</summary>
internal sealed record Placed(WishlistItem Item, bool IsNew);

/// <summary>Putting things on lists and taking them off, each in the caller's transaction.</summary>
internal static class ItemRows
{
    /// <summary>
    /// Puts a variant on a list of the customer's. Whatever is there already is answered as it is; with <paramref name="anyOfProduct"/>
    /// another variant of the same product counts as there. The list is locked, so the bound holds for two tabs as well.
    /// </summary>
    public static async Task<Outcome<Placed>> PutItem(
        this Tx tx, WishlistId list, UserId user, VariantInfo variant, int available, bool anyOfProduct = false)
    {
        if (!await tx.LockWishlist(list, user))
        {
            return WishlistRefusals.NotFound.Refuse();
        }

        if (await Present(tx, list, variant, anyOfProduct) is { } there)
        {
            return new Placed(there, IsNew: false);
        }

        var put = await tx.Row(
            $"""
            insert into carts.wishlist_items as i (id, wishlist_id, product_id, variant_id, added_minor, watched_minor, currency,
              was_in_stock, created_at, updated_at)
            select {WishlistItemId.New()}, {list}, {variant.ProductId}, {variant.Id}, {variant.Price.Minor}, {variant.Price.Minor},
              {variant.Price.Currency}, {available > 0}, {tx.Now}, {tx.Now}
            where (select count(*) from carts.wishlist_items where wishlist_id = {list}) < {Wishlist.MaxItems}
            returning {WishlistItem.Columns}
            """,
            WishlistItem.Read);
        return put is null ? WishlistRefusals.Full.With("limit", Wishlist.MaxItems) : new Placed(put, IsNew: true);
    }

    /// <summary>Takes an item off a list of the customer's, or refuses.</summary>
    public static async Task<Outcome<Done>> TakeItem(this Tx tx, WishlistId list, WishlistItemId item, UserId user) =>
        !await tx.LockWishlist(list, user) ? WishlistRefusals.NotFound.Refuse()
        : await tx.Execute($"delete from carts.wishlist_items where id = {item} and wishlist_id = {list}") == 0
            ? WishlistRefusals.ItemNotFound.Refuse()
        : Done.Value;

    private static Task<WishlistItem?> Present(Tx tx, WishlistId list, VariantInfo variant, bool anyOfProduct) => tx.Row(
        $"""
        select {WishlistItem.Columns} from carts.wishlist_items i
        where i.wishlist_id = {list} and (i.variant_id = {variant.Id} or ({anyOfProduct} and i.product_id = {variant.ProductId}))
        order by i.variant_id <> {variant.Id}, i.id limit 1
        """,
        WishlistItem.Read);
}
