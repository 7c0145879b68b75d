using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.Configuration;
using Tradepost.Payments.Gateways.Calls;

namespace Tradepost.Payments.Gateways.PayPal;

/// <summary>Calls to PayPal with a token that is kept until shortly before it ends. One that is refused is replaced once.</summary>
internal sealed class PayPalCalls(ProviderCalls calls, IConfigurationSection keys, TimeProvider time)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim renewing = new(1, 1);
    private (string Token, DateTimeOffset Until)? kept;

    public async Task<ProviderAnswer?> Send(
        HttpMethod method, string path, string? requestId, object? body, CancellationToken cancel)
    {
        for (var renewed = false; ; renewed = true)
        {
            if (await Token(renewed, cancel) is not { } token)
            {
                return null;
            }

            var answer = await calls.Send(() => Make(method, path, requestId, body, token), cancel);
            if (answer is not { Status: 401 } || renewed)
            {
                return answer;
            }
        }
    }

    private HttpRequestMessage Make(HttpMethod method, string path, string? requestId, object? body, string token)
    {
        var request = new HttpRequestMessage(method, Address(path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Prefer", "return=representation");
        if (requestId is not null)
        {
            request.Headers.Add("PayPal-Request-Id", requestId);
        }

        // An empty JSON object where there is nothing to say: PayPal refuses a POST without a content type.
        request.Content = method == HttpMethod.Get ? null : JsonContent.Create(body ?? new { }, (body ?? new { }).GetType());
        return request;
    }

    private async Task<string?> Token(bool anew, CancellationToken cancel)
    {
        await renewing.WaitAsync(cancel);
        try
        {
            if (!anew && kept is { } still && still.Until > time.GetUtcNow())
            {
                return still.Token;
            }

            var answer = await calls.Send(
                () =>
                {
                    var request = new HttpRequestMessage(HttpMethod.Post, Address("/v1/oauth2/token"));
                    var pair = Encoding.UTF8.GetBytes($"{keys["ClientId"]}:{keys["Secret"]}");
                    request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(pair));
                    request.Content = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]);
                    return request;
                }, cancel);
            kept = answer?.Body.Text("access_token") is { } token
                ? (token, time.GetUtcNow().AddSeconds(answer.Body.Number("expires_in") ?? 0) - Margin)
                : null;
            return kept?.Token;
        }
        finally
        {
            renewing.Release();
        }
    }

    private string Address(string path) => (keys["BaseUrl"] ?? "https://api-m.paypal.com") + path;
}
