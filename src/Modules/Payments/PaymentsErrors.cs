using Tradepost.Platform.Types;

namespace Tradepost.Payments;

/// <summary>Refusals of the module's routes.</summary>
internal static class PaymentsErrors
{
    public static readonly ErrorCode Declined = new("payments.declined", 402, "The payment was declined.");

    public static readonly ErrorCode AlreadyPaid = new("payments.already_paid", 409, "This order is paid already.");

    public static readonly ErrorCode NotPayable = new("payments.not_payable", 409, "This order can't be paid any more.");

    public static readonly ErrorCode Interrupted = new("payments.interrupted", 409, "This attempt to pay was given up for another one.");

    public static readonly ErrorCode ProviderAway =
        new("payments.provider_unavailable", 503, "The payment provider does not answer. Try again in a moment.");

    public static readonly ErrorCode NothingToRefund =
        new("payments.refund_exceeds_captured", 409, "That is more than there is to give back.");

    public static readonly ErrorCode ShippingRefunded =
        new("payments.shipping_refunded", 409, "Nothing is left of what was paid for delivery.");

    public static readonly ErrorCode NotShipped =
        new("payments.restock_not_shipped", 409, "Only what was shipped can go back on the shelf. Cancel the order instead.");

    public static readonly ErrorCode NoRefund = new("payments.refund_not_found", 404, "There is no such refund.");

    public static readonly ErrorCode NotFailed = new("payments.refund_not_failed", 409, "This refund did not fail.");

    public static readonly ErrorCode NotClosed = new("ledger.not_closed", 404, "That day is not closed.");

    public static readonly ErrorCode NothingHeld =
        new("payments.nothing_authorized", 409, "No money is held for this order, or it is being taken or let go already.");

    public static readonly ErrorCode ExceedsHeld =
        new("payments.capture_exceeds_authorized", 409, "That is more than is held for this order.");

    public static readonly ErrorCode NotFound = new("payments.not_found", 404, "There is no such payment.");

    public static readonly ErrorCode BadProof = new("payments.bad_confirmation", 400, "The confirmation is not the provider's.");

    public static readonly ErrorCode BadSignature = new("webhooks.bad_signature", 400, "The signature does not match.");

    public static readonly ErrorCode UnknownProvider = new("webhooks.unknown_provider", 404, "There is no such provider.");
}
