using Microsoft.AspNetCore.Http;
using Tradepost.Carts.Lines;
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

    private sealed record Stored(Cart Cart, int Moved, List<Left> Left);

    internal static async Task<IResult> Handle(
        WishlistId id, Body<MoveToCart.Request> body, Caller caller, Database db, CartReader carts, WishlistReader reader, ICatalog catalog,
        IInventory inventory, CancellationToken cancel)
    {
        if (!(await reader.Find(id, caller.UserId!.Value, cancel)).Try(out _, out var strange))
        {
            return strange.ToResult();
        }

        var moved = await carts.Use<Result>(body.Value.CartId!.Value, caller, Move, cancel);
        return moved.Ok();

        async Task<Outcome<Result>> Move(Cart cart)
        {
            var items = await db.ItemsOf(id, 0, Wishlist.MaxItems, cancel);
            var ids = items.Select(item => item.VariantId).ToArray();
            var variants = await catalog.Variants(ids, cancel);
            var available = await inventory.Available([.. cart.VariantIds, .. ids], cancel);
            Wish[] wishes = [.. items.Select(item => new Wish(item, variants[item.VariantId], available[item.VariantId]))];
            var stored = await db.Write("wishlists.move_all_to_cart", tx => Store(tx, id, wishes, cart, caller), cancel);
            return stored.Try(out var done, out var refusal)
                ? new Result(await carts.Show(done.Cart, available, cancel), done.Moved, done.Left)
                : refusal;
        }
    }

    // First the cart's lock, then the list's, then what is still on it: what another tab moved meanwhile is not added twice.
    private static async Task<Outcome<Stored>> Store(Tx tx, WishlistId list, Wish[] wishes, Cart cart, Caller caller)
    {
        tx.Queue($"select from carts.carts where id = {cart.Id} for update");
        if (!await tx.LockWishlist(list, caller.UserId!.Value))
        {
            return WishlistRefusals.NotFound.Refuse();
        }

        var there = (await tx.Query(
            $"select id from carts.wishlist_items where wishlist_id = {list}", row => row.Id<WishlistItemKind>(0))).ToHashSet();
        var (now, moved, left) = (cart, new List<WishlistItemId>(), new List<Left>());
        foreach (var wish in wishes.Where(wish => there.Contains(wish.Item.Id)))
        {
            Outcome<CartLine> added = AddLine.Decide(now, wish.Variant, 1, wish.Available) is { } refusal
                ? refusal
                : await AddLine.Add(tx, now, caller, wish.Variant, 1, wish.Available);
            if (added.Try(out var line, out var late))
            {
                now = now.With(line);
                moved.Add(wish.Item.Id);
            }
            else
            {
                left.Add(new(wish.Item.Id, late.Error.Code));
            }
        }

        tx.Queue($"delete from carts.wishlist_items where wishlist_id = {list} and id = any ({moved.Guids()})");
        return new Stored(now, moved.Count, left);
    }
}
