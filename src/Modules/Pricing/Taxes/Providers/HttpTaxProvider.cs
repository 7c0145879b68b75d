using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Http;

namespace Tradepost.Pricing.Taxes.Providers;

/// <summary>A tax provider over HTTP: one POST with the place, one answer with the rates. docs/guides/tax.md tells the protocol.</summary>
internal sealed class HttpTaxProvider(IHttpClientFactory clients, TaxProviderSettings settings) : ITaxProvider
{
    public const string Client = "tax-provider";

    /// <summary>An answer longer than this is none.</summary>
    public const int LongestAnswer = 64 * 1024;

    public string Name => settings.Url!.Host;

    public async Task<IReadOnlyList<ProvidedTaxRate>> Rates(TaxQuestion question, CancellationToken cancel)
    {
        var place = question.Destination;
        var body = new Question(place.Country, place.State, place.PostalCode, place.City, question.Date, question.TaxClasses);
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url);
        request.Content = JsonContent.Create(body, options: ApiJson.Options);
        request.Headers.Authorization = settings.Secret is { } secret ? new AuthenticationHeaderValue("Bearer", secret) : null;
        using var client = clients.CreateClient(Client);
        using var response = await client.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<Answer>(ApiJson.Options, cancel);
        return answer?.Rates is { } rates ? [.. rates.Select(Read)] : throw new FormatException("The answer has no rates.");
    }

    private static ProvidedTaxRate Read(RateBody? rate) =>
        rate is { TaxClass: { } taxClass, Name: { } name, AppliesToShipping: { } onShipping }
            && decimal.TryParse(rate.Percent, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture, out var percent)
            ? new(taxClass, name, percent, onShipping)
            : throw new FormatException("A rate lacks its class, name, percentage or whether it applies to shipping.");

    private sealed record Question(
        string Country, string? State, string? PostalCode, string? City, DateOnly Date, IReadOnlyList<string> TaxClasses);

    private sealed record Answer(IReadOnlyList<RateBody?>? Rates);

    private sealed record RateBody(string? TaxClass, string? Name, string? Percent, bool? AppliesToShipping);
}
