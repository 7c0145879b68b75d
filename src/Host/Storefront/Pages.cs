using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Shop;
using Tradepost.Host.Serving;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Host.Storefront;

/// <summary>The site map as the server knows it: pages with content of their own, the app's other pages, the back office, and nothing
/// else.</summary>
internal static class Pages
{
    private static readonly string[] AppPages =
    [
        "/cart", "/checkout", "/checkout/return", "/orders/{id}", "/orders/{id}/return", "/returns/{id}", "/track",
        "/sign-in", "/register", "/account", "/account/{**rest}",
        "/stop-reminders",
        "/unsubscribe",
        "/wishlists/mails-off",
    ];

    public static void MapPages(this WebApplication app)
    {
        var pages = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("/", HomePage.Handle);
        pages.MapGet("/c/{slug}", ListingPage.Category);
        pages.MapGet("/search", ListingPage.Search);
        pages.MapGet("/p/{slug}", ProductPages.Handle);
        pages.MapGet("/products/{slug}", (string slug) => Results.Redirect($"/p/{Uri.EscapeDataString(slug)}", permanent: true));
        pages.MapGet("/help/{topic}", (HttpContext http, string topic, PageWriter writer) => Plain(http, writer, "Help", $"/help/{topic}"));
        foreach (var path in AppPages)
        {
            pages.MapGet(path, (HttpContext http, PageWriter writer, ShopSettings settings) => Plain(http, writer, settings.Name, null));
        }

        pages.MapGet("/wishlists/shared/{token}", Private);
        pages.MapGet("/robots.txt", Crawlers.Robots);
        pages.MapGet("/sitemap.xml", Crawlers.SiteMap);
        pages.MapGet("/admin/{**rest}", Admin);
        pages.MapFallback("{**path}", NotFound);
    }

    public static Task NotThere(HttpContext http, PageWriter writer) => writer.Write(http, new Page
    {
        Title = "Not found",
        Status = StatusCodes.Status404NotFound,
        Content = $"""
            <main><h1>This page is not here</h1><p>The address may be old or mistyped.</p><p><a href="/">To the shop</a></p></main>
            """,
    });

    private static Task Plain(HttpContext http, PageWriter writer, string title, string? canonical) => writer.Write(http, new Page
    {
        Title = title,
        CanonicalPath = canonical,
        Content = $"""
            <noscript><main><p>This page needs JavaScript. You can look at <a href="/">the shop</a> without it.</p></main></noscript>
            """,
    });

    // Whoever has the link sees it; nobody is to find it by searching.
    private static Task Private(HttpContext http, PageWriter writer)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Plain(http, writer, "A wishlist", null);
    }

    private static Task Admin(HttpContext http, WebRoots roots)
    {
        var index = Path.Combine(roots.Admin, "index.html");
        if (!File.Exists(index) || Path.HasExtension(http.Request.Path.Value))
        {
            return Problems.Write(http, PlatformErrors.NotFound.Refuse());
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return http.Response.SendFileAsync(index, http.RequestAborted);
    }

    private static Task NotFound(HttpContext http, PageWriter writer) =>
        http.Request.Path.StartsWithSegments("/api") || Path.HasExtension(http.Request.Path.Value)
            ? Problems.Write(http, PlatformErrors.NotFound.Refuse())
            : NotThere(http, writer);
}
