using Tradepost.Contracts.Orders;
using Tradepost.Platform.Messaging;

namespace Tradepost.Contracts.Shipping;

/// <summary>A parcel is on the van and arrives today.</summary>
[EventName("shipping.parcel_out_for_delivery")]
public sealed record ParcelOutForDelivery(OrderSummary Order, string Carrier, string TrackingNumber) : IEvent;

/// <summary>A parcel can't go on: nobody was there, the address is wrong, it is damaged.</summary>
/// <param name="Order">Whose.</param>
/// <param name="Carrier">Who has it.</param>
/// <param name="TrackingNumber">What it is known by.</param>
/// <param name="Problem">In the carrier's words.</param>
[EventName("shipping.parcel_exception")]
public sealed record ParcelException(OrderSummary Order, string Carrier, string TrackingNumber, string Problem) : IEvent;
