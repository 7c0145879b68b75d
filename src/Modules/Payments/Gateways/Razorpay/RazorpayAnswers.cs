using System.Text.Json;
using Tradepost.Contracts.Payments;
using Tradepost.Payments.Gateways.Calls;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Gateways.Razorpay;

/// <summary>What the payments of an order at Razorpay say, in the shop's words. Pure.</summary>
internal static class RazorpayAnswers
{
    public static GatewayAnswer Of(string order, IReadOnlyList<JsonElement> payments)
    {
        if (With(payments, "captured", "refunded") is { } taken)
        {
            return new(AnswerKind.Captured, order, Amount(taken), Fee: Amount(taken, "fee"));
        }

        if (With(payments, "authorized") is { } held)
        {
            return new(AnswerKind.Authorized, order, Amount(held));
        }

        var failed = With(payments, "failed");
        return new(AnswerKind.Challenged, order, Reason: failed is { } last ? Reason(last) : null, Next: Open(order));
    }

    public static NextAction Open(string order) => new("confirm", Provider: RazorpayGateway.ProviderName, ClientSecret: order);

    public static JsonElement? With(IReadOnlyList<JsonElement> payments, params ReadOnlySpan<string> states)
    {
        foreach (var payment in payments)
        {
            if (states.Contains(payment.Text("status")))
            {
                return payment;
            }
        }

        return null;
    }

    public static Money? Amount(JsonElement payment, string field = "amount") =>
        payment.Number(field) is { } units && Currency.TryOf(payment.Text("currency"), out var currency) ? new(units, currency) : null;

    private static string Reason(JsonElement payment) => payment.Text("error_reason") switch
    {
        "insufficient_funds" => "insufficient_funds",
        "card_expired" => "expired_card",
        "incorrect_cvv" => "incorrect_cvc",
        "incorrect_card_details" or "card_number_invalid" => "incorrect_number",
        "authentication_failed" or "payment_cancelled" or "incorrect_otp" => "authentication_failed",
        "server_error" or "gateway_technical_error" or "bank_technical_error" => "processing_error",
        _ => "card_declined",
    };
}
