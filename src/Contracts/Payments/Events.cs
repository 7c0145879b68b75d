using Tradepost.Platform.Messaging;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Payments;

/// <summary>Money for an order was taken.</summary>
[EventName("payments.payment_captured", External = true)]
public sealed record PaymentCaptured(OrderId OrderId, PaymentAttemptId AttemptId, string Provider, Money Amount) : IEvent;

/// <summary>Money of an order went back to the buyer.</summary>
[EventName("payments.payment_refunded", External = true)]
public sealed record PaymentRefunded(OrderId OrderId, RefundId RefundId, Money Amount, string Reason) : IEvent;
