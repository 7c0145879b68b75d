using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Tradepost.Contracts.Payments;
using Tradepost.Payments.Gateways.Calls;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Gateways.Stripe;

/// <summary>
/// Stripe's PaymentIntents (docs.stripe.com/api/payment_intents). One intent an attempt; the buyer confirms it in Stripe's own fields, as
/// often as it takes. Every request that changes something carries the attempt's or refund's id as its Idempotency-Key.
/// </summary>
internal sealed class StripeGateway(ProviderCalls calls, IConfiguration configuration, TimeProvider time) : IOnlineGateway
{
    public const string ProviderName = "stripe";
    private const string Version = "2024-06-20";
    private const string Expand = "?expand[0]=latest_charge.balance_transaction";
    private readonly IConfigurationSection keys = configuration.GetSection("Payments:Stripe");

    public string Name => ProviderName;

    public IReadOnlyList<PaymentMethod> Methods =>
        keys["SecretKey"] is not { Length: > 0 } || keys["PublishableKey"] is not { Length: > 0 } shown ? []
        : [new(PaymentMethods.Card, ProviderName, "Card")
            {
                Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["publishableKey"] = shown },
            }];

    // docs.stripe.com/security/guide#content-security-policy
    public BrowserOrigins Origins { get; } = new(
        ["https://js.stripe.com", "https://*.js.stripe.com"],
        ["https://js.stripe.com", "https://*.js.stripe.com", "https://hooks.stripe.com"],
        ["https://api.stripe.com"]);

    public bool Takes(string method, Money amount) => StripeMoney.Units(amount) is not null;

    public async Task<GatewayAnswer> Start(Charge charge, CancellationToken cancel)
    {
        var answer = await Post("payment_intents", charge.Attempt.ToString(), new()
        {
            ["amount"] = Text(StripeMoney.Units(charge.Amount)!.Value),
            ["currency"] = charge.Amount.Currency.Code.ToLowerInvariant(),
            ["capture_method"] = charge.CaptureLater ? "manual" : "automatic",
            ["automatic_payment_methods[enabled]"] = "true",
            ["description"] = charge.Description,
            ["metadata[attempt]"] = charge.Attempt.ToString(),
        }, cancel);
        return answer is null ? new(AnswerKind.Lost)
            : answer.Fine ? StripeAnswers.Of(answer.Body)
            : new(AnswerKind.Declined, Reason: StripeAnswers.Reason(answer.Body.At("error")));
    }

    // Before its name is known, the same request again tells: the key makes Stripe answer as it did, or create what never arrived.
    public async Task<GatewayAnswer> Query(Charge charge, bool mayTake, CancellationToken cancel)
    {
        if (charge.Reference is not { } known)
        {
            return await Start(charge, cancel) is { Reference: { } found } ? await Get(found, cancel) : new(AnswerKind.Lost);
        }

        return await Get(known, cancel);
    }

    public async Task<GatewayAnswer> Capture(Charge charge, Money amount, CancellationToken cancel)
    {
        var answer = await Post($"payment_intents/{charge.Reference}/capture", $"{charge.Attempt}-capture", new()
        {
            ["amount_to_capture"] = Text(StripeMoney.Units(amount)!.Value),
            ["expand[0]"] = "latest_charge.balance_transaction",
        }, cancel);
        return await Settled(answer, charge.Reference!, cancel);
    }

    public async Task<GatewayAnswer> Void(Charge charge, CancellationToken cancel)
    {
        var reference = charge.Reference ?? (await Start(charge, cancel)).Reference;
        if (reference is null)
        {
            return new(AnswerKind.Lost);
        }

        var answer = await Post($"payment_intents/{reference}/cancel", $"{charge.Attempt}-cancel", [], cancel);
        return await Settled(answer, reference, cancel);
    }

    public async Task<RefundAnswer> Refund(RefundRequest refund, CancellationToken cancel)
    {
        var answer = await Post("refunds", refund.Id.ToString(), new()
        {
            ["payment_intent"] = refund.ProviderReference!,
            ["amount"] = Text(StripeMoney.Units(refund.Amount)!.Value),
            ["metadata[refund]"] = refund.Id.ToString(),
        }, cancel);
        if (answer is { Fine: true } && answer.Body.Text("status") is "pending" or "requires_action")
        {
            // The key would answer "pending" for ever; the refund itself tells what became of it.
            answer = await Send(HttpMethod.Get, $"refunds/{answer!.Body.Text("id")}", null, null, cancel);
        }

        if (answer is null)
        {
            return new(null, Error: "no answer");
        }

        var id = answer.Body.Text("id");
        return !answer.Fine ? new(false, Error: answer.Body.Text("error", "message") ?? Text(answer.Status))
            : answer.Body.Text("status") switch
            {
                "succeeded" => new(true, id),
                "failed" or "canceled" => new(false, id, answer.Body.Text("failure_reason") ?? "failed"),
                _ => new(null, id),
            };
    }

    public Task<bool?> IsGenuine(IHeaderDictionary headers, ReadOnlyMemory<byte> body, CancellationToken cancel) =>
        Task.FromResult<bool?>(keys["WebhookSecret"] is { Length: > 0 } secret
            && StripeSignature.Matches(headers["Stripe-Signature"].ToString(), body.Span, secret, time.GetUtcNow()));

    public GatewayNotice? Read(string payload, IHeaderDictionary? headers)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            var (root, told) = (document.RootElement, document.RootElement.At("data", "object"));
            if (root.Text("id") is not { Length: > 0 and <= 200 } id)
            {
                return null;
            }

            var kind = told.Text("object");
            var named = told.Text("metadata", "attempt");
            var attempt = PaymentAttemptId.TryParse(named, null, out var known) ? known : (PaymentAttemptId?)null;
            return new(id, attempt, null)
            {
                Reference = kind == "payment_intent" ? told.Text("id") : told.Text("payment_intent"),
                AboutRefund = kind == "refund" || root.Text("type") == "charge.refunded",
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<GatewayAnswer> Get(string reference, CancellationToken cancel)
    {
        var answer = await Send(HttpMethod.Get, $"payment_intents/{reference}{Expand}", null, null, cancel);
        return answer is null ? new(AnswerKind.Lost)
            : answer.Fine ? StripeAnswers.Of(answer.Body)
            : new(answer.Status == 404 ? AnswerKind.Missing : AnswerKind.Lost);
    }

    // A capture or cancel that comes too late is refused; the intent itself then says how it ended.
    private async Task<GatewayAnswer> Settled(ProviderAnswer? answer, string reference, CancellationToken cancel) =>
        answer is null ? new(AnswerKind.Lost) : answer.Fine ? StripeAnswers.Of(answer.Body) : await Get(reference, cancel);

    private Task<ProviderAnswer?> Post(string path, string key, Dictionary<string, string> form, CancellationToken cancel) =>
        Send(HttpMethod.Post, path, key, form, cancel);

    private Task<ProviderAnswer?> Send(
        HttpMethod method, string path, string? key, Dictionary<string, string>? form, CancellationToken cancel) => calls.Send(
        () =>
        {
            var request = new HttpRequestMessage(method, $"{keys["BaseUrl"] ?? "https://api.stripe.com"}/v1/{path}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", keys["SecretKey"]);
            request.Headers.Add("Stripe-Version", Version);
            if (key is not null)
            {
                request.Headers.Add("Idempotency-Key", key);
            }

            request.Content = form is null ? null : new FormUrlEncodedContent(form);
            return request;
        }, cancel);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
