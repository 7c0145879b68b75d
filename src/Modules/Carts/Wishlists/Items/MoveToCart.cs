using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists.Items;

/// <summary>
/// One unit goes into the cart, by the rules of adding to it, and the item leaves the list, in one transaction. Of two tabs that move the
/// same item one does; the other is told that it is no longer on the list.
/// </summary>
internal static class MoveToCart
{
    internal sealed record Request(CartId? CartId) : IChecked
    {
        public void Check(Faults faults) => faults.Required("cartId", CartId);
    }

    internal static async Task<IResult> Handle(
        WishlistId id, WishlistItemId itemId, Body<Request> body, Caller caller, Database db, CartReader carts, WishlistReader reader,
        ICatalog catalog, IInventory inventory, CancellationToken cancel)
    {
        var (user, cart) = (caller.UserId!.Value, body.Value.CartId!.Value);
        if (!(await reader.Find(id, user, cancel)).Try(out _, out var strange))
        {
            return strange.ToResult();
        }

        if (await db.FindItem(id, itemId, user, cancel) is not { } item)
        {
            return WishlistRefusals.ItemNotFound.Refuse().ToResult();
        }

        var variant = (await catalog.Variants([item.VariantId], cancel))[item.VariantId];
        var available = (await inventory.Available([variant.Id], cancel))[variant.Id];
        var moved = await db.Write("wishlists.move_to_cart", tx => Move(tx, item, cart, user, variant, available), cancel);
        Outcome<CartView> shown = moved.Try(out _, out var refusal) ? await carts.ShowAfter(db, cart, caller, cancel) : refusal;
        return shown.Ok();
    }

    private static async Task<Outcome<Done>> Move(Tx tx, WishlistItem item, CartId id, UserId user, VariantInfo variant, int available)
    {
        if (!(await tx.LockCart(id, user)).Try(out var cart, out var strange))
        {
            return strange;
        }

        var taken = await tx.TakeItem(item.WishlistId, item.Id, user);
        return taken.Succeeded && tx.PutOne(cart, variant, available).Refusal is { } refusal ? refusal : taken;
    }
}
