using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Carts;

/// <summary>
/// Reads carts and prices them. Showing a cart is what "last read" means: from then on its prices are known to the buyer.
/// </summary>
internal sealed class CartReader(Database db, ICatalog catalog, IInventory inventory, IPricing pricing)
{
    /// <summary>Does something with a cart the caller may use, or refuses: a stranger's cart is not there.</summary>
    public async Task<Outcome<T>> Use<T>(CartId id, Caller caller, Func<Cart, Task<Outcome<T>>> work, CancellationToken cancel) =>
        await db.FindCart(id, caller.UserId, cancel) is { } cart ? await work(cart) : CartErrors.NotFound.Refuse();

    /// <summary>The cart as it stands now.</summary>
    /// <param name="cart">As stored.</param>
    /// <param name="available">Units that can be bought of each line, when they were asked for already.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<CartView> Show(Cart cart, IReadOnlyDictionary<VariantId, int>? available, CancellationToken cancel)
    {
        var variants = await catalog.Variants(cart.VariantIds, cancel);
        available ??= await inventory.Available(cart.VariantIds, cancel);
        var view = CartView.Of(cart, variants, available, await Quote(cart, variants, cancel)) with
        {
            ShippingProblem = await pricing.ShippingProblem(cart.Basket(variants), cancel),
        };
        await NotePrices(cart, variants, cancel);
        return view;
    }

    /// <summary>What the cart costs. A shipping option that no longer serves it counts as not chosen: a cart can always be read.</summary>
    public async Task<Quote> Quote(Cart cart, IReadOnlyDictionary<VariantId, VariantInfo> variants, CancellationToken cancel)
    {
        var basket = cart.Basket(variants);
        var quote = await pricing.Price(basket, cancel);
        return quote.Succeeded ? quote.Value : (await pricing.Price(basket with { ShippingOption = null }, cancel)).Value;
    }

    /// <summary>The ways the cart can be sent to its address.</summary>
    public async Task<IReadOnlyList<ShippingOption>> ShippingOptions(Cart cart, CancellationToken cancel) =>
        await pricing.ShippingOptions(cart.Basket(await catalog.Variants(cart.VariantIds, cancel)), cancel);

    /// <summary>From now on the buyer knows today's prices. Writes only when one moved.</summary>
    public async Task NotePrices(Cart cart, IReadOnlyDictionary<VariantId, VariantInfo> variants, CancellationToken cancel)
    {
        var moved = cart.Lines.Where(line => HasMoved(cart, line, variants[line.VariantId])).OrderBy(line => line.Id).ToArray();
        if (moved.Length > 0)
        {
            var ids = moved.Select(line => line.Id.Value).ToArray();
            var prices = moved.Select(line => variants[line.VariantId].Price.Minor).ToArray();
            await db.Write(
                "carts.note_prices",
                async tx => await tx.Execute(
                    $"""
                    update carts.lines l set seen_price_minor = seen.price
                    from unnest({ids}, {prices}) as seen (id, price) where l.id = seen.id
                    """),
                cancel);
        }
    }

    public static bool HasMoved(Cart cart, CartLine line, VariantInfo variant) =>
        cart.Sells(variant) && variant.Price.Minor != line.SeenPriceMinor;
}
