using Tradepost.Carts.Lines;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists.Items;

/// <summary>
/// The cart's end of a move between it and a list. The cart is locked first, before the list, here and wherever both are, so nobody waits
/// in a circle; whoever holds the lock decides by the rules of adding to a cart on what is in it now.
/// </summary>
internal static class CartSide
{
    /// <summary>The caller's cart, locked, as it stands now; or the refusal: a stranger's is not there.</summary>
    public static async Task<Outcome<Cart>> LockCart(this Tx tx, CartId id, UserId user)
    {
        var locked = await tx.Execute(
            $"""
            update carts.carts c set version = c.version + 1, updated_at = {tx.Now} where c.id = {id} and {CartRows.Usable(user)}
            """);
        return locked == 1 && await tx.FindCart(id, user) is { } cart ? cart : CartErrors.NotFound.Refuse();
    }

    /// <summary>Puts one unit into a locked cart and answers the cart with it, or why it can't be added.</summary>
    public static Outcome<Cart> PutOne(this Tx tx, Cart cart, VariantInfo variant, int available)
    {
        if (AddLine.Decide(cart, variant, 1, available) is { } refusal)
        {
            return refusal;
        }

        var there = cart.Lines.FirstOrDefault(line => line.VariantId == variant.Id);
        var line = there is null
            ? new CartLine(CartLineId.New(), variant.Id, 1, cart.Price(variant).Minor)
            : there with { Quantity = there.Quantity + 1 };
        tx.Queue(
            $"""
            insert into carts.lines (id, cart_id, variant_id, quantity, seen_price_minor, created_at, updated_at)
            values ({line.Id}, {cart.Id}, {variant.Id}, 1, {line.SeenPriceMinor}, {tx.Now}, {tx.Now})
            on conflict (cart_id, variant_id) do update set quantity = {line.Quantity}, updated_at = excluded.updated_at
            """);
        return cart.With(line);
    }

    /// <summary>Takes a line out of a locked cart.</summary>
    public static void TakeLine(this Tx tx, Cart cart, CartLineId line) =>
        tx.Queue($"delete from carts.lines where cart_id = {cart.Id} and id = {line}");

    /// <summary>The cart after the move, with today's prices.</summary>
    public static async Task<CartView> ShowAfter(this CartReader carts, Database db, CartId id, Caller caller, CancellationToken cancel) =>
        await carts.Show((await db.FindCart(id, caller.UserId, cancel))!, null, cancel);
}
