using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Promotions;

/// <summary>
/// Enters a promotion code. One that does not apply is refused with the reason and not kept; one that applied stays when it stops, and the
/// cart says why.
/// </summary>
internal static class ApplyCode
{
    internal sealed record Request(string? Code) : IChecked
    {
        public void Check(Faults faults) => faults.Text("code", Code, Cart.MaxCodeLength);
    }

    internal static async Task<IResult> Handle(
        CartId id, Body<Request> body, Caller caller, HttpContext http, CartReader carts, CartEdits edits, ICatalog catalog,
        CancellationToken cancel)
    {
        return (await carts.Use<CartView>(id, caller, http, Enter, cancel)).Cart(http);

        async Task<Outcome<CartView>> Enter(Cart cart)
        {
            var code = body.Value.Code!.Trim();
            if (cart.HasCode(code))
            {
                return await carts.Show(cart, null, cancel);
            }

            var after = cart with { Codes = [.. cart.Codes, code] };
            var quote = await carts.Quote(after, await catalog.Variants(cart.VariantIds, cancel), cancel);
            return Decide(cart, code, quote) is { } refusal ? refusal : await edits.Make(Entering(cart, after, code), caller, null, cancel);
        }
    }

    /// <summary>Why the code is not taken; null when it is.</summary>
    /// <param name="cart">The cart without it.</param>
    /// <param name="code">As it was typed.</param>
    /// <param name="quote">What the cart costs with it.</param>
    internal static Refusal? Decide(Cart cart, string code, Quote quote) =>
        cart.Codes.Count >= Cart.MaxCodes ? CartRefusals.TooManyCodes.Refuse()
        : RejectedView.Of(code, quote) is { } rejected
            ? PricingErrors.PromotionNotApplicable.With("reason", rejected.Reason).With("detail", rejected.Message)
        : null;

    // Entered in two tabs at once it still stands there once.
    private static CartEdit Entering(Cart before, Cart after, string code) => new("carts.apply_code", before, after)
    {
        Settings = _ => $"""
            codes = case when lower({code}) = any (select lower(known) from unnest(c.codes) as known)
              or cardinality(c.codes) >= {Cart.MaxCodes} then c.codes else array_append(c.codes, {code}) end
            """,
    };
}
