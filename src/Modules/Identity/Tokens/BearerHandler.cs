using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Tradepost.Identity.Sessions;
using Tradepost.Platform.Access;

namespace Tradepost.Identity.Tokens;

/// <summary>
/// Lets in who shows a valid access token whose session still lives. Roles are read with the session, not from the token: a role taken
/// away, an account closed or a session ended counts from the next request on.
/// </summary>
internal sealed class BearerHandler(
    AccessTokens tokens, SessionCheck sessions, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log,
    UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "Bearer";
    public const string SessionClaim = "sid";
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (tokens.Read(header[Prefix.Length..].Trim()) is not { } holder)
        {
            return Refused("The access token is not valid.");
        }

        return await sessions.Find(holder, Context.RequestAborted) is { } user
            ? AuthenticateResult.Success(new(Principal(holder, user), Name))
            : Refused("The session has ended.");
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var shown = await HandleAuthenticateOnceSafeAsync();
        Response.StatusCode = 401;
        Response.Headers[HeaderNames.WWWAuthenticate] = shown.Failure is null ? Name : Name + " error=\"invalid_token\"";
    }

    private AuthenticateResult Refused(string why)
    {
        Caller.Reject(Context);
        return AuthenticateResult.Fail(why);
    }

    private static ClaimsPrincipal Principal(TokenHolder holder, SessionUser user)
    {
        var identity = new ClaimsIdentity(Name, "sub", "role");
        identity.AddClaim(new("sub", holder.UserId.ToString()));
        identity.AddClaim(new("email", user.Email));
        identity.AddClaim(new(SessionClaim, holder.SessionId.ToString("D")));
        identity.AddClaims(user.Roles.Select(role => new Claim("role", role)));
        return new(identity);
    }
}
