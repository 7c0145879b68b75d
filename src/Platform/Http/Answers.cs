using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Platform.Http;

/// <summary>Turns outcomes into answers.</summary>
public static class Answers
{
    /// <summary>200 with the value, or the refusal.</summary>
    public static IResult Ok<T>(this Outcome<T> outcome) =>
        outcome.Try(out var value, out var refusal) ? Results.Json(value, ApiJson.Options) : new RefusalResult(refusal);

    /// <summary>201 with the value and where it now lives, or the refusal.</summary>
    public static IResult Created<T>(this Outcome<T> outcome, Func<T, string> location)
    {
        ArgumentNullException.ThrowIfNull(location);
        return outcome.Try(out var value, out var refusal)
            ? new CreatedResult<T>(value, location(value))
            : new RefusalResult(refusal);
    }

    /// <summary>204, or the refusal.</summary>
    public static IResult NoContent<T>(this Outcome<T> outcome) =>
        outcome.Try(out _, out var refusal) ? Results.NoContent() : new RefusalResult(refusal);

    /// <summary>200 with the value and its ETag, or the refusal.</summary>
    public static IResult OkTagged<T>(this Outcome<T> outcome, HttpContext http, Func<T, string> etag)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(etag);
        if (outcome.Try(out var value, out _))
        {
            http.Response.Headers.ETag = etag(value);
        }

        return outcome.Ok();
    }

    /// <summary>The refusal as an answer.</summary>
    public static IResult ToResult(this Refusal refusal) => new RefusalResult(refusal);

    /// <summary>Tells the API document what the route answers when it succeeds.</summary>
    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder route, int status = StatusCodes.Status200OK) =>
        route.Produces<T>(status);

    /// <summary>Tells the API document which refusals the route knows, besides those every route has.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params ErrorCode[] errors) =>
        route.WithMetadata(new RefusalsMetadata(errors));

    private sealed class RefusalResult(Refusal refusal) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Problems.Write(httpContext, refusal);
    }

    private sealed class CreatedResult<T>(T value, string location) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.Location = location;
            return Results.Json(value, ApiJson.Options, statusCode: StatusCodes.Status201Created).ExecuteAsync(httpContext);
        }
    }
}

/// <summary>The refusals a route may answer.</summary>
public sealed record RefusalsMetadata(IReadOnlyList<ErrorCode> Errors);
