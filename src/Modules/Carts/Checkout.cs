using Tradepost.Contracts;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Carts;

/// <summary>
/// Carts as checkout uses them. What it asks of the catalogue and of prices is remembered in memory: a transaction is open meanwhile.
/// </summary>
internal sealed class Checkout(Database db, ICatalog catalog, IPricing pricing, CartReader carts, ShopSettings shop) : ICarts
{
    public async Task<Outcome<CheckoutCart>> LockForCheckout(
        Tx tx, CartId cart, Caller caller, Destination destination, ShippingMethodId shippingOption)
    {
        // Two statements, so that the second sees what the holder of the lock did: an ordered cart is empty.
        tx.Queue($"select from carts.carts where id = {cart} for update");
        if (await tx.FindCart(cart, caller.UserId) is not { } found)
        {
            return CartErrors.NotFound.Refuse();
        }

        var variants = await catalog.Variants(found.VariantIds, tx.Cancel);
        if (Decide(found, variants) is { } refusal)
        {
            return refusal.Error == CartErrors.Changed
                ? refusal.With("cart", CartView.Of(found, variants, null, await carts.Quote(found, variants, tx.Cancel)))
                : refusal;
        }

        var basket = found.Basket(variants) with { Destination = destination, ShippingOption = shippingOption, WithEvidence = true };
        return (await pricing.Price(tx, basket)).Then(quote =>
            new CheckoutCart(found.Id, found.Currency, [.. found.Lines.Select(line => Line(line, variants[line.VariantId]))], quote));
    }

    /// <summary>Why the cart can't be ordered as it is; null when it can.</summary>
    internal static Refusal? Decide(Cart cart, IReadOnlyDictionary<VariantId, VariantInfo> variants)
    {
        var unsold = cart.Lines.Where(line => !cart.Sells(variants[line.VariantId]))
            .Select(line => new StockShortage(line.VariantId, line.Quantity, 0)).ToArray();
        return cart.Lines.Count == 0 ? CartErrors.Empty.Refuse()
            : unsold.Length > 0 ? InventoryErrors.Insufficient.With("lines", unsold)
            : cart.Lines.Any(line => CartReader.HasMoved(cart, line, variants[line.VariantId])) ? CartErrors.Changed.Refuse()
            : null;
    }

    public async Task PricesSeen(CartId cart, Caller caller, CancellationToken cancel)
    {
        if (await db.FindCart(cart, caller.UserId, cancel) is { } found)
        {
            await carts.NotePrices(found, await catalog.Variants(found.VariantIds, cancel), cancel);
        }
    }

    public async Task<Outcome<CartId>> Fill(IReadOnlyList<StockRequest> lines, Caller caller, CancellationToken cancel)
    {
        var wanted = lines.GroupBy(line => line.VariantId).ToDictionary(group => group.Key, group => group.Sum(line => line.Quantity));
        var variants = await catalog.Variants(wanted.Keys, cancel);
        if (wanted.Keys.Any(id => !variants.ContainsKey(id)))
        {
            return CartRefusals.ProductNotFound.Refuse();
        }

        // Nobody's, so that it does not meet the cart the customer fills on the screen. Who calls is the only one to know its id.
        var cart = new Cart(Cart.NewId(), null, shop.Currency, null, null, []);
        return await db.Write<CartId>(
            "carts.fill",
            tx =>
            {
                tx.InsertCart(cart);
                tx.StoreLines(cart.Id,
                    [.. wanted.Select(line => new CartLine(CartLineId.New(), line.Key, line.Value, variants[line.Key].Price.Minor))]);
                return Task.FromResult<Outcome<CartId>>(cart.Id);
            },
            cancel);
    }

    public void Complete(Tx tx, CartId cart) => tx.Queue($"delete from carts.lines where cart_id = {cart}");

    private static CheckoutLine Line(CartLine line, VariantInfo variant) => new(
        line.Id, variant.ProductId, variant.Id, variant.Sku, variant.Name, variant.Options, variant.ImageUrl, line.Quantity,
        variant.WeightGrams);
}
