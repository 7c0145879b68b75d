using Microsoft.AspNetCore.Http;
using Tradepost.Identity.Tokens;
using Tradepost.Platform.Data;

namespace Tradepost.Identity.Sessions;

/// <summary>A session just begun or carried on, with the one refresh token that may carry it on again.</summary>
internal sealed record OpenSession(Guid Id, Account Account, Secret RefreshToken);

/// <summary>How sessions begin and end in the database.</summary>
internal static class Session
{
    private const int MaxDevice = 200;

    public static OpenSession Start(Tx tx, Account account, string device, TimeSpan lifetime)
    {
        var session = new OpenSession(Guid.CreateVersion7(), account, Secret.New());
        tx.Queue(
            $"""
            insert into identity.sessions (id, user_id, device, last_used_at, created_at)
            values ({session.Id}, {account.Id}, {device}, {tx.Now}, {tx.Now})
            """);
        InsertToken(tx, Guid.CreateVersion7(), session, lifetime);
        return session;
    }

    /// <summary>Swaps the session's live token for a new one.</summary>
    public static OpenSession Rotate(Tx tx, Guid session, Guid token, Account account, TimeSpan lifetime)
    {
        var next = new OpenSession(session, account, Secret.New());
        var id = Guid.CreateVersion7();
        tx.Queue($"update identity.refresh_tokens set rotated_at = {tx.Now}, replaced_by = {id} where id = {token}");
        InsertToken(tx, id, next, lifetime);
        tx.Queue($"update identity.sessions set last_used_at = {tx.Now} where id = {session}");
        return next;
    }

    /// <summary>Ends one session, and with it its access token and all its refresh tokens.</summary>
    public static void End(Tx tx, Guid session, string because) =>
        tx.Queue(
            $"update identity.sessions set revoked_at = {tx.Now}, revoked_because = {because} where id = {session} and revoked_at is null");

    /// <summary>Ends all of a user's sessions but one, if one is to stay.</summary>
    public static void EndAll(Tx tx, UserId user, string because, Guid? but = null) =>
        tx.Queue(
            $"""
            update identity.sessions set revoked_at = {tx.Now}, revoked_because = {because}
            where user_id = {user} and revoked_at is null and id <> {but ?? Guid.Empty}
            """);

    /// <summary>What the client calls itself, for the list of a user's sessions.</summary>
    public static string DeviceOf(HttpContext http)
    {
        var agent = string.Concat(http.Request.Headers.UserAgent.ToString().Where(sign => sign is >= ' ' and <= '~'));
        return agent.Length <= MaxDevice ? agent : agent[..MaxDevice];
    }

    /// <summary>The session of the access token shown with the request; null when none was shown.</summary>
    public static Guid? Of(HttpContext http) =>
        Guid.TryParseExact(http.User.FindFirst(BearerHandler.SessionClaim)?.Value, "D", out var id) ? id : null;

    private static void InsertToken(Tx tx, Guid id, OpenSession session, TimeSpan lifetime) =>
        tx.Queue(
            $"""
            insert into identity.refresh_tokens (id, session_id, token_hash, expires_at, created_at)
            values ({id}, {session.Id}, {session.RefreshToken.Hash()}, {tx.Now + lifetime}, {tx.Now})
            """);
}
