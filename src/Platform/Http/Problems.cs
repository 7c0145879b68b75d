using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Platform.Http;

/// <summary>Writes refusals as RFC 9457 problems: type, title, status, code, traceId, errors by field, and facts at the top
/// level.</summary>
public static class Problems
{
    private const string ContentType = "application/problem+json";

    /// <summary>The id that finds this request in the log.</summary>
    public static string TraceId(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http?.TraceIdentifier ?? "";

    /// <summary>Answers with the refusal.</summary>
    public static async Task Write(HttpContext http, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(refusal);
        var error = refusal.Error;
        var body = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["type"] = $"/docs/errors#{error.Code}",
            ["title"] = error.Title,
            ["status"] = error.Status,
            ["code"] = error.Code,
            ["traceId"] = TraceId(http),
        };
        foreach (var (name, value) in refusal.Facts)
        {
            body[name] = value;
        }

        if (refusal.Fields.Count > 0)
        {
            body["errors"] = refusal.Fields;
        }

        http.Response.StatusCode = error.Status;
        http.Response.Headers.CacheControl = "no-store";
        if (error.Status is 429 or 503 && !http.Response.Headers.ContainsKey("Retry-After"))
        {
            http.Response.Headers.RetryAfter = 1.ToString(CultureInfo.InvariantCulture);
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options);
        http.Response.ContentType = ContentType;
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        }
    }
}
