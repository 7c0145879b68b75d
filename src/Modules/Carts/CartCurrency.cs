using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts;

/// <summary>
/// Puts a cart into another currency. Its lines stay: those that have no price in it say they can't be bought so, until the shopper takes
/// them out or switches back. A delivery chosen before is chosen anew: it had a price in the currency before.
/// </summary>
internal static class CartCurrency
{
    internal sealed record Request(string? Currency) : IChecked
    {
        public void Check(Faults faults) => faults.Text("currency", Currency, 3, 3);
    }

    internal static async Task<IResult> Handle(
        CartId id, Body<Request> body, Caller caller, HttpContext http, ShopSettings shop, ICatalog catalog, CartReader carts,
        CartEdits edits, CancellationToken cancel)
    {
        if (!Of(body.Value.Currency, shop).Try(out var currency, out var refusal))
        {
            return refusal.ToResult();
        }

        return (await carts.Use<CartView>(id, caller, http, Change, cancel)).Cart(http);

        async Task<Outcome<CartView>> Change(Cart cart) => cart.Currency == currency
            ? await carts.Show(cart, null, cancel)
            : await edits.Make(To(cart, currency, await catalog.Variants(cart.VariantIds, cancel)), caller, null, cancel);
    }

    /// <summary>The currency with this code, or the shop's own when none is named.</summary>
    public static Outcome<Currency> Of(string? code, ShopSettings shop)
    {
        var now = shop.Now;
        return code is null ? now.Currency
            : Currency.TryOf(code.ToUpperInvariant(), out var currency) && now.Sells(currency) ? currency
            : PlatformErrors.Invalid.On("currency", "is not a currency of this shop");
    }

    /// <summary>An empty cart in this currency.</summary>
    public static Cart Switch(Tx tx, Cart empty, Currency currency)
    {
        if (empty.Currency == currency)
        {
            return empty;
        }

        tx.Queue(
            $"""
            update carts.carts set currency = {currency}, shipping_method_id = null, version = version + 1, updated_at = {tx.Now}
            where id = {empty.Id}
            """);
        return empty with { Currency = currency, ShippingOption = null, Version = empty.Version + 1 };
    }

    // No price moved, all are new: the buyer has seen them once the cart is shown.
    private static CartEdit To(Cart cart, Currency currency, IReadOnlyDictionary<VariantId, VariantInfo> variants)
    {
        var after = cart with { Currency = currency, ShippingOption = null };
        after = after with
        {
            Lines = [.. cart.Lines.Select(line => line with { SeenPriceMinor = after.Price(variants[line.VariantId]).Minor })],
        };
        return new("carts.set_currency", cart, after)
        {
            Settings = _ => $"currency = {currency}, shipping_method_id = null",
            Lines = cart.Lines.Count == 0 ? null : (_, now) => $"""
                update carts.lines l set seen_price_minor = seen.price
                from cart, unnest({now.Lines.Select(line => line.Id.Value).ToArray()},
                  {now.Lines.Select(line => line.SeenPriceMinor).ToArray()}) as seen (id, price)
                where l.cart_id = cart.id and l.id = seen.id
                """,
        };
    }
}
