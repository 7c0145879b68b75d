using System.Text.Json;
using Tradepost.Contracts.Payments;
using Tradepost.Payments.Gateways.Calls;

namespace Tradepost.Payments.Gateways.PayPal;

/// <summary>What an order at PayPal says, in the shop's words. Pure.</summary>
internal static class PayPalAnswers
{
    public static GatewayAnswer Of(JsonElement order)
    {
        var id = order.Text("id");
        var payments = order.Items("purchase_units").Select(unit => unit.At("payments")).FirstOrDefault();
        if (payments.Items("captures").LastOrDefault() is { ValueKind: JsonValueKind.Object } capture)
        {
            return Captured(id, capture);
        }

        if (payments.Items("authorizations").LastOrDefault() is { ValueKind: JsonValueKind.Object } hold)
        {
            return Held(id, hold);
        }

        return order.Text("status") switch
        {
            "CREATED" or "SAVED" or "PAYER_ACTION_REQUIRED" or "APPROVED" => new(AnswerKind.Challenged, id, Next: Approve(order)),
            "VOIDED" => new(AnswerKind.Voided, id),
            _ => new(AnswerKind.Lost, id),
        };
    }

    public static bool IsApproved(JsonElement order) => order.Text("status") == "APPROVED";

    public static string? CaptureId(JsonElement order) => First(order, "captures");

    public static string? AuthorizationId(JsonElement order) => First(order, "authorizations");

    private static string? First(JsonElement order, string kind) => order.Items("purchase_units")
        .SelectMany(unit => unit.Items("payments", kind)).Select(payment => payment.Text("id")).FirstOrDefault();

    private static GatewayAnswer Captured(string? id, JsonElement capture) => capture.Text("status") switch
    {
        "COMPLETED" or "REFUNDED" or "PARTIALLY_REFUNDED" => new(
            AnswerKind.Captured, id, PayPalMoney.Of(capture.At("amount")),
            Fee: PayPalMoney.Of(capture.At("seller_receivable_breakdown", "paypal_fee"))),
        "DECLINED" or "FAILED" => new(AnswerKind.Declined, id, Reason: "card_declined"),
        _ => new(AnswerKind.Lost, id),
    };

    private static GatewayAnswer Held(string? id, JsonElement hold) => hold.Text("status") switch
    {
        "CREATED" => new(AnswerKind.Authorized, id, PayPalMoney.Of(hold.At("amount"))),
        "VOIDED" or "EXPIRED" => new(AnswerKind.Voided, id),
        "DENIED" => new(AnswerKind.Declined, id, Reason: "card_declined"),
        _ => new(AnswerKind.Lost, id),
    };

    private static NextAction Approve(JsonElement order) => new(
        "redirect", order.Items("links").FirstOrDefault(link => link.Text("rel") is "payer-action" or "approve").Text("href"));
}
