using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Lines;

/// <summary>Takes all lines out.</summary>
internal static class ClearCart
{
    internal static async Task<IResult> Handle(CartId id, Caller caller, Database db, CartReader carts, CancellationToken cancel) =>
        (await carts.Use<CartView>(id, caller, cart => Clear(cart, caller, db, carts, cancel), cancel)).Ok();

    private static async Task<Outcome<CartView>> Clear(Cart cart, Caller caller, Database db, CartReader carts, CancellationToken cancel)
    {
        await db.Write(
            "carts.clear",
            tx => tx.Execute(
                $"""
                {CartRows.WithCart(cart.Id, caller.UserId, tx.Now)}
                delete from carts.lines l using cart where l.cart_id = cart.id
                """),
            cancel);
        return await carts.Show(cart with { Lines = [] }, null, cancel);
    }
}
