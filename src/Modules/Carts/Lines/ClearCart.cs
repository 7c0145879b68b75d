using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;

namespace Tradepost.Carts.Lines;

/// <summary>Takes all lines out. Codes, address and the like stay.</summary>
internal static class ClearCart
{
    internal static async Task<IResult> Handle(
        CartId id, Caller caller, HttpContext http, CartReader carts, CartEdits edits, CancellationToken cancel) =>
        (await carts.Use<CartView>(id, caller, http, cart => edits.Make(Clearing(cart), caller, null, cancel), cancel)).Cart(http);

    private static CartEdit Clearing(Cart cart) => new("carts.clear", cart, cart with { Lines = [] })
    {
        Lines = (_, _) => $"delete from carts.lines l using cart where l.cart_id = cart.id",
    };
}
