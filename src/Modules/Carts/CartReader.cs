using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts;

/// <summary>
/// Reads carts and prices them. Showing a cart is what "last read" means: from then on its prices are known to the buyer.
/// </summary>
internal sealed class CartReader(Database db, ICatalog catalog, IInventory inventory, IPricing pricing, TimeProvider time)
{
    // How exactly the last look is known: a cart that is looked at is written at most once a day for it.
    private static readonly TimeSpan LookNotedEvery = TimeSpan.FromDays(1);

    /// <summary>
    /// Does something with a cart the caller may use, or refuses: a stranger's cart is not there, and one that moved on since the version
    /// the request names (If-Match) is not touched.
    /// </summary>
    public async Task<Outcome<T>> Use<T>(
        CartId id, Caller caller, HttpContext http, Func<Cart, Task<Outcome<T>>> work, CancellationToken cancel)
    {
        if (await db.FindCart(id, caller.UserId, cancel) is not { } cart)
        {
            return CartErrors.NotFound.Refuse();
        }

        var named = http.Request.Headers.IfMatch;
        return Etags.Check(http, cart.Version) is { } stale
            ? stale
            : await work(cart with { MustBeThisVersion = named.Count > 0 && !named.Contains("*") });
    }

    /// <summary>Before a cart is priced for a screen: whatever else must be asked about its taxes. Never inside a transaction.</summary>
    public Task Prepare(Cart cart, CancellationToken cancel) => pricing.Prepare(cart.Destination, cart.Shopper, cancel);

    /// <summary>The cart as it stands now.</summary>
    /// <param name="cart">As stored.</param>
    /// <param name="available">Units that can be bought of each line, when they were asked for already.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<CartView> Show(Cart cart, IReadOnlyDictionary<VariantId, int>? available, CancellationToken cancel)
    {
        await Prepare(cart, cancel);
        var variants = await catalog.Variants(cart.VariantIds, cancel);
        available ??= await inventory.Available(cart.VariantIds, cancel);
        var quote = await Quote(cart, variants, cancel);
        await NoteSeen(cart, quote, cancel);
        return (await View(cart, variants, available, quote, cancel)).Saying(Notice.OfDiscount(cart, quote));
    }

    /// <summary>The cart with these prices.</summary>
    public async Task<CartView> View(
        Cart cart, IReadOnlyDictionary<VariantId, VariantInfo> variants, IReadOnlyDictionary<VariantId, int> available, Quote quote,
        CancellationToken cancel) =>
        CartView.Of(cart, variants, available, quote) with
        {
            FreeShippingOver = await pricing.FreeShippingOver(cancel),
            ShippingProblem = await pricing.ShippingProblem(cart.Basket(variants), cancel),
        };

    /// <summary>What the cart costs. A shipping option that no longer serves it counts as not chosen: a cart can always be read.</summary>
    public async Task<Quote> Quote(Cart cart, IReadOnlyDictionary<VariantId, VariantInfo> variants, CancellationToken cancel)
    {
        var basket = cart.Basket(variants);
        var quote = await pricing.Price(basket, cancel);
        return quote.Succeeded ? quote.Value : (await pricing.Price(basket with { ShippingOption = null }, cancel)).Value;
    }

    /// <summary>The ways the cart can be sent to its address.</summary>
    public async Task<IReadOnlyList<ShippingOption>> ShippingOptions(Cart cart, CancellationToken cancel)
    {
        await Prepare(cart, cancel);
        return await pricing.ShippingOptions(cart.Basket(await catalog.Variants(cart.VariantIds, cancel)), cancel);
    }

    /// <summary>The lines of which the buyer saw another price than the quoted one, with that one in its place.</summary>
    public static IReadOnlyList<CartLine> Moved(Cart cart, Quote quote)
    {
        var prices = quote.Lines.ToDictionary(line => line.Key, line => line.UnitPrice.Minor, StringComparer.Ordinal);
        return
        [
            .. cart.Lines
                .Select(line => (line, now: prices.GetValueOrDefault(line.Id.ToString(), line.SeenPriceMinor)))
                .Where(one => one.now != one.line.SeenPriceMinor)
                .Select(one => one.line with { SeenPriceMinor = one.now }),
        ];
    }

    /// <summary>From now on the buyer knows today's prices. Writes only when something moved, or once a day.</summary>
    public async Task NoteSeen(Cart cart, Quote quote, CancellationToken cancel)
    {
        var (moved, seen, now) = (Moved(cart, quote), Seen.Of(quote, cart.Seen.At), time.GetUtcNow());
        if (moved.Count > 0 || seen != cart.Seen || now - cart.Seen.At > LookNotedEvery)
        {
            await db.Write("carts.note_seen", tx => tx.Execute(NoteSeen(cart, moved, seen with { At = tx.Now })), cancel);
        }
    }

    // Of a cart that moved on meanwhile the buyer will be shown the newer version: this one must not overwrite what that showed.
    public static SqlText NoteSeen(Cart cart, IReadOnlyList<CartLine> moved, Seen seen)
    {
        SqlText sql = $"""
            with cart as (
              update carts.carts set seen_discount_minor = {seen.DiscountMinor}, seen_total_minor = {seen.TotalMinor}, seen_at = {seen.At}
              where id = {cart.Id} and version = {cart.Version} returning id)
            update carts.lines l set seen_price_minor = seen.price
            from cart, unnest({moved.Select(line => line.Id.Value).ToArray()}, {moved.Select(line => line.SeenPriceMinor).ToArray()})
              as seen (id, price)
            where l.cart_id = cart.id and l.id = seen.id
            """;
        return sql;
    }
}
