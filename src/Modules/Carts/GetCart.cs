using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;

namespace Tradepost.Carts;

/// <summary>The cart with today's prices.</summary>
internal static class GetCart
{
    internal static async Task<IResult> Handle(CartId id, Caller caller, CartReader carts, CancellationToken cancel) =>
        (await carts.Use<CartView>(id, caller, async cart => await carts.Show(cart, null, cancel), cancel)).Ok();
}
