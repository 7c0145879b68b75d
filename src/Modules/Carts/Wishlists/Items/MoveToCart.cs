using Microsoft.AspNetCore.Http;
using Tradepost.Carts.Lines;
using Tradepost.Contracts.Carts;
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
        var user = caller.UserId!.Value;
        if (!(await reader.Find(id, user, cancel)).Try(out _, out var strange))
        {
            return strange.ToResult();
        }

        if (await db.FindItem(id, itemId, user, cancel) is not { } item)
        {
            return WishlistRefusals.ItemNotFound.Refuse().ToResult();
        }

        var moved = await carts.Use<CartView>(body.Value.CartId!.Value, caller, Move, cancel);
        return moved.Ok();

        async Task<Outcome<CartView>> Move(Cart cart)
        {
            var variant = (await catalog.Variants([item.VariantId], cancel))[item.VariantId];
            var available = await inventory.Available([.. cart.VariantIds, variant.Id], cancel);
            if (AddLine.Decide(cart, variant, 1, available[variant.Id]) is { } refusal)
            {
                return refusal;
            }

            var stored = await db.Write(
                "wishlists.move_to_cart", tx => Store(tx, item, cart, caller, variant, available[variant.Id]), cancel);
            return stored.Try(out var line, out var late) ? await carts.Show(cart.With(line), available, cancel) : late;
        }
    }

    // The cart is locked before the list, here and wherever both are: nobody waits in a circle.
    private static async Task<Outcome<CartLine>> Store(Tx tx, WishlistItem item, Cart cart, Caller caller, VariantInfo variant, int available)
    {
        var added = await AddLine.Add(tx, cart, caller, variant, 1, available);
        return added.Succeeded && (await tx.TakeItem(item.WishlistId, item.Id, caller.UserId!.Value)).Refusal is { } gone ? gone : added;
    }
}
