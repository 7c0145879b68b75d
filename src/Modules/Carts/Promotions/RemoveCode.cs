using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Promotions;

/// <summary>Takes a promotion code out, however it is written. One that is not there is out already.</summary>
internal static class RemoveCode
{
    internal static async Task<IResult> Handle(
        CartId id, string code, Caller caller, HttpContext http, CartReader carts, CartEdits edits, CancellationToken cancel)
    {
        return (await carts.Use<CartView>(id, caller, http, Take, cancel)).Cart(http);

        async Task<Outcome<CartView>> Take(Cart cart)
        {
            var kept = Without(cart, code.Trim());
            return kept.Count == cart.Codes.Count
                ? await carts.Show(cart, null, cancel)
                : await edits.Make(Removing(cart, cart with { Codes = kept }), caller, null, cancel);
        }
    }

    // A slash in a code comes as %2F: the server leaves that one as it was sent.
    private static IReadOnlyList<string> Without(Cart cart, string code) =>
        [.. cart.Codes.Where(known => !Is(known, code) && !Is(known, Uri.UnescapeDataString(code)))];

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static CartEdit Removing(Cart before, Cart after)
    {
        var gone = before.Codes.Except(after.Codes, StringComparer.Ordinal).ToArray();
        return new("carts.remove_code", before, after)
        {
            Settings = _ => $"codes = array(select known from unnest(c.codes) as known where known <> all ({gone}))",
        };
    }
}
