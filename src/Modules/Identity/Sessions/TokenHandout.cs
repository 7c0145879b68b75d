using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Tradepost.Identity.Tokens;
using Tradepost.Platform.Http;

namespace Tradepost.Identity.Sessions;

/// <summary>What signing in and refreshing answer.</summary>
/// <param name="AccessToken">For the Authorization header.</param>
/// <param name="ExpiresIn">Seconds the access token is good for.</param>
/// <param name="RefreshToken">Absent for browsers: theirs is in a cookie.</param>
/// <param name="User">Whose they are.</param>
internal sealed record TokenPair(string AccessToken, int ExpiresIn, string? RefreshToken, UserView User);

/// <summary>Hands the tokens of a session to its client.</summary>
internal sealed class TokenHandout(AccessTokens tokens, IOptions<IdentityOptions> options)
{
    public TimeSpan SessionTime => options.Value.SessionTime;

    public IResult Give(HttpContext http, OpenSession session, bool inCookie)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (inCookie)
        {
            RefreshCookie.Write(http, session.RefreshToken, SessionTime);
        }

        var pair = new TokenPair(
            tokens.Issue(session.Account, session.Id), tokens.LifetimeSeconds, inCookie ? null : session.RefreshToken.Text,
            session.Account.View());
        return Results.Json(pair, ApiJson.Options);
    }
}
