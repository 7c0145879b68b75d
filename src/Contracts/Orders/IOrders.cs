using Tradepost.Contracts.Payments;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Orders;

/// <summary>What payments, shipping and others ask of orders. Everything that takes a transaction is part of it.</summary>
public interface IOrders
{
    /// <summary>The order as it must be paid, locked until the transaction ends; null when there is none.</summary>
    Task<OrderToPay?> LockForPayment(Tx tx, OrderId order);

    /// <summary>
    /// Locks the order with the next statement that is sent, for who locks more after it and wants one round trip for all.
    /// <see cref="LockForPayment"/> then answers from memory.
    /// </summary>
    void AskForPayment(Tx tx, OrderId order);

    /// <summary>Places an order from a cart, as <c>POST /orders</c> does. For orders that do not come from a screen.</summary>
    Task<Outcome<OrderId>> Place(OrderDraft draft, Caller caller, CancellationToken cancel);

    /// <summary>Calls an order off: stock and money go back. Refuses with <c>orders.not_cancellable</c> once shipped.</summary>
    Task<Outcome<Done>> Cancel(OrderId order, string? reason, string by, CancellationToken cancel);

    /// <summary>Whether the caller may see the order: its customer, staff, or a guest who shows its token.</summary>
    Task<bool> MayAccess(OrderId order, Caller caller, CancellationToken cancel);

    /// <summary>
    /// The order is paid (or may be paid on delivery): it goes to processing and its stock is sold. When its reservation ended, stock is
    /// reserved anew.
    /// </summary>
    /// <returns>False when the order can't take the money any more: cancelled, or its stock is gone. The payer must get the money
    /// back.</returns>
    Task<bool> AcceptPayment(Tx tx, OrderId order, string by);

    /// <summary>Adds a line to what the customer and staff can read about the order.</summary>
    void Note(Tx tx, OrderId order, string happened, string by, string? note = null);

    /// <summary>
    /// Counts units of the order's lines as paid back and answers what was paid for them, tax and discounts included. Parts of a line
    /// in any number come to exactly what was paid for it. Refuses lines that are not the order's (<c>request.invalid</c>)
    /// and more units than are left (<c>orders.refund_exceeds</c>, with <c>lines:[{lineId,requested,left}]</c>). The order must be locked.
    /// </summary>
    Task<Outcome<Money>> TakeForRefund(Tx tx, OrderId order, IReadOnlyList<RefundedUnits> lines);

    /// <summary>Keeps the order's copy of where its payment stands, for lists and filters. Part of the transaction that moved the
    /// payment.</summary>
    void RecordPayment(Tx tx, OrderId order, PaymentStatus status);

    /// <summary>Where these orders stand; unknown ones are missing. For checking that no money is without an order.</summary>
    Task<IReadOnlyDictionary<OrderId, OrderStatus>> StatusOf(IReadOnlyCollection<OrderId> orders, CancellationToken cancel);

    /// <summary>
    /// Orders placed from one instant until before another that were not called off, oldest first, with what they were priced from. Those
    /// from before that was kept are left out.
    /// </summary>
    IAsyncEnumerable<PricedOrder> PricedBetween(DateTimeOffset from, DateTimeOffset until, CancellationToken cancel);

    /// <summary>
    /// Whether the customer, or somebody with this address, has an order that was not called off. False when neither is known.
    /// </summary>
    Task<bool> HasOrdered(UserId? customer, string? email, Reads reads);

    /// <summary>The order as it must be shipped, locked; null when there is none.</summary>
    Task<OrderToShip?> LockForShipping(Tx tx, OrderId order);

    /// <summary>The orders as they must be shipped, as they are now, not locked; unknown ones are missing. For lists and papers.</summary>
    Task<IReadOnlyList<OrderToShip>> ToShip(IReadOnlyCollection<OrderId> orders, CancellationToken cancel);

    /// <summary>What a message about the order needs to tell; null when there is none.</summary>
    Task<OrderSummary?> Summarize(Tx tx, OrderId order);

    /// <summary>Units were handed to the courier. The order is shipped once none are left to ship.</summary>
    Task MarkShipped(Tx tx, OrderId order, Handover parcel, string by);

    /// <summary>Everything shipped so far has arrived. The order is delivered when nothing is left to ship.</summary>
    Task MarkDelivered(Tx tx, OrderId order, string by);
}

