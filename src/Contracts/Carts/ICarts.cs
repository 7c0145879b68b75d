using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Carts;

/// <summary>What checkout asks of carts.</summary>
public interface ICarts
{
    /// <summary>
    /// Locks a cart the caller may use, prices it for these terms, and answers it as it would be ordered now. Refuses when it is not there
    /// (<c>carts.not_found</c>), empty (<c>cart.empty</c>), holds what is not sold any more (<c>inventory.insufficient</c>, 0 available),
    /// can't be delivered so (<c>shipping.unavailable</c>), or would cost something else than the buyer was shown when they last read it
    /// (<c>cart.changed</c>, with the new cart as <c>cart</c>): a price moved, a discount is gone or smaller, or the way to pay or the
    /// e-mail address makes it dearer.
    /// </summary>
    Task<Outcome<CheckoutCart>> LockForCheckout(Tx tx, CartId cart, Caller caller, CheckoutTerms terms);

    /// <summary>
    /// The buyer was answered <c>cart.changed</c> and so has read the new cart, under these terms. Call it once the transaction that
    /// refused is over: ordering again then goes through.
    /// </summary>
    Task Seen(Refusal changed, CartId cart, Caller caller, CheckoutTerms terms, CancellationToken cancel);

    /// <summary>Makes a cart holding these units, for the caller. For orders that do not come from a screen.</summary>
    Task<Outcome<CartId>> Fill(IReadOnlyList<Inventory.StockRequest> lines, Caller caller, CancellationToken cancel);

    /// <summary>The cart, locked by <see cref="LockForCheckout"/>, became an order: it is emptied in the same transaction.</summary>
    void Complete(Tx tx, CartId cart);
}

/// <summary>How a cart is to be ordered, as far as prices depend on it.</summary>
/// <param name="Destination">Where it goes.</param>
/// <param name="ShippingOption">How it gets there.</param>
/// <param name="PaymentMethod">How it is paid.</param>
/// <param name="Email">Who orders.</param>
/// <param name="CartVersion">The version the buyer has before them; null: not told. Another one is <c>cart.changed</c>.</param>
public sealed record CheckoutTerms(
    Destination Destination, ShippingMethodId ShippingOption, string PaymentMethod, string Email, long? CartVersion = null);

/// <summary>A cart about to become an order.</summary>
public sealed record CheckoutCart(CartId Id, Currency Currency, IReadOnlyList<CheckoutLine> Lines, Quote Quote);

/// <summary>A line about to be ordered. Its <see cref="QuoteLine.Key"/> in the quote is <paramref name="Id"/>.</summary>
public sealed record CheckoutLine(
    CartLineId Id, ProductId ProductId, VariantId VariantId, string Sku, string Name, IReadOnlyDictionary<string, string> Options,
    string? ImageUrl,
    int Quantity, int? WeightGrams);

/// <summary>Refusals of carts at checkout.</summary>
public static class CartErrors
{
    /// <summary>No such cart, or not the caller's.</summary>
    public static readonly ErrorCode NotFound = new("carts.not_found", 404, "There is no such cart.");

    /// <summary>Nothing to order.</summary>
    public static readonly ErrorCode Empty = new("cart.empty", 409, "The cart is empty.");

    /// <summary>It costs something else than when it was last read.</summary>
    public static readonly ErrorCode Changed = new("cart.changed", 409, "Prices changed since you last looked. Check the cart again.");
}
