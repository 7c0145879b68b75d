using System.Globalization;
using System.Xml;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Caching;

namespace Tradepost.Host.Storefront;

/// <summary>What crawlers ask for first.</summary>
internal static class Crawlers
{
    private const int MostPerFile = 50_000; // the sitemap protocol's own limit

    public static IResult Robots(ShopSettings settings) => Results.Text(
        $"""
        User-agent: *
        Disallow: /admin
        Disallow: /cart
        Disallow: /checkout
        Disallow: /account
        Disallow: /orders
        Disallow: /wishlists
        Sitemap: {settings.BaseUrl}/sitemap.xml

        """, "text/plain");

    public static async Task SiteMap(HttpContext http, ICatalogPages catalog, ShopSettings settings, CancellationToken cancel)
    {
        AnswerCache.Keep(http, CatalogTags.Lists);
        http.Response.ContentType = "application/xml";
        await using var xml = XmlWriter.Create(http.Response.Body, new XmlWriterSettings { Async = true });
        await xml.WriteStartElementAsync(null, "urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
        foreach (var (_, slug, updatedAt) in await catalog.Slugs(null, MostPerFile, cancel))
        {
            await xml.WriteStartElementAsync(null, "url", null);
            await xml.WriteElementStringAsync(null, "loc", null, $"{settings.BaseUrl}/p/{slug}");
            await xml.WriteElementStringAsync(null, "lastmod", null,
                updatedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }
}
