using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Gateways;

/// <summary>
/// The demo gateway, spoken to over HTTP like any other provider: an address, a key, a secret for its webhooks. A request that got no
/// answer is sent again under the same attempt id, which the gateway answers as it did the first time.
/// </summary>
internal sealed class DemoGatewayClient(IHttpClientFactory clients, IConfiguration configuration, ShopSettings settings, TimeProvider time)
    : IOnlineGateway
{
    public const string ProviderName = "demo";
    private const int Tries = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public string Name => ProviderName;

    public IReadOnlyList<PaymentMethod> Methods { get; } = [new(PaymentMethods.Card, ProviderName, "Card")];

    public Task<GatewayAnswer> Start(Charge charge, CancellationToken cancel)
    {
        var webhook = configuration["DemoGateway:WebhookUrl"] ?? settings.BaseUrl + "/api/v1/webhooks/demo";
        var body = new ChargeBody(
            charge.Attempt, charge.Amount, new(charge.CardNumber!), charge.Description, charge.ReturnPath, webhook,
            charge.CaptureLater ? "manual" : "automatic");
        return Ask(HttpMethod.Post, "charges", body, cancel);
    }

    public Task<GatewayAnswer> Query(Charge charge, bool mayTake, CancellationToken cancel) =>
        Ask(HttpMethod.Get, $"charges/{charge.Attempt}", null, cancel);

    public Task<GatewayAnswer> Capture(Charge charge, Money amount, CancellationToken cancel) =>
        Ask(HttpMethod.Post, $"charges/{charge.Attempt}/capture", new { amount }, cancel);

    public Task<GatewayAnswer> Void(Charge charge, CancellationToken cancel) =>
        Ask(HttpMethod.Post, $"charges/{charge.Attempt}/void", null, cancel);

    public async Task<RefundAnswer> Refund(RefundRequest refund, CancellationToken cancel)
    {
        var body = new { refundId = refund.Id, chargeId = refund.ProviderReference, amount = refund.Amount };
        using var answer = await Send(HttpMethod.Post, "refunds", body, cancel);
        if (answer is null)
        {
            return new(null, Error: "no answer");
        }

        var read = await Read<RefundBody>(answer, cancel);
        return answer.IsSuccessStatusCode
            ? new(read?.Id is null ? null : true, read?.Id)
            : new((int)answer.StatusCode < 500 ? false : null, Error: read?.Error ?? answer.StatusCode.ToString());
    }

    public Task<bool?> IsGenuine(IHeaderDictionary headers, ReadOnlyMemory<byte> body, CancellationToken cancel) =>
        Task.FromResult<bool?>(
            DemoSignature.Matches(headers["Demo-Signature"].ToString(), body.Span, Required("WebhookSecret"), time.GetUtcNow()));

    public GatewayNotice? Read(string payload, IHeaderDictionary? headers)
    {
        try
        {
            var read = JsonSerializer.Deserialize<EventBody>(payload, ApiJson.Options);
            return read?.Id is null ? null : new(read.Id, read.Data?.AttemptId, read.Data?.ToAnswer());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<GatewayAnswer> Ask(HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        using var answer = await Send(method, path, body, cancel);
        if (answer is null || (int)answer.StatusCode >= 500)
        {
            return new(AnswerKind.Lost);
        }

        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return new(AnswerKind.Missing);
        }

        var read = await Read<ChargeAnswer>(answer, cancel);
        return answer.IsSuccessStatusCode && read is not null
            ? read.ToAnswer()
            : throw new InvalidOperationException($"The demo gateway refused {method} with {(int)answer.StatusCode}: {read?.Error}");
    }

    // Null: no answer came, several times.
    private async Task<HttpResponseMessage?> Send(HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        var root = configuration["DemoGateway:Url"] ?? settings.BaseUrl + "/demo-gateway";
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(method, $"{root}/v1/{path}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Required("ApiKey"));
            request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: ApiJson.Options);
            try
            {
                var answer = await clients.CreateClient(ProviderName).SendAsync(request, cancel);
                if ((int)answer.StatusCode < 500 || attempt == Tries)
                {
                    return answer;
                }

                answer.Dispose();
            }
            catch (Exception failure) when (IsLost(failure, cancel))
            {
                if (attempt == Tries)
                {
                    return null;
                }
            }

            await Task.Delay(Pause * attempt, time, cancel);
        }
    }

    private static bool IsLost(Exception failure, CancellationToken cancel) =>
        failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancel.IsCancellationRequested);

    private static async Task<T?> Read<T>(HttpResponseMessage answer, CancellationToken cancel)
        where T : class
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<T>(ApiJson.Options, cancel);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Required(string name) =>
        configuration["DemoGateway:" + name] ?? throw new InvalidOperationException($"DemoGateway:{name} is not configured.");

    private sealed record ChargeBody(
        PaymentAttemptId AttemptId, Money Amount, CardBody Card, string Description, string ReturnPath, string WebhookUrl,
        string Capture);

    private sealed record CardBody(string Number);

    private sealed record RefundBody(string? Id, string? Error);

    private sealed record EventBody(string? Id, string? Type, ChargeAnswer? Data);

    private sealed record ChargeAnswer(
        string? Id, PaymentAttemptId? AttemptId, string? Status, Money? Amount, string? DeclineReason, string? ChallengePath, string? Error,
        Money? Captured, Money? Fee)
    {
        public GatewayAnswer ToAnswer() => Status switch
        {
            "succeeded" => new(AnswerKind.Captured, Id, Captured ?? Amount, Fee: Fee),
            "authorized" => new(AnswerKind.Authorized, Id, Amount),
            "declined" => new(AnswerKind.Declined, Id, Reason: DeclineReason),
            "voided" => new(AnswerKind.Voided, Id),
            "challenge" => new(AnswerKind.Challenged, Id, Next: new NextAction("redirect", ChallengePath)),
            _ => new(AnswerKind.Lost),
        };
    }
}
