using Tradepost.Platform.Messaging;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Orders;

/// <summary>A customer placed an order. It is not paid yet.</summary>
[EventName("orders.order_placed")]
public sealed record OrderPlaced(OrderSummary Order, string PaymentMethod) : IEvent;

/// <summary>The order is paid, or will be on delivery, and is being packed.</summary>
[EventName("orders.order_confirmed")]
public sealed record OrderConfirmed(OrderSummary Order) : IEvent;

/// <summary>Units of the order were handed to a courier.</summary>
[EventName("orders.order_shipped")]
public sealed record OrderShipped(OrderSummary Order, string Carrier, string TrackingNumber, bool Complete) : IEvent;

/// <summary>The order arrived.</summary>
[EventName("orders.order_delivered")]
public sealed record OrderDelivered(OrderSummary Order) : IEvent;

/// <summary>The order was called off.</summary>
[EventName("orders.order_cancelled")]
public sealed record OrderCancelled(OrderSummary Order, string? Reason, string By) : IEvent;

/// <summary>Staff want a mail about an order to be sent once more.</summary>
/// <param name="Id">Of this request: it is one mail.</param>
/// <param name="Order">The order.</param>
/// <param name="Kind">confirmation, shipment, delivery or cancellation.</param>
/// <param name="By">Who asked.</param>
/// <param name="Carrier">Of the latest parcel, for a shipment.</param>
/// <param name="TrackingNumber">Of the latest parcel, for a shipment.</param>
/// <param name="Complete">All of the order was shipped.</param>
[EventName("orders.order_mail_requested")]
public sealed record OrderMailRequested(
    Guid Id, OrderSummary Order, string Kind, string By, string? Carrier, string? TrackingNumber, bool Complete) : IEvent;

/// <summary>What messages about an order need to tell.</summary>
/// <param name="Id">The order.</param>
/// <param name="Number">As people know it.</param>
/// <param name="Email">Whom to tell.</param>
/// <param name="Name">How to address them.</param>
/// <param name="Total">What it costs.</param>
/// <param name="Lines">What was bought.</param>
/// <param name="AccessToken">The guest's key to the order, for links; null for customers, who sign in.</param>
/// <param name="Totals">How the total came to be; null in messages that do not need it.</param>
/// <param name="ShippingAddress">Where it goes; null in messages that do not need it.</param>
public sealed record OrderSummary(
    OrderId Id, string Number, string Email, string Name, Money Total, IReadOnlyList<OrderSummaryLine> Lines, string? AccessToken,
    Pricing.Totals? Totals = null, Address? ShippingAddress = null);

/// <summary>A line in a message about an order.</summary>
public sealed record OrderSummaryLine(string Name, int Quantity, Money LineTotal);
