using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Access;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Carts;

/// <summary>Puts many things into a cart at once, as far as they can be bought.</summary>
public interface ICartRefill
{
    /// <summary>
    /// Adds units to a cart the caller may use; without one, to the customer's own or a new one. Refuses with <c>carts.not_found</c> only:
    /// what is not sold any more or not there is left out, and the answer says so.
    /// </summary>
    Task<Outcome<CartRefill>> Refill(CartId? cart, IReadOnlyList<StockRequest> lines, Caller caller, CancellationToken cancel);
}

/// <summary>What came of it.</summary>
public sealed record CartRefill(CartId Cart, IReadOnlyList<RefilledLine> Lines);

/// <summary>A variant that was to be added.</summary>
/// <param name="VariantId">What.</param>
/// <param name="Wanted">Units asked for.</param>
/// <param name="Added">Units that went in.</param>
/// <param name="Price">For one unit now; null when it is not sold.</param>
public sealed record RefilledLine(VariantId VariantId, int Wanted, int Added, Money? Price);
