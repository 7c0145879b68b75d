using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tradepost.Platform.Http;

/// <summary>
/// One structured line for each request that reached a handler, and the correlation id, taken from a well-formed X-Correlation-Id or from
/// the
/// trace, on the answer. Queries and bodies are never logged: they hold addresses and tokens.
/// </summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    /// <summary>Handles one request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var started = Stopwatch.GetTimestamp();
        var correlation = Correlation(http);
        http.Response.Headers["X-Correlation-Id"] = correlation;
        SecurityHeaders.Set(http);
        try
        {
            await next(http);
        }
        finally
        {
            if (log.IsEnabled(LogLevel.Information))
            {
                var route = (http.GetEndpoint() as Microsoft.AspNetCore.Routing.RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
                var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                Answered(log, http.Request.Method, route, http.Response.StatusCode, milliseconds, correlation);
            }
        }
    }

    private static string Correlation(HttpContext http)
    {
        var sent = http.Request.Headers["X-Correlation-Id"].ToString();
        var wellFormed = sent.Length is > 0 and <= 64 && sent.All(
            character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
        return wellFormed ? sent : Problems.TraceId(http);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} {Milliseconds:0.0} ms {CorrelationId}")]
    private static partial void Answered(ILogger log, string method, string route, int status, double milliseconds, string correlationId);
}
