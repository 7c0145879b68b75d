using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Platform.Http;

/// <summary>Versions of shared records as ETags.</summary>
public static class Etags
{
    /// <summary>The tag of a version.</summary>
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>A refusal when the request's If-Match names another version; null when it may go on.</summary>
    public static Refusal? Check(HttpContext http, long version)
    {
        ArgumentNullException.ThrowIfNull(http);
        var wanted = http.Request.Headers.IfMatch;
        return wanted.Count == 0 || wanted.Contains("*") || wanted.Contains(Of(version)) ? null : PlatformErrors.Stale.Refuse();
    }
}
