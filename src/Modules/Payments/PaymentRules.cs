using Tradepost.Contracts.Payments;
using Tradepost.Payments.Paying;
using Tradepost.Platform.Types;

namespace Tradepost.Payments;

/// <summary>
/// What a payment's sums and its last attempt mean, and how it may move. The database holds the same table (payments.payment_edges).
/// </summary>
internal static class PaymentRules
{
    public static IReadOnlySet<(PaymentStatus From, PaymentStatus To)> Edges { get; } = new HashSet<(PaymentStatus From, PaymentStatus To)>
    {
        (PaymentStatus.Pending, PaymentStatus.Authorized),
        (PaymentStatus.Pending, PaymentStatus.Paid),
        (PaymentStatus.Pending, PaymentStatus.Failed),
        (PaymentStatus.Failed, PaymentStatus.Pending),
        (PaymentStatus.Failed, PaymentStatus.Authorized),
        (PaymentStatus.Failed, PaymentStatus.Paid),
        (PaymentStatus.Authorized, PaymentStatus.Paid),
        (PaymentStatus.Authorized, PaymentStatus.Failed),
        (PaymentStatus.Authorized, PaymentStatus.Pending),
        (PaymentStatus.Paid, PaymentStatus.PartiallyRefunded),
        (PaymentStatus.Paid, PaymentStatus.Refunded),
        (PaymentStatus.PartiallyRefunded, PaymentStatus.Refunded),

        // Paid a second time after all of the first went back.
        (PaymentStatus.Refunded, PaymentStatus.PartiallyRefunded),
    };

    public static PaymentStatus Status(long capturedMinor, long refundedMinor, AttemptState? last) => capturedMinor switch
    {
        0 => last switch
        {
            AttemptState.Declined => PaymentStatus.Failed,
            AttemptState.Authorized => PaymentStatus.Authorized,
            _ => PaymentStatus.Pending,
        },
        _ when refundedMinor == 0 => PaymentStatus.Paid,
        _ when refundedMinor < capturedMinor => PaymentStatus.PartiallyRefunded,
        _ => PaymentStatus.Refunded,
    };

    /// <summary>
    /// Whether there is nothing left to take. What went back went back for a reason of its own: it makes no room for another capture.
    /// </summary>
    public static bool IsPaid(Money captured, Money amount) => captured >= amount;
}
