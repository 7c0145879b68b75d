using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Shop;
using Tradepost.Identity.Tokens;
using Tradepost.Platform.Types;

namespace Tradepost.Identity.Sessions;

/// <summary>The refresh token of browsers: a cookie no script can read, sent to these routes alone and only by pages of the shop.</summary>
internal static class RefreshCookie
{
    public const string Name = "tradepost_refresh";
    private const string Path = "/api/v1/auth";

    /// <summary>Whether the client asked for the cookie instead of a token in the body.</summary>
    public static bool IsWanted(HttpContext http) =>
        string.Equals(http.Request.Headers["X-Client"].ToString(), "browser", StringComparison.OrdinalIgnoreCase);

    public static string? Read(HttpContext http) =>
        http.Request.Cookies.TryGetValue(Name, out var token) && token.Length is > 0 and <= 200 ? token : null;

    public static void Write(HttpContext http, Secret token, TimeSpan lifetime) =>
        http.Response.Cookies.Append(Name, token.Text, Options(http, lifetime));

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http, null));

    /// <summary>
    /// A refusal when a page of another site sent the request. SameSite stops such cookies already; this also stops another site from
    /// signing a visitor in to an account of its own.
    /// </summary>
    public static Refusal? ForeignOrigin(HttpContext http, ShopSettings shop)
    {
        var origin = http.Request.Headers.Origin.ToString();
        var own = $"{http.Request.Scheme}://{http.Request.Host}";
        var isOwn = origin.Length == 0 || Same(origin, own) || Same(origin, shop.BaseUrl);
        return isOwn ? null : IdentityErrors.ForeignOrigin.Refuse();
    }

    private static bool Same(string origin, string own) => string.Equals(origin, own, StringComparison.OrdinalIgnoreCase);

    private static CookieOptions Options(HttpContext http, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = Path,
        MaxAge = lifetime,
        IsEssential = true,
    };
}
