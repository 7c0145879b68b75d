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
internal sealed class Checkout(Database db, ICatalog catalog, IPricing pricing, ShopSettings shop) : ICarts
{
    public async Task<Outcome<CheckoutCart>> LockForCheckout(Tx tx, CartId cart, Caller caller, CheckoutTerms terms)
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
            return refusal;
        }

        var ordered = LastLook.Under(terms, found);
        if (!(await pricing.Price(tx, ordered.Basket(variants) with { WithEvidence = true })).Try(out var quote, out var impossible))
        {
            return impossible;
        }

        return LastLook.IsOutdated(found, ordered, quote, terms.CartVersion) || await IsDearer(tx, found, ordered, quote, variants)
            ? CartErrors.Changed.With("cart", LastLook.Anew(ordered, variants, quote))
            : new CheckoutCart(found.Id, found.Currency, [.. found.Lines.Select(line => Line(line, variants[line.VariantId]))], quote);
    }

    /// <summary>Why the cart can't be ordered, whatever it costs; null when it can.</summary>
    internal static Refusal? Decide(Cart cart, IReadOnlyDictionary<VariantId, VariantInfo> variants)
    {
        var unsold = cart.Lines.Where(line => !cart.Sells(variants[line.VariantId]))
            .Select(line => new StockShortage(line.VariantId, line.Quantity, 0)).ToArray();
        return cart.Lines.Count == 0 ? CartErrors.Empty.Refuse()
            : unsold.Length > 0 ? InventoryErrors.Insufficient.With("lines", unsold)
            : null;
    }

    public Task Seen(Refusal changed, CartId cart, Caller caller, CheckoutTerms terms, CancellationToken cancel) =>
        changed.Facts["cart"] is CartView shown
            ? db.Write("carts.note_changed", tx => tx.Execute(LastLook.Note(shown, caller.UserId, tx.Now)), cancel)
            : Task.CompletedTask;

    // The buyer has not seen yet what their e-mail address and way to pay come to. That is asked only where it can matter.
    private async Task<bool> IsDearer(
        Tx tx, Cart found, Cart ordered, Quote quote, IReadOnlyDictionary<VariantId, VariantInfo> variants)
    {
        if (found.Seen.TotalMinor is null || !LastLook.DependsOnWhoPaysHow(found, ordered, quote))
        {
            return false;
        }

        var known = ordered with { PaymentMethod = found.PaymentMethod, Contact = found.Contact };
        return quote.Totals.Total > (await pricing.Price(tx, known.Basket(variants))).Value.Totals.Total;
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
        var cart = new Cart(
            Cart.NewId(), null, shop.Currency, null, null,
            [.. wanted.Select(line => new CartLine(CartLineId.New(), line.Key, line.Value, variants[line.Key].Price.Minor))])
        {
            Buyer = caller.UserId,
        };
        var priced = CartReader.Moved(cart, (await pricing.Price(cart.Basket(variants), cancel)).Value);
        return await db.Write<CartId>(
            "carts.fill",
            tx =>
            {
                tx.InsertCart(cart);
                tx.StoreLines(cart.Id, priced.Aggregate(cart, (whole, line) => whole.With(line)).Lines);
                return Task.FromResult<Outcome<CartId>>(cart.Id);
            },
            cancel);
    }

    public void Complete(Tx tx, CartId cart)
    {
        tx.Queue($"delete from carts.lines where cart_id = {cart}");
        tx.Queue(
            $"""
            update carts.carts set version = version + 1, updated_at = {tx.Now}, codes = default, payment_method = null, remind = false,
              seen_discount_minor = 0, seen_total_minor = 0
            where id = {cart}
            """);
    }

    private static CheckoutLine Line(CartLine line, VariantInfo variant) => new(
        line.Id, variant.ProductId, variant.Id, variant.Sku, variant.Name, variant.Options, variant.ImageUrl, line.Quantity,
        variant.WeightGrams);
}
