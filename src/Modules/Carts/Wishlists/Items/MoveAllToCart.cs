using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists.Items;

/// <summary>Everything on a list that can go into the cart goes there, one unit each; the rest stays, with the reason.</summary>
internal static class MoveAllToCart
{
    /// <summary>What stayed on the list, and the code of the refusal that adding it met.</summary>
    internal sealed record Left(WishlistItemId ItemId, string Code);

    internal sealed record Result(CartView Cart, int Moved, IReadOnlyList<Left> Left);

    private sealed record Wish(WishlistItem Item, VariantInfo Variant, int Available);

    private sealed record Stored(int Moved, List<Left> Left);

    internal static async Task<IResult> Handle(
        WishlistId id, Body<MoveToCart.Request> body, Caller caller, Database db, CartReader carts, WishlistReader reader, ICatalog catalog,
        IInventory inventory, CancellationToken cancel)
    {
        var (user, cart) = (caller.UserId!.Value, body.Value.CartId!.Value);
        if (!(await reader.Find(id, user, cancel)).Try(out _, out var strange))
        {
            return strange.ToResult();
        }

        var items = await db.ItemsOf(id, 0, Wishlist.MaxItems, cancel);
        var ids = items.Select(item => item.VariantId).ToArray();
        var (variants, available) = (await catalog.Variants(ids, cancel), await inventory.Available(ids, cancel));
        Wish[] wishes = [.. items.Select(item => new Wish(item, variants[item.VariantId], available[item.VariantId]))];
        var moved = await db.Write("wishlists.move_all_to_cart", tx => Move(tx, id, wishes, cart, user), cancel);
        Outcome<Result> shown = moved.Try(out var done, out var refusal)
            ? new Result(await carts.ShowAfter(db, cart, caller, cancel), done.Moved, done.Left)
            : refusal;
        return shown.Ok();
    }

    // What another tab moved meanwhile is no longer on the list, so it is not added twice.
    private static async Task<Outcome<Stored>> Move(Tx tx, WishlistId list, Wish[] wishes, CartId id, UserId user)
    {
        if (!(await tx.LockCart(id, user)).Try(out var cart, out var strange))
        {
            return strange;
        }

        if (!await tx.LockWishlist(list, user))
        {
            return WishlistRefusals.NotFound.Refuse();
        }

        var there = (await tx.Query(
            $"select id from carts.wishlist_items where wishlist_id = {list}", row => row.Id<WishlistItemKind>(0))).ToHashSet();
        var (moved, left) = (new List<WishlistItemId>(), new List<Left>());
        foreach (var wish in wishes.Where(wish => there.Contains(wish.Item.Id)))
        {
            if (tx.PutOne(cart, wish.Variant, wish.Available).Try(out var with, out var refusal))
            {
                cart = with;
                moved.Add(wish.Item.Id);
            }
            else
            {
                left.Add(new(wish.Item.Id, refusal.Error.Code));
            }
        }

        tx.Queue($"delete from carts.wishlist_items where wishlist_id = {list} and id = any ({moved.Guids()})");
        return new Stored(moved.Count, left);
    }
}
