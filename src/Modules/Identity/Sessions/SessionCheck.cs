using Tradepost.Identity.Tokens;
using Tradepost.Platform.Data;

namespace Tradepost.Identity.Sessions;

/// <summary>The owner of a living session.</summary>
internal sealed record SessionUser(string Email, string[] Roles);

/// <summary>Asks on every signed-in request whether the session still lives: two lookups by primary key in one query.</summary>
internal sealed class SessionCheck(Database db)
{
    public Task<SessionUser?> Find(TokenHolder holder, CancellationToken cancel) => db.Row(
        $"""
        select u.email, array(select r.role from identity.user_roles r where r.user_id = u.id)
        from identity.sessions s join identity.users u on u.id = s.user_id
        where s.id = {holder.SessionId} and s.user_id = {holder.UserId} and s.revoked_at is null and u.disabled_at is null
        """,
        row => new SessionUser(row.GetString(0), row.GetFieldValue<string[]>(1)),
        cancel);
}
