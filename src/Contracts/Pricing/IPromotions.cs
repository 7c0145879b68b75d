using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Pricing;

/// <summary>What orders ask of promotions: their limits hold however many buy at once.</summary>
public interface IPromotions
{
    /// <summary>
    /// Counts the promotions of an order being placed, in its transaction. When one was used up since it was priced, the transaction is
    /// refused with <see cref="PricingErrors.PromotionNotApplicable"/>. Everything is queued: it costs no round trip of its own.
    /// </summary>
    /// <param name="tx">The transaction that places the order.</param>
    /// <param name="order">The order.</param>
    /// <param name="buyer">The customer, or the address the order is placed with.</param>
    /// <param name="orderTotal">What the order costs, for reports.</param>
    /// <param name="applied">As the quote says.</param>
    Task Use(Tx tx, OrderId order, Shopper buyer, Money orderTotal, IReadOnlyList<AppliedPromotion> applied);

    /// <summary>The order was called off: its promotions may be used by somebody else. Asking again changes nothing.</summary>
    Task GiveBack(Tx tx, OrderId order);

    /// <summary>Makes sure there is a promotion of this name; used to set up a shop.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="promotion">As <c>POST /admin/promotions</c> takes it.</param>
    /// <param name="cancel">Ends the work.</param>
    Task Ensure(string name, Json promotion, CancellationToken cancel);
}
