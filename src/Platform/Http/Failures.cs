using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tradepost.Platform.Types;

namespace Tradepost.Platform.Http;

/// <summary>
/// The one place that answers when something goes wrong outside a use case: unreadable requests, no route, no right, a database that is
/// away, a bug. Nothing of the inside reaches the client but a trace id.
/// </summary>
public sealed partial class Failures(RequestDelegate next, ILogger<Failures> log)
{
    private const int ClientClosedRequest = 499;

    /// <summary>Handles one request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        try
        {
            if (HoldsNul(http.Request))
            {
                await Problems.Write(http, PlatformErrors.Malformed.Refuse());
                return;
            }

            await next(http);
            await ExplainBareStatus(http);
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            await Answer(http, failure);
        }
    }

    private static bool HoldsNul(HttpRequest request) =>
        request.Path.Value!.Contains('\0', StringComparison.Ordinal)
        || (request.QueryString.HasValue && request.QueryString.Value!.Contains("%00", StringComparison.Ordinal));

    private static Task ExplainBareStatus(HttpContext http)
    {
        var response = http.Response;
        if (response.HasStarted || response.ContentLength > 0 || response.ContentType is not null
            || !http.Request.Path.StartsWithSegments("/api"))
        {
            return Task.CompletedTask;
        }

        var error = response.StatusCode switch
        {
            401 => PlatformErrors.NotSignedIn,
            403 => PlatformErrors.Forbidden,
            404 => PlatformErrors.NotFound,
            405 => PlatformErrors.MethodNotAllowed,
            413 => PlatformErrors.TooLarge,
            415 => PlatformErrors.UnsupportedMediaType,
            429 => PlatformErrors.TooMany,
            _ => null,
        };
        return error is null ? Task.CompletedTask : Problems.Write(http, error.Refuse());
    }

    private async Task Answer(HttpContext http, Exception failure)
    {
        if (failure is OperationCanceledException && http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = ClientClosedRequest;
            return;
        }

        var refusal = failure switch
        {
            RequestRefusedException refused => refused.Refusal,
            BadHttpRequestException bad => FromKestrel(bad),
            NpgsqlException { IsTransient: true } or TimeoutException or { InnerException: NpgsqlException { IsTransient: true } } =>
                PlatformErrors.Unavailable.Refuse(),
            _ => PlatformErrors.Unexpected.Refuse(),
        };
        if (refusal.Error.Status >= 500)
        {
            Failed(log, http.Request.Method, http.Request.Path, Problems.TraceId(http), failure);
        }

        http.Response.Clear();
        SecurityHeaders.Set(http);
        await Problems.Write(http, refusal);
    }

    private static Refusal FromKestrel(BadHttpRequestException bad) => bad.StatusCode switch
    {
        413 => PlatformErrors.TooLarge.Refuse(),
        415 => PlatformErrors.UnsupportedMediaType.Refuse(),
        _ => ParameterName().Match(bad.Message) is { Success: true } match
            ? PlatformErrors.Invalid.On(match.Groups[1].Value, "is ill-formed")
            : PlatformErrors.Malformed.Refuse(),
    };

    // The framework names the parameter only inside its message: Failed to bind parameter "Id<Cart> id" from "x".
    [GeneratedRegex("parameter \"[^\"]* (\\w+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex ParameterName();

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed; trace {TraceId}")]
    private static partial void Failed(ILogger log, string method, string path, string traceId, Exception failure);
}
