using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts;

/// <summary>Carts as answers.</summary>
internal static class CartAnswers
{
    /// <summary>200 with the cart and its version, or the refusal.</summary>
    public static IResult Cart(this Outcome<CartView> outcome, HttpContext http) => outcome.OkTagged(http, cart => Etags.Of(cart.Version));
}
