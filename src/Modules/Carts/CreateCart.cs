using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts;

/// <summary>
/// A new cart for a guest; for a customer the one they have, on whatever device, or their first. It is in the shop's own currency unless
/// the request, which may go without a body, names another. A customer's cart that holds something keeps the currency it has.
/// </summary>
internal static class CreateCart
{
    internal sealed record Request(string? Currency) : IChecked
    {
        public void Check(Faults faults)
        {
        }
    }

    internal static async Task<IResult> Handle(
        OptionalBody<Request> body, Caller caller, HttpContext http, ShopSettings shop, Database db, CartReader carts, TimeProvider time,
        CancellationToken cancel)
    {
        if (!CartCurrency.Of(body.Value?.Currency, shop).Try(out var currency, out var refusal))
        {
            return refusal.ToResult();
        }

        // An empty cart is free, and that is what will be shown: nothing more to note.
        var fresh = new Cart(Cart.NewId(), caller.UserId, currency, null, null, []) { Seen = new(0, 0, time.GetUtcNow()) };
        var made = await db.Write("carts.create", tx => Create(tx, fresh), cancel);
        Outcome<CartView> view = await carts.Show(made.Value, null, cancel);
        http.Response.Headers.ETag = Etags.Of(view.Value.Version);
        return view.Created(cart => $"/api/v1/carts/{cart.Id}");
    }

    private static async Task<Outcome<Cart>> Create(Tx tx, Cart fresh)
    {
        tx.CommitLazily();
        if (fresh.UserId is { } user)
        {
            tx.LockCartsOf(user);
            if (await tx.FindCartOf(user) is { } own)
            {
                return own.Lines.Count == 0 ? CartCurrency.Switch(tx, own, fresh.Currency) : own;
            }
        }

        tx.InsertCart(fresh);
        return fresh;
    }
}
