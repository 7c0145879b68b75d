using Tradepost.Contracts.Payments;
using Tradepost.Payments.Paying;

namespace Tradepost.Payments;

/// <summary>What a payment's sums and its last attempt mean. Pure.</summary>
internal static class PaymentRules
{
    public static PaymentStatus Status(long capturedMinor, long refundedMinor, AttemptState? last) => capturedMinor switch
    {
        0 => last == AttemptState.Declined ? PaymentStatus.Failed : PaymentStatus.Pending,
        _ when refundedMinor == 0 => PaymentStatus.Paid,
        _ when refundedMinor < capturedMinor => PaymentStatus.PartiallyRefunded,
        _ => PaymentStatus.Refunded,
    };
}
