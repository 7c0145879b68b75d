using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Identity.Sessions;

/// <summary>The refresh token a request shows: in its body, or in the cookie of a browser, whose body may be empty.</summary>
internal static class ShownToken
{
    /// <summary>
    /// The token and whether it came in the cookie. A refusal when there is none, or another site's page sent the cookie.
    /// </summary>
    public static async Task<(Outcome<string> Token, bool InCookie)> Of(HttpContext http, ShopSettings shop)
    {
        var sent = HasBody(http) ? (await Body<Refresh.Request>.BindAsync(http))!.Value.RefreshToken : null;
        var cookie = RefreshCookie.Read(http);
        var isBrowser = RefreshCookie.IsWanted(http);
        if (!string.IsNullOrWhiteSpace(sent))
        {
            return (sent.Trim(), isBrowser);
        }

        if (!isBrowser && cookie is null)
        {
            return (PlatformErrors.Invalid.On("refreshToken", "is required"), false);
        }

        var known = cookie is null ? IdentityErrors.SessionOver.Refuse() : (Outcome<string>)cookie;
        return (RefreshCookie.ForeignOrigin(http, shop) ?? known, true);
    }

    private static bool HasBody(HttpContext http) => http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;
}
