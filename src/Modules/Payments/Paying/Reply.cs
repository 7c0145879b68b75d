using Tradepost.Contracts.Payments;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Paying;

/// <summary>What the buyer is told of an attempt; kept with the Idempotency-Key, so that the same request is told the same again.</summary>
/// <param name="Payment">Where the payment stands.</param>
/// <param name="Problem">Why there is no money: declined, interrupted, returned; null when it is on its way or here.</param>
internal sealed record Reply(PaymentView Payment, string? Problem = null)
{
    public const string Declined = "declined";
    public const string Interrupted = "interrupted";
    public const string Returned = "returned";

    /// <summary>The reply about an attempt in this state.</summary>
    public static Reply About(PaymentView payment, AttemptState state, bool returned) => new(payment, state switch
    {
        AttemptState.Declined => Declined,
        AttemptState.Voided => Interrupted,
        AttemptState.Captured when returned => Returned,
        _ => null,
    });

    public Outcome<PaymentView> ToOutcome() => Problem switch
    {
        Declined => PaymentsErrors.Declined.With("reason", Payment.DeclineReason ?? "card_declined"),
        Interrupted => PaymentsErrors.Interrupted.Refuse(),
        Returned => PaymentsErrors.NotPayable.With("reason", "late"),
        _ => Payment,
    };
}
