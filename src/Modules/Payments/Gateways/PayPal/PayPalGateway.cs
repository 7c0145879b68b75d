using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Shop;
using Tradepost.Payments.Gateways.Calls;

namespace Tradepost.Payments.Gateways.PayPal;

/// <summary>
/// PayPal's Orders v2 (developer.paypal.com/docs/api/orders/v2). The buyer approves at PayPal; then the shop takes or holds the money,
/// which nothing but the shop can do: an order that was given up is simply never taken. Ids of attempts and refunds are the request ids.
/// </summary>
internal sealed class PayPalGateway : IOnlineGateway
{
    public const string ProviderName = "paypal";
    private readonly IConfigurationSection keys;
    private readonly PayPalCalls paypal;
    private readonly ShopSettings settings;

    public PayPalGateway(ProviderCalls calls, IConfiguration configuration, ShopSettings settings, TimeProvider time)
    {
        keys = configuration.GetSection("Payments:PayPal");
        paypal = new(calls, keys, time);
        this.settings = settings;
    }

    public string Name => ProviderName;

    public IReadOnlyList<PaymentMethod> Methods => keys["ClientId"] is { Length: > 0 } && keys["Secret"] is { Length: > 0 }
        ? [new("paypal", ProviderName, "PayPal")] : [];

    public bool Takes(string method, Platform.Types.Money amount) => PayPalMoney.Text(amount) is not null;

    public async Task<GatewayAnswer> Start(Charge charge, CancellationToken cancel)
    {
        var answer = await paypal.Send(HttpMethod.Post, "/v2/checkout/orders", charge.Attempt.ToString(), Order(charge), cancel);
        return answer is null ? new(AnswerKind.Lost)
            : answer.Fine ? PayPalAnswers.Of(answer.Body)
            : new(AnswerKind.Declined, Reason: "processing_error");
    }

    public async Task<GatewayAnswer> Query(Charge charge, bool mayTake, CancellationToken cancel)
    {
        // Before its name is known, the same request again tells it.
        if ((charge.Reference ?? (await Start(charge, cancel)).Reference) is not { } id)
        {
            return new(AnswerKind.Lost);
        }

        var order = await Get(id, cancel);
        if (order is not { Fine: true })
        {
            return new(order?.Status == 404 ? AnswerKind.Missing : AnswerKind.Lost);
        }

        return PayPalAnswers.IsApproved(order.Body) && mayTake ? await Take(charge, id, order.Body, cancel) : PayPalAnswers.Of(order.Body);
    }

    public async Task<GatewayAnswer> Capture(Charge charge, Platform.Types.Money amount, CancellationToken cancel)
    {
        var order = await Get(charge.Reference!, cancel);
        if (order is not { Fine: true } || PayPalAnswers.CaptureId(order.Body) is not null
            || PayPalAnswers.AuthorizationId(order.Body) is not { } hold)
        {
            return order is { Fine: true } ? PayPalAnswers.Of(order.Body) : new(AnswerKind.Lost);
        }

        var body = new { amount = Amount(amount), final_capture = true };
        var answer = await paypal.Send(
            HttpMethod.Post, $"/v2/payments/authorizations/{hold}/capture", $"{charge.Attempt}-capture", body, cancel);
        return answer is null ? new(AnswerKind.Lost) : await Query(charge, mayTake: false, cancel);
    }

    public async Task<GatewayAnswer> Void(Charge charge, CancellationToken cancel)
    {
        if (charge.Reference is not { } id)
        {
            // Never approved, so it can't be taken; and nobody will ask for it to be.
            return new(AnswerKind.Voided);
        }

        var order = await Get(id, cancel);
        if (order is not { Fine: true })
        {
            return new(order?.Status == 404 ? AnswerKind.Voided : AnswerKind.Lost);
        }

        if (PayPalAnswers.AuthorizationId(order.Body) is { } hold && PayPalAnswers.Of(order.Body).Kind == AnswerKind.Authorized)
        {
            var answer = await paypal.Send(
                HttpMethod.Post, $"/v2/payments/authorizations/{hold}/void", $"{charge.Attempt}-void", null, cancel);
            return answer is { Fine: true } ? new(AnswerKind.Voided, id) : answer is null ? new(AnswerKind.Lost)
                : await Query(charge, mayTake: false, cancel);
        }

        var now = PayPalAnswers.Of(order.Body);
        return now.Kind == AnswerKind.Challenged ? new(AnswerKind.Voided, id) : now;
    }

