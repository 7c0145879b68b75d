using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Tradepost.Payments.Gateways.Calls;

/// <summary>A provider's definite answer: anything but silence, overload or a fault of its own.</summary>
internal sealed record ProviderAnswer(int Status, JsonElement Body)
{
    public bool Fine => Status is >= 200 and < 300;
}

/// <summary>
/// Calls to providers. What got no answer, or only "busy" or "broken", is sent again with the same key after a growing pause, a few times
/// within one deadline; a refusal never is.
/// </summary>
internal sealed partial class ProviderCalls(IHttpClientFactory clients, TimeProvider time, ILogger<ProviderCalls> log)
{
    public const string Client = "payment-providers";

    /// <summary>Of one try.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(8);

    private const int Tries = 3;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(18);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    /// <returns>Null: no definite answer, several times.</returns>
    public async Task<ProviderAnswer?> Send(Func<HttpRequestMessage> make, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Deadline);
        for (var attempt = 1; ; attempt++)
        {
            using var request = make();
            TimeSpan? wanted = null;
            try
            {
                using var answer = await clients.CreateClient(Client).SendAsync(request, deadline.Token);
                if ((int)answer.StatusCode is not (429 or 409 or >= 500))
                {
                    return await Read(request, answer, deadline.Token);
                }

                wanted = answer.Headers.RetryAfter?.Delta;
            }
            catch (Exception failure) when (IsLost(failure, cancel))
            {
                if (deadline.IsCancellationRequested)
                {
                    return null;
                }
            }

            if (attempt == Tries)
            {
                return null;
            }

            try
            {
                await Task.Delay(Wait(attempt, wanted), time, deadline.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return null;
            }
        }
    }

    private static TimeSpan Wait(int attempt, TimeSpan? wanted)
    {
        var pause = Pause * Math.Pow(3, attempt - 1) * (1 + (Random.Shared.NextDouble() / 4));
        return wanted is { } asked && asked > pause ? (asked < LongestPause ? asked : LongestPause) : pause;
    }

    private static bool IsLost(Exception failure, CancellationToken cancel) =>
        failure is HttpRequestException or IOException or JsonException
        || (failure is OperationCanceledException && !cancel.IsCancellationRequested);

    private async Task<ProviderAnswer> Read(HttpRequestMessage request, HttpResponseMessage answer, CancellationToken cancel)
    {
        var text = await answer.Content.ReadAsStringAsync(cancel);
        using var document = JsonDocument.Parse(text.Length == 0 ? "{}" : text);
        if ((int)answer.StatusCode is 401 or 403)
        {
            // Keys are wrong or lack a right; nobody can pay until somebody looks.
            Refused(log, request.RequestUri!.Host, (int)answer.StatusCode);
        }

        return new((int)answer.StatusCode, document.RootElement.Clone());
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Provider} refuses the shop's keys ({Status})")]
    private static partial void Refused(ILogger log, string provider, int status);
}
