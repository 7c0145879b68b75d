using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Inventory;

/// <summary>
/// Stock. On hand = the sum of a journal of movements; available = on hand − reserved. All calls that take a transaction are part of it:
/// when it rolls back, so does the stock.
/// </summary>
public interface IInventory
{
    /// <summary>Units that can be bought now, for each id; 0 for ids without stock.</summary>
    Task<IReadOnlyDictionary<VariantId, int>> Available(IReadOnlyCollection<VariantId> ids, CancellationToken cancel);

    /// <summary>Units on the shelves, reserved ones included, for each id; 0 for ids without stock. For staff screens.</summary>
    Task<IReadOnlyDictionary<VariantId, int>> OnHand(IReadOnlyCollection<VariantId> ids, CancellationToken cancel);

    /// <summary>
    /// Sets units aside for an order until <paramref name="until"/>. All or nothing.
    /// Refuses with <c>inventory.insufficient</c> and <c>lines:[{variantId,requested,available}]</c>.
    /// </summary>
    Task<Outcome<Done>> Reserve(Tx tx, OrderId order, IReadOnlyList<StockRequest> lines, DateTimeOffset until);

    /// <summary>Turns the order's reservation into a sale: the units leave the books. Does nothing when that already happened.</summary>
    /// <returns>False when there is no reservation any more: it ended, and its units may be somebody else's.</returns>
    Task<bool> Sell(Tx tx, OrderId order);

    /// <summary>
    /// Gives back whatever the order holds: ends its reservation, or returns sold units to the shelf. Does nothing the second time.
    /// </summary>
    Task Release(Tx tx, OrderId order, string reason);

    /// <summary>
    /// Puts sold units of an order back on the shelf. Never more than it still holds sold; a later <see cref="Release"/> gives back only the
    /// rest.
    /// </summary>
    Task<Outcome<Done>> Restock(Tx tx, OrderId order, IReadOnlyList<StockRequest> units, string reason, string by);

    /// <summary>Sold units of an order came back and can't be sold again: the order no longer holds them, and the shelf does not get
    /// them.</summary>
    Task<Outcome<Done>> WriteOff(Tx tx, OrderId order, IReadOnlyList<StockRequest> units, string reason, string by);

    /// <summary>
    /// Takes units of variants in at the default location, as journalled receipts. 0 units: the variant is known to stock from now on.
    /// </summary>
    Task Receive(Tx tx, IReadOnlyList<StockReceipt> lines, string reason, string by);

    /// <summary>
    /// What each of these orders holds now, reserved or sold; orders that hold nothing are missing. For checking that no order lost its
    /// stock.
    /// </summary>
    Task<IReadOnlyDictionary<OrderId, IReadOnlyList<HeldStock>>> Held(IReadOnlyCollection<OrderId> orders, CancellationToken cancel);
}

/// <summary>A number of units of a variant.</summary>
public sealed record StockRequest(VariantId VariantId, int Quantity);

/// <summary>Units of a variant that came in, and the product whose page shows them.</summary>
public sealed record StockReceipt(VariantId VariantId, ProductId ProductId, int Quantity);

/// <summary>Units an order holds. <paramref name="Sold"/>: they left the books; else they are set aside.</summary>
public sealed record HeldStock(VariantId VariantId, int Quantity, bool Sold);

/// <summary>A variant of which less is there than was asked for.</summary>
public sealed record StockShortage(VariantId VariantId, int Requested, int Available);

/// <summary>Refusals other modules answer on behalf of stock.</summary>
public static class InventoryErrors
{
    /// <summary>Less is available than was asked for.</summary>
    public static readonly ErrorCode Insufficient = new("inventory.insufficient", 409, "There is not enough of this in stock.");

    /// <summary>More units are to come back than the order holds sold.</summary>
    public static readonly ErrorCode NotHeld = new("inventory.not_held", 409, "The order does not hold that many units.");
}