    public async Task<RefundAnswer> Refund(RefundRequest refund, CancellationToken cancel)
    {
        var order = await Get(refund.ProviderReference!, cancel);
        if (order is not { Fine: true } || PayPalAnswers.CaptureId(order.Body) is not { } capture)
        {
            return new(null, Error: "no answer");
        }

        var body = new { amount = Amount(refund.Amount), custom_id = refund.Id.ToString() };
        var answer = await paypal.Send(HttpMethod.Post, $"/v2/payments/captures/{capture}/refund", refund.Id.ToString(), body, cancel);
        if (answer is { Fine: true } && answer.Body.Text("status") == "PENDING")
        {
            answer = await paypal.Send(HttpMethod.Get, $"/v2/payments/refunds/{answer.Body.Text("id")}", null, null, cancel);
        }

        return answer is null ? new(null, Error: "no answer")
            : !answer.Fine ? new(false, Error: answer.Body.Items("details").FirstOrDefault().Text("issue") ?? answer.Body.Text("name"))
            : answer.Body.Text("status") switch
            {
                "COMPLETED" => new(true, answer.Body.Text("id")),
                "CANCELLED" or "FAILED" => new(false, answer.Body.Text("id"), answer.Body.Text("status")),
                _ => new(null, answer.Body.Text("id")),
            };
    }

    // PayPal signs with a certificate it names in the very message; asking PayPal whether it sent it trusts nothing in it.
    public async Task<bool?> IsGenuine(IHeaderDictionary headers, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        if (keys["WebhookId"] is not { Length: > 0 } webhook || headers["Paypal-Transmission-Sig"].Count == 0)
        {
            return false;
        }

        JsonElement sent;
        try
        {
            using var document = JsonDocument.Parse(body);
            sent = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return false;
        }

        var answer = await paypal.Send(HttpMethod.Post, "/v1/notifications/verify-webhook-signature", null, new
        {
            auth_algo = headers["Paypal-Auth-Algo"].ToString(),
            cert_url = headers["Paypal-Cert-Url"].ToString(),
            transmission_id = headers["Paypal-Transmission-Id"].ToString(),
            transmission_sig = headers["Paypal-Transmission-Sig"].ToString(),
            transmission_time = headers["Paypal-Transmission-Time"].ToString(),
            webhook_id = webhook,
            webhook_event = sent,
        }, cancel);
        return answer is null ? null : answer.Fine && answer.Body.Text("verification_status") == "SUCCESS";
    }

    public GatewayNotice? Read(string payload, IHeaderDictionary? headers)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            var (root, told) = (document.RootElement, document.RootElement.At("resource"));
            if (root.Text("id") is not { Length: > 0 and <= 200 } id)
            {
                return null;
            }

            var kind = root.Text("event_type") ?? "";
            var order = kind.StartsWith("CHECKOUT.ORDER.", StringComparison.Ordinal) ? told.Text("id")
                : told.Text("supplementary_data", "related_ids", "order_id");
            var named = told.Text("custom_id") ?? told.Items("purchase_units").FirstOrDefault().Text("custom_id");
            var refund = kind is "PAYMENT.CAPTURE.REFUNDED" or "PAYMENT.CAPTURE.REVERSED" or "PAYMENT.REFUND.PENDING"
                or "PAYMENT.REFUND.FAILED";
            var attempt = !refund && PaymentAttemptId.TryParse(named, null, out var known) ? known : (PaymentAttemptId?)null;
            return new(id, attempt, null) { Reference = order, AboutRefund = refund };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<GatewayAnswer> Take(Charge charge, string id, JsonElement order, CancellationToken cancel)
    {
        var (verb, key) = charge.CaptureLater ? ("authorize", $"{charge.Attempt}-authorize") : ("capture", $"{charge.Attempt}-capture");
        var answer = await paypal.Send(HttpMethod.Post, $"/v2/checkout/orders/{id}/{verb}", key, null, cancel);
        if (answer is null or { Fine: true })
        {
            return answer is null ? new(AnswerKind.Lost) : PayPalAnswers.Of(answer.Body);
        }

        // The buyer's card at PayPal was declined: they choose another there. Anything else is told by the order as it stands now.
        var issue = answer.Body.Items("details").FirstOrDefault().Text("issue");
        return issue == "INSTRUMENT_DECLINED" ? PayPalAnswers.Of(order) with { Reason = "card_declined" }
            : await Get(id, cancel) is { Fine: true } now ? PayPalAnswers.Of(now.Body) : new(AnswerKind.Lost);
    }

    private Task<ProviderAnswer?> Get(string id, CancellationToken cancel) =>
        paypal.Send(HttpMethod.Get, $"/v2/checkout/orders/{Uri.EscapeDataString(id)}", null, null, cancel);

    private object Order(Charge charge)
    {
        var back = settings.BaseUrl + charge.ReturnPath;
        return new
        {
            intent = charge.CaptureLater ? "AUTHORIZE" : "CAPTURE",
            purchase_units = new[]
            {
                new { custom_id = charge.Attempt.ToString(), description = charge.Description, amount = Amount(charge.Amount) },
            },
            payment_source = new
            {
                paypal = new
                {
                    experience_context = new
                    {
                        return_url = back, cancel_url = back, user_action = "PAY_NOW", shipping_preference = "NO_SHIPPING",
                        brand_name = settings.Name,
                    },
                },
            },
        };
    }

    private static object Amount(Platform.Types.Money money) =>
        new { currency_code = money.Currency.Code, value = PayPalMoney.Text(money) };
}
