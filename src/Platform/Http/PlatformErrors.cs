using Tradepost.Platform.Types;

namespace Tradepost.Platform.Http;

/// <summary>Refusals any route may answer.</summary>
public static class PlatformErrors
{
    /// <summary>Fields are missing or ill-formed; each is named.</summary>
    public static readonly ErrorCode Invalid = new("request.invalid", 400, "Some of what was sent can't be used.");

    /// <summary>The body is not JSON, or not an object.</summary>
    public static readonly ErrorCode Malformed = new("request.malformed", 400, "The request could not be read.");

    /// <summary>There is nothing here, or nothing the caller may know of.</summary>
    public static readonly ErrorCode NotFound = new("request.not_found", 404, "There is nothing at this address.");

    /// <summary>The route exists, the method does not.</summary>
    public static readonly ErrorCode MethodNotAllowed = new("request.method_not_allowed", 405, "This address does not take that method.");

    /// <summary>The body is larger than the route takes.</summary>
    public static readonly ErrorCode TooLarge = new("request.too_large", 413, "What was sent is too large.");

    /// <summary>The body is of a type the route does not read.</summary>
    public static readonly ErrorCode UnsupportedMediaType = new(
        "request.unsupported_media_type", 415, "Send JSON, with Content-Type: application/json.");

    /// <summary>If-Match names an older version.</summary>
    public static readonly ErrorCode Stale = new("request.stale", 412, "Somebody changed this in the meantime. Load it again.");

    /// <summary>Too many requests.</summary>
    public static readonly ErrorCode TooMany = new("request.too_many", 429, "Too many requests. Wait a little.");

    /// <summary>Not signed in.</summary>
    public static readonly ErrorCode NotSignedIn = new("auth.required", 401, "Sign in first.");

    /// <summary>Signed in, but not allowed.</summary>
    public static readonly ErrorCode Forbidden = new("auth.forbidden", 403, "Your account may not do this.");

    /// <summary>The key was used with another body.</summary>
    public static readonly ErrorCode IdempotencyMismatch = new(
        "idempotency.mismatch", 409, "This Idempotency-Key was used for something else.");

    /// <summary>A bug. The trace id leads to it in the log.</summary>
    public static readonly ErrorCode Unexpected = new("server.unexpected", 500, "The shop made a mistake. It has been noted.");

    /// <summary>The database or another part is away for the moment.</summary>
    public static readonly ErrorCode Unavailable = new("server.unavailable", 503, "The shop is busy for a moment. Try again.");
}
