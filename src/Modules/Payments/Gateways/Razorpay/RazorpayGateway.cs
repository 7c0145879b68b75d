using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Tradepost.Contracts.Payments;
using Tradepost.Payments.Gateways.Calls;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Gateways.Razorpay;

/// <summary>
/// Razorpay's orders and payments (razorpay.com/docs/api). One order an attempt, its receipt the attempt's id; the buyer pays it in
/// Razorpay's own window, by card or UPI, as often as it takes. Payments are held until the shop takes them; one that is never taken goes
/// back by itself.
/// </summary>
internal sealed class RazorpayGateway(ProviderCalls calls, IConfiguration configuration) : IOnlineGateway
{
    public const string ProviderName = "razorpay";
    private readonly IConfigurationSection keys = configuration.GetSection("Payments:Razorpay");

    public string Name => ProviderName;

    public IReadOnlyList<PaymentMethod> Methods
    {
        get
        {
            if (keys["KeyId"] is not { Length: > 0 } id || keys["KeySecret"] is not { Length: > 0 })
            {
                return [];
            }

            var shown = new Dictionary<string, string>(StringComparer.Ordinal) { ["keyId"] = id };
            return [new("upi", ProviderName, "UPI") { Settings = shown }, new(PaymentMethods.Card, ProviderName, "Card") { Settings = shown }];
        }
    }

    public BrowserOrigins Origins { get; } = new(
        ["https://checkout.razorpay.com"], ["https://api.razorpay.com", "https://checkout.razorpay.com"],
        ["https://api.razorpay.com", "https://lumberjack.razorpay.com"]);

    // UPI moves rupees only. Razorpay's units are ISO's; of three decimals the last must be 0.
    public bool Takes(string method, Money amount) =>
        (method != "upi" || amount.Currency.Code == "INR") && amount.Currency.Scale <= 3
        && (amount.Currency.Scale < 3 || amount.Minor % 10 == 0);

    public async Task<GatewayAnswer> Start(Charge charge, CancellationToken cancel)
    {
        // There is no key that makes Razorpay answer the same again, so an order with this receipt is looked for first.
        var known = await Find(charge, cancel);
        if (known is null || !known.Fine || known.Body.Items("items").Count > 0)
        {
            return known is { Fine: true } ? Named(known.Body.Items("items")[0].Text("id"))
                : new(known is null ? AnswerKind.Lost : AnswerKind.Declined, Reason: "processing_error");
        }

        var answer = await Send(HttpMethod.Post, "orders", new
        {
            amount = charge.Amount.Minor,
            currency = charge.Amount.Currency.Code,
            receipt = charge.Attempt.ToString(),
            notes = new { attempt = charge.Attempt.ToString(), description = charge.Description },
        }, null, cancel);
        return answer is null ? new(AnswerKind.Lost)
            : answer.Fine ? Named(answer.Body.Text("id"))
            : new(AnswerKind.Declined, Reason: "processing_error");
    }

    public async Task<GatewayAnswer> Query(Charge charge, bool mayTake, CancellationToken cancel)
    {
        if (await Reference(charge, cancel) is not { } found)
        {
            return new(AnswerKind.Lost);
        }

        if (found.Length == 0)
        {
            return new(AnswerKind.Missing);
        }

        var payments = await Payments(found, cancel);
        if (payments is null)
        {
            return new(AnswerKind.Lost);
        }

        var now = RazorpayAnswers.Of(found, payments);
        return now.Kind == AnswerKind.Authorized && mayTake && !charge.CaptureLater && now.Amount == charge.Amount
            ? await Take(found, charge.Amount, cancel) : now;
    }

    public Task<GatewayAnswer> Capture(Charge charge, Money amount, CancellationToken cancel) => Take(charge.Reference!, amount, cancel);

    // There is nothing to call: what is not taken goes back by itself, and nobody but the shop takes it.
    public async Task<GatewayAnswer> Void(Charge charge, CancellationToken cancel)
    {
        var now = await Query(charge, mayTake: false, cancel);
        return now.Kind is AnswerKind.Captured or AnswerKind.Lost ? now : new(AnswerKind.Voided, now.Reference);
    }

