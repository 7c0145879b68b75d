using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Carts;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Carts;

/// <summary>The cart with today's prices.</summary>
internal static class GetCart
{
    internal static async Task<IResult> Handle(
        CartId id, Caller caller, HttpContext http, Database db, CartReader carts, CancellationToken cancel)
    {
        Outcome<CartView> read = await db.FindCart(id, caller.UserId, cancel) is { } cart
            ? await carts.Show(cart, null, cancel)
            : CartErrors.NotFound.Refuse();
        return read.Cart(http);
    }
}
