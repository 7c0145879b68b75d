using Microsoft.AspNetCore.Http;

namespace Tradepost.Contracts.Shop;

/// <summary>Where a client reaches the shop.</summary>
public static class ShopAddress
{
    /// <summary>
    /// The origin to put before the shop's own paths in an answer. A configured address wins. A shop that only knows its loopback address
    /// answers with the one it was asked at (localhost, the machine's name): the browser's storage belongs to that origin.
    /// </summary>
    public static string OriginOf(HttpRequest request, ShopSettings settings)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(settings);
        var configured = new Uri(settings.BaseUrl);
        return configured.IsLoopback && request.Host.HasValue ? $"{request.Scheme}://{request.Host}" : Origin(configured);
    }

    /// <summary>
    /// A return address as a path of the shop, so that nobody can be sent to a stranger's site through it. Null when it is neither a path
    /// nor an
    /// address at the shop's own origin.
    /// </summary>
    public static string? PathOf(string url, HttpRequest request, ShopSettings settings)
    {
        ArgumentNullException.ThrowIfNull(url);
        var here = OriginOf(request, settings);
        var written = url.StartsWith('/') || url.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        if (!written || !Uri.TryCreate(new Uri(here), url, out var address))
        {
            return null;
        }

        var ours = new[] { here, Origin(new Uri(settings.BaseUrl)) }.Contains(Origin(address), StringComparer.OrdinalIgnoreCase);

        // "//elsewhere" as a path would leave the shop again.
        return ours && !address.PathAndQuery.StartsWith("//", StringComparison.Ordinal) ? address.PathAndQuery : null;
    }

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