/// <summary>An order to be placed.</summary>
public sealed record OrderDraft(
    CartId CartId, string Email, string Name, Address ShippingAddress, Address? BillingAddress, ShippingMethodId ShippingOption,
        string PaymentMethod,
    string? ReturnUrl = null)
{
    /// <summary>The version of the cart the buyer has before them; null: not told.</summary>
    public long? CartVersion { get; init; }

    /// <summary>As much of the shipping address as prices depend on.</summary>
    public Destination Destination =>
        new(ShippingAddress.Country, ShippingAddress.State, ShippingAddress.PostalCode, ShippingAddress.City);
}

/// <summary>An order as payments see it.</summary>
/// <param name="Id">The order.</param>
/// <param name="Number">As people know it.</param>
/// <param name="Status">See <see cref="OrderStatus"/>.</param>
/// <param name="Total">What is due.</param>
/// <param name="Email">Whom to tell.</param>
/// <param name="ReservedUntil">When its stock is given up if it is not paid.</param>
/// <param name="ReturnUrl">Where a provider sends the buyer back to, as a path of the shop; null: the order's own page.</param>
public sealed record OrderToPay(OrderId Id, string Number, OrderStatus Status, Money Total, string Email, DateTimeOffset ReservedUntil,
    string? ReturnUrl);

/// <summary>Units of a line that are paid back.</summary>
public sealed record RefundedUnits(OrderLineId LineId, int Quantity);

/// <summary>An order and what it was priced from.</summary>
/// <param name="Id">The order.</param>
/// <param name="Number">As people know it.</param>
/// <param name="PlacedAt">When.</param>
/// <param name="Totals">As they were charged.</param>
/// <param name="Evidence">The quote's; see <see cref="Pricing.Quote.Evidence"/>. Lines are named by the order's line ids.</param>
public sealed record PricedOrder(OrderId Id, string Number, DateTimeOffset PlacedAt, Pricing.Totals Totals, Json Evidence);

/// <summary>An order as shipping sees it.</summary>
public sealed record OrderToShip(OrderId Id, string Number, OrderStatus Status, IReadOnlyList<LineToShip> Lines, Address ShippingAddress,
    string ShippingMethod)
{
    /// <summary>The last day the customer was told it would arrive on; null when only working days were named.</summary>
    public DateOnly? PromisedBy { get; init; }

    /// <summary>Working days from the house to the door, at most.</summary>
    public int? MostDays { get; init; }

    /// <summary>When it was placed.</summary>
    public DateTimeOffset PlacedAt { get; init; }
}

/// <summary>A line and how much of it is still to be shipped.</summary>
public sealed record LineToShip(OrderLineId Id, string Name, int Quantity, int Unshipped)
{
    /// <summary>Stock keeping unit.</summary>
    public string Sku { get; init; } = "";

    /// <summary>What was bought.</summary>
    public VariantId VariantId { get; init; }

    /// <summary>Of one unit, in grams; null when unknown.</summary>
    public int? WeightGrams { get; init; }
}

/// <summary>What was handed to a courier, and how it can be followed.</summary>
public sealed record Handover(IReadOnlyList<ShippedLine> Lines, string Carrier, string TrackingNumber);

/// <summary>Units of a line that were handed over.</summary>
public sealed record ShippedLine(OrderLineId LineId, int Quantity);

/// <summary>Where an order stands.</summary>
public enum OrderStatus
{
    /// <summary>Placed, stock reserved, money not there yet.</summary>
    PendingPayment,

    /// <summary>Paid, or to be paid on delivery; being packed.</summary>
    Processing,

    /// <summary>All of it was handed to the courier.</summary>
    Shipped,

    /// <summary>All of it arrived.</summary>
    Delivered,

    /// <summary>Called off; stock given back, money too.</summary>
    Cancelled,
}

/// <summary>Names under which remembered answers about orders are dropped and live pages are woken.</summary>
public static class OrderTags
{
    /// <summary>One order, with its payment and shipments.</summary>
    public static string Order(OrderId id) => $"order:{id}";
}

/// <summary>Refusals other modules answer on behalf of orders.</summary>
public static class OrderErrors
{
    /// <summary>No such order, or not the caller's.</summary>
    public static readonly ErrorCode NotFound = new("orders.not_found", 404, "There is no such order.");

    /// <summary>More units than are left to pay back.</summary>
    public static readonly ErrorCode RefundExceeds =
        new("orders.refund_exceeds", 409, "That is more of a line than is left to refund.");
}