    public async Task<RefundAnswer> Refund(RefundRequest refund, CancellationToken cancel)
    {
        if (await Payments(refund.ProviderReference!, cancel) is not { } payments
            || RazorpayAnswers.With(payments, "captured", "refunded")?.Text("id") is not { } payment)
        {
            return new(null, Error: "no answer");
        }

        var receipt = refund.Id.ToString();
        var known = await Send(HttpMethod.Get, $"payments/{payment}/refunds?count=100", null, null, cancel);
        if (known is not { Fine: true })
        {
            return new(null, Error: "no answer");
        }

        var given = known.Body.Items("items").FirstOrDefault(some => some.Text("receipt") == receipt);
        if (given.ValueKind == JsonValueKind.Object)
        {
            return Told(given);
        }

        var body = new { amount = refund.Amount.Minor, receipt, notes = new { refund = receipt } };
        var answer = await Send(HttpMethod.Post, $"payments/{payment}/refund", body, receipt, cancel);
        return answer is null ? new(null, Error: "no answer")
            : answer.Fine ? Told(answer.Body)
            : new(false, Error: answer.Body.Text("error", "description"));
    }

    public bool IsProof(Charge charge, IReadOnlyDictionary<string, string> proof) =>
        proof.GetValueOrDefault("razorpay_order_id") is { } order && order == charge.Reference
        && proof.GetValueOrDefault("razorpay_payment_id") is { } payment
        && proof.GetValueOrDefault("razorpay_signature") is { } signature
        && RazorpaySignature.IsPayment(order, payment, signature, keys["KeySecret"] ?? "");

    public Task<bool?> IsGenuine(IHeaderDictionary headers, ReadOnlyMemory<byte> body, CancellationToken cancel) =>
        Task.FromResult<bool?>(keys["WebhookSecret"] is { Length: > 0 } secret
            && RazorpaySignature.IsWebhook(headers["X-Razorpay-Signature"].ToString(), body.Span, secret));

    public GatewayNotice? Read(string payload, IHeaderDictionary? headers)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            var root = document.RootElement;
            if (root.Text("event") is not { } kind)
            {
                return null;
            }

            // The event's id stands in a header only; what was sent names it as well.
            var id = headers?["X-Razorpay-Event-Id"].ToString() is { Length: > 0 and <= 200 } told ? told
                : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(payload)));
            var order = root.Text("payload", "payment", "entity", "order_id") ?? root.Text("payload", "order", "entity", "id");
            return new(id, null, null) { Reference = order, AboutRefund = kind.StartsWith("refund.", StringComparison.Ordinal) };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static GatewayAnswer Named(string? order) => order is null ? new(AnswerKind.Lost)
        : new(AnswerKind.Challenged, order, Next: RazorpayAnswers.Open(order));

    private static RefundAnswer Told(JsonElement refund) => refund.Text("status") switch
    {
        "processed" => new(true, refund.Text("id")),
        "failed" => new(false, refund.Text("id"), "failed"),
        _ => new(null, refund.Text("id")),
    };

    private async Task<GatewayAnswer> Take(string order, Money amount, CancellationToken cancel)
    {
        if (await Payments(order, cancel) is not { } before)
        {
            return new(AnswerKind.Lost);
        }

        if (RazorpayAnswers.With(before, "captured", "refunded") is null && RazorpayAnswers.With(before, "authorized") is { } held)
        {
            var body = new { amount = amount.Minor, currency = amount.Currency.Code };
            await Send(HttpMethod.Post, $"payments/{held.Text("id")}/capture", body, null, cancel);
        }

        // Whatever was answered, the payments themselves tell: a capture asked for twice is refused the second time.
        return await Payments(order, cancel) is { } after ? RazorpayAnswers.Of(order, after) : new(AnswerKind.Lost);
    }

    private async Task<string?> Reference(Charge charge, CancellationToken cancel)
    {
        if (charge.Reference is { } known)
        {
            return known;
        }

        return await Find(charge, cancel) is { Fine: true } found ? found.Body.Items("items").FirstOrDefault().Text("id") ?? "" : null;
    }

    private Task<ProviderAnswer?> Find(Charge charge, CancellationToken cancel) =>
        Send(HttpMethod.Get, $"orders?receipt={charge.Attempt}", null, null, cancel);

    private async Task<IReadOnlyList<JsonElement>?> Payments(string order, CancellationToken cancel) =>
        await Send(HttpMethod.Get, $"orders/{Uri.EscapeDataString(order)}/payments", null, null, cancel) is { Fine: true } answer
            ? answer.Body.Items("items") : null;

    private Task<ProviderAnswer?> Send(HttpMethod method, string path, object? body, string? refund, CancellationToken cancel) => calls.Send(
        () =>
        {
            var request = new HttpRequestMessage(method, $"{keys["BaseUrl"] ?? "https://api.razorpay.com"}/v1/{path}");
            var pair = Encoding.UTF8.GetBytes($"{keys["KeyId"]}:{keys["KeySecret"]}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(pair));
            if (refund is not null)
            {
                request.Headers.Add("X-Refund-Idempotency", refund);
            }

            request.Content = body is null ? null : JsonContent.Create(body, body.GetType());
            return request;
        }, cancel);
}
