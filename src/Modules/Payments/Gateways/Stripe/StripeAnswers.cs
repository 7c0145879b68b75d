using System.Text.Json;
using Tradepost.Contracts.Payments;
using Tradepost.Payments.Gateways.Calls;

namespace Tradepost.Payments.Gateways.Stripe;

/// <summary>What a PaymentIntent says, in the shop's words. Pure.</summary>
internal static class StripeAnswers
{
    public static GatewayAnswer Of(JsonElement intent)
    {
        var (id, currency) = (intent.Text("id"), intent.Text("currency"));
        return intent.Text("status") switch
        {
            "succeeded" => new(
                AnswerKind.Captured, id, StripeMoney.Of(intent.Number("amount_received"), currency), Fee: Fee(intent)),
            "requires_capture" => new(AnswerKind.Authorized, id, StripeMoney.Of(intent.Number("amount_capturable"), currency)),
            "canceled" => new(AnswerKind.Voided, id),
            "requires_payment_method" or "requires_confirmation" or "requires_action" => new(
                AnswerKind.Challenged, id, Reason: Reason(intent.At("last_payment_error")),
                Next: new NextAction("confirm", Provider: StripeGateway.ProviderName, ClientSecret: intent.Text("client_secret"))),
            _ => new(AnswerKind.Lost, id),
        };
    }

    /// <summary>Stripe's codes (docs.stripe.com/declines/codes) in the words of the shop; null: there was no failure.</summary>
    public static string? Reason(JsonElement error) => error.ValueKind != JsonValueKind.Object ? null
        : (error.Text("decline_code") ?? error.Text("code")) switch
        {
            "insufficient_funds" or "card_velocity_exceeded" or "withdrawal_count_limit_exceeded" => "insufficient_funds",
            "expired_card" or "invalid_expiry_month" or "invalid_expiry_year" => "expired_card",
            "incorrect_cvc" or "invalid_cvc" => "incorrect_cvc",
            "incorrect_number" or "invalid_number" or "invalid_account" => "incorrect_number",
            "authentication_required" or "payment_intent_authentication_failure" or "authentication_not_handled" => "authentication_failed",
            "processing_error" or "try_again_later" or "issuer_not_available" or "reenter_transaction" => "processing_error",
            _ => "card_declined",
        };

    private static Platform.Types.Money? Fee(JsonElement intent)
    {
        var booked = intent.At("latest_charge", "balance_transaction");
        return StripeMoney.Of(booked.Number("fee"), booked.Text("currency"));
    }
}
