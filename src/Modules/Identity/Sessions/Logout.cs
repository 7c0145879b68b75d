using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Shop;
using Tradepost.Identity.Tokens;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Identity.Sessions;

/// <summary>
/// Ends the session of the access token, or of the cookie of a browser whose access token ran out; or all of the user's. Access tokens of
/// ended sessions stop working at once.
/// </summary>
internal static class Logout
{
    internal static async Task<IResult> Handle(bool? everywhere, HttpContext http, ShopSettings shop, Database db, CancellationToken cancel)
    {
        var cookie = RefreshCookie.Read(http);
        if (cookie is not null && RefreshCookie.ForeignOrigin(http, shop) is { } refusal)
        {
            return refusal.ToResult();
        }

        if (cookie is not null)
        {
            RefreshCookie.Clear(http);
        }

        var ended = await db.Write("identity.logout", tx => End(tx, Session.Of(http), cookie, everywhere ?? false), cancel);
        return ended.NoContent();
    }

    private static async Task<Outcome<Done>> End(Tx tx, Guid? session, string? cookie, bool everywhere)
    {
        var shown = await tx.Query(
            $"""
            select s.id, s.user_id from identity.sessions s
            where s.revoked_at is null
              and (s.id = {session ?? Guid.Empty}
                or s.id in (select t.session_id from identity.refresh_tokens t where t.token_hash = {new Secret(cookie ?? "").Hash()}))
            """,
            row => (Id: row.GetGuid(0), UserId: row.Id<User>(1)));
        foreach (var one in shown)
        {
            if (everywhere)
            {
                Session.EndAll(tx, one.UserId, "signed out everywhere");
            }
            else
            {
                Session.End(tx, one.Id, "signed out");
            }
        }

        return shown.Count > 0 ? Done.Value : PlatformErrors.NotSignedIn.Refuse();
    }
}
