using Microsoft.Extensions.Configuration;

namespace Tradepost.Pricing.Taxes.Providers;

/// <summary>How a tax provider is asked. Configured as Tax:Provider.</summary>
internal sealed record TaxProviderSettings
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Where the HTTP provider answers; null: there is none.</summary>
    public Uri? Url { get; init; }

    /// <summary>Sent to it as a bearer token.</summary>
    public string? Secret { get; init; }

    /// <summary>How long a shopper may be kept waiting for it.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMilliseconds(400);

    public static TaxProviderSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Tax:Provider");
        var url = section["Url"] is { Length: > 0 } text ? new Uri(text, UriKind.Absolute) : null;
        var timeout = section.GetValue<TimeSpan?>("Timeout") ?? new TaxProviderSettings().Timeout;
        return timeout > TimeSpan.Zero && timeout <= Longest && url is null or { Scheme: "http" or "https" }
            ? new() { Url = url, Secret = section["Secret"], Timeout = timeout }
            : throw new InvalidOperationException(
                "Tax:Provider needs an http(s) address as Url and a Timeout of at most 10 seconds, like 00:00:00.400.");
    }
}
