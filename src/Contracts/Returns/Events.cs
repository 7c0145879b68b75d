using Tradepost.Contracts.Orders;
using Tradepost.Platform.Messaging;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Returns;

/// <summary>A customer asked to return something.</summary>
[EventName("returns.requested")]
public sealed record ReturnRequested(OrderSummary Order, ReturnSummary Return) : IEvent;

/// <summary>The shop agreed to a return; the goods may be sent.</summary>
[EventName("returns.approved")]
public sealed record ReturnApproved(OrderSummary Order, ReturnSummary Return) : IEvent;

/// <summary>The shop did not agree to a return.</summary>
[EventName("returns.refused")]
public sealed record ReturnRefused(OrderSummary Order, ReturnSummary Return, string Reason) : IEvent;

/// <summary>Goods came back, and are being looked at.</summary>
[EventName("returns.received")]
public sealed record ReturnReceived(OrderSummary Order, ReturnSummary Return) : IEvent;

/// <summary>Goods that came back were looked at, and what goes back to the customer is decided.</summary>
/// <param name="Order">What they were bought with.</param>
/// <param name="Return">What came back.</param>
/// <param name="Refund">What is on its way to the customer; nothing is possible.</param>
/// <param name="Note">What the shop says to it.</param>
[EventName("returns.closed")]
public sealed record ReturnClosed(OrderSummary Order, ReturnSummary Return, Money Refund, string? Note) : IEvent;

/// <summary>A customer called a return off.</summary>
[EventName("returns.cancelled", External = true)]
public sealed record ReturnCancelled(OrderId OrderId, ReturnId ReturnId, string By) : IEvent;

/// <summary>A customer withdrew from the contract. They are owed a confirmation they can keep, with what they said and when.</summary>
[EventName("returns.withdrawn")]
public sealed record ContractWithdrawn(OrderSummary Order, ReturnSummary Return, string Statement, DateTimeOffset At) : IEvent;

/// <summary>What messages about a return tell.</summary>
/// <param name="Id">The return.</param>
/// <param name="Number">As people know it.</param>
/// <param name="Lines">What comes back.</param>
/// <param name="SendTo">Where to; null when the shop has not said.</param>
/// <param name="ShopPays">Whether the shop pays for the way back, and gives a label.</param>
public sealed record ReturnSummary(
    ReturnId Id, string Number, IReadOnlyList<ReturnSummaryLine> Lines, Address? SendTo, bool ShopPays);

/// <summary>A line in a message about a return.</summary>
public sealed record ReturnSummaryLine(string Name, int Quantity);
