using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using Tradepost.Platform.Http;
using Tradepost.Webhooks.Endpoints;

namespace Tradepost.Webhooks.Sending;

/// <summary>What one attempt came to.</summary>
/// <param name="Status">The receiver's HTTP status; null when it gave none.</param>
/// <param name="Error">Why there is none.</param>
/// <param name="Answer">The first KB of what it said.</param>
internal sealed record Attempt(int? Status, string? Error, string Answer, TimeSpan Duration)
{
    public bool Succeeded => Status is >= 200 and < 300;
}

/// <summary>A delivery on its way.</summary>
internal sealed record Leased(
    DeliveryId Id, EndpointId Endpoint, string Url, string Type, string Body, int Attempts, int Generation, DateTimeOffset? RotatedAt);

/// <summary>Makes one signed request. A redirect is an answer like any other that is not a success: it is not followed.</summary>
internal sealed class Sender(IOptions<WebhooksOptions> options, Secrets secrets, TimeProvider time) : IDisposable
{
    private const int AnswerKept = 1024;
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly HttpClient http = Outside.Client(options.Value.AllowPrivate, options.Value.Timeout);

    public void Dispose() => http.Dispose();

    public async Task<Attempt> Send(Leased delivery, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(options.Value.Timeout);
        try
        {
            using var request = Request(delivery);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            var said = await Beginning(answer, patience.Token);
            return new((int)answer.StatusCode, null, said, Stopwatch.GetElapsedTime(started));
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            var reason = failure is OperationCanceledException
                ? $"No answer within {options.Value.Timeout.TotalSeconds:0} s."
                : failure.InnerException?.Message ?? failure.Message;
            return new(null, reason, "", Stopwatch.GetElapsedTime(started));
        }
    }

    private HttpRequestMessage Request(Leased delivery)
    {
        var now = time.GetUtcNow();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Body));
        content.Headers.ContentType = Json;
        var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url) { Content = content };
        request.Headers.TryAddWithoutValidation("User-Agent", "Tradepost-Webhooks/1");
        request.Headers.TryAddWithoutValidation("Tradepost-Event", delivery.Type);
        request.Headers.TryAddWithoutValidation("Tradepost-Delivery", delivery.Id.ToString());
        request.Headers.TryAddWithoutValidation(Signature.Header, Signature.Of(delivery.Body, now, SecretsOf(delivery, now)));
        return request;
    }

    private IEnumerable<string> SecretsOf(Leased delivery, DateTimeOffset now)
    {
        yield return secrets.Of(delivery.Endpoint, delivery.Generation);
        if (delivery.RotatedAt is { } rotated && delivery.Generation > 1 && now < rotated + options.Value.RotationTime)
        {
            yield return secrets.Of(delivery.Endpoint, delivery.Generation - 1);
        }
    }

    // What a receiver answers is shown to staff as text; a NUL has no place in the database.
    private static async Task<string> Beginning(HttpResponseMessage answer, CancellationToken cancel)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancel);
        var bytes = new byte[AnswerKept];
        var read = await body.ReadAtLeastAsync(bytes, AnswerKept, throwOnEndOfStream: false, cancel);
        return Encoding.UTF8.GetString(bytes, 0, read).Replace('\0', ' ');
    }
}
