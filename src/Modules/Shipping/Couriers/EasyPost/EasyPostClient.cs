using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Tradepost.Platform.Documents;

namespace Tradepost.Shipping.Couriers.EasyPost;

/// <summary>Calls EasyPost. A refusal carries its reason; no answer, a busy or a broken server is a lost call that may be made again.</summary>
internal sealed class EasyPostClient(IHttpClientFactory clients, IConfiguration configuration)
{
    public const string ClientName = "easypost";
    private const string DefaultRoot = "https://api.easypost.com";
    private const int MaxLabelBytes = 5_000_000;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string? ApiKey => configuration["EasyPost:ApiKey"] is { Length: > 0 } key ? key : null;

    public string? WebhookSecret => configuration["EasyPost:WebhookSecret"] is { Length: > 0 } secret ? secret : null;

    private string Root => (configuration["EasyPost:Url"] ?? DefaultRoot).TrimEnd('/');

    public async Task<CourierAnswer<EpShipment>> Ask(HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, $"{Root}/v2/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(ApiKey + ":")));
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Options);
        try
        {
            using var answer = await clients.CreateClient(ClientName).SendAsync(request, cancel);
            return await Read(answer, cancel);
        }
        catch (Exception failure) when (IsLost(failure, cancel))
        {
            return CourierAnswer<EpShipment>.Lost;
        }
    }

    /// <summary>The picture of a label; null when it can't be had now. Only from EasyPost's own hosts, over TLS.</summary>
    public async Task<byte[]?> Label(string url, CancellationToken cancel)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !MayFetch(address))
        {
            return null;
        }

        try
        {
            using var answer = await clients.CreateClient(ClientName).GetAsync(address, cancel);
            if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentLength > MaxLabelBytes)
            {
                return null;
            }

            var content = await answer.Content.ReadAsByteArrayAsync(cancel);
            return content.Length is > 0 and <= MaxLabelBytes && PdfPage.CanShowPng(content) ? content : null;
        }
        catch (Exception failure) when (IsLost(failure, cancel))
        {
            return null;
        }
    }

    public static EpEvent? Event(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<EpEvent>(payload, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Labels lie in a store of files whose name EasyPost does not promise; a local address is for one's own test server only.
    private bool MayFetch(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps ? !address.IsLoopback && address.HostNameType == UriHostNameType.Dns
            : new Uri(Root).IsLoopback && address.IsLoopback;

    private static async Task<CourierAnswer<EpShipment>> Read(HttpResponseMessage answer, CancellationToken cancel)
    {
        if ((int)answer.StatusCode >= 500 || answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout)
        {
            return CourierAnswer<EpShipment>.Lost;
        }

        try
        {
            if (answer.IsSuccessStatusCode)
            {
                var shipment = await answer.Content.ReadFromJsonAsync<EpShipment>(Options, cancel);
                return shipment?.Id is null ? CourierAnswer<EpShipment>.Lost : CourierAnswer<EpShipment>.Of(shipment);
            }

            var failure = await answer.Content.ReadFromJsonAsync<EpFailure>(Options, cancel);
            return CourierAnswer<EpShipment>.Refused(Words(failure?.Error, answer.StatusCode));
        }
        catch (JsonException)
        {
            return answer.IsSuccessStatusCode
                ? CourierAnswer<EpShipment>.Lost : CourierAnswer<EpShipment>.Refused(Words(null, answer.StatusCode));
        }
    }

    private static string Words(EpError? error, HttpStatusCode status) => status == HttpStatusCode.Unauthorized
        ? "EasyPost does not accept the key." : error?.Message ?? error?.Code ?? $"EasyPost answered {(int)status}.";

    private static bool IsLost(Exception failure, CancellationToken cancel) =>
        failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancel.IsCancellationRequested);
}
