using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Tradepost.Platform.Http;

/// <summary>Headers every answer carries.</summary>
public static class SecurityHeaders
{
    private static readonly ContentPolicy Own = new([]);

    /// <summary>Sets them.</summary>
    public static void Set(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var headers = http.Response.Headers;
        var policy = http.RequestServices?.GetService<ContentPolicy>() ?? Own;
        headers.ContentSecurityPolicy = policy.Text;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = policy.Openers;
        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }
    }
}
