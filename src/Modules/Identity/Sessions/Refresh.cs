using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Shop;
using Tradepost.Identity.Tokens;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Identity.Sessions;

/// <summary>Swaps a refresh token for a new pair. A token used twice was stolen by somebody, so its whole family ends.</summary>
internal static class Refresh
{
    internal sealed record Request(string? RefreshToken) : IChecked
    {
        public void Check(Faults faults) => faults.OptionalText("refreshToken", RefreshToken, 200);
    }

    internal static async Task<IResult> Handle(
        HttpContext http, TokenHandout tokens, ShopSettings shop, Database db, CancellationToken cancel)
    {
        var (shown, inCookie) = await ShownToken.Of(http, shop);
        if (!shown.Try(out var token, out var refusal))
        {
            return refusal.ToResult();
        }

        var session = await db.Write<OpenSession?>("identity.refresh", tx => Swap(tx, token, tokens.SessionTime), cancel);
        if (session.Value is { } open)
        {
            return tokens.Give(http, open, inCookie);
        }

        if (inCookie)
        {
            RefreshCookie.Clear(http);
        }

        return IdentityErrors.SessionOver.Refuse().ToResult();
    }

    // Answers null rather than refusing when the token is no good: ending a family must be committed.
    private static async Task<Outcome<OpenSession?>> Swap(Tx tx, string token, TimeSpan lifetime)
    {
        if (await Find(tx, token) is not { } known)
        {
            return (OpenSession?)null;
        }

        switch (Decide(known, tx.Now))
        {
            case Verdict.Stolen:
                Session.End(tx, known.SessionId, "a refresh token was used twice");
                return (OpenSession?)null;
            case Verdict.Good when await tx.Row(Account.ById(known.UserId), Account.Read) is { Disabled: false } account:
                return Session.Rotate(tx, known.SessionId, known.Id, account, lifetime);
            default:
                return (OpenSession?)null;
        }
    }

    internal static Verdict Decide(KnownToken token, DateTimeOffset now) =>
        token.RotatedAt is not null ? Verdict.Stolen
        : token.SessionRevokedAt is not null || token.ExpiresAt <= now ? Verdict.Over
        : Verdict.Good;

    // Locks the row, so that of two uses at once the second sees what the first did.
    private static Task<KnownToken?> Find(Tx tx, string token) => tx.Row(
        $"""
        select t.id, t.session_id, s.user_id, t.expires_at, t.rotated_at, s.revoked_at
        from identity.refresh_tokens t join identity.sessions s on s.id = t.session_id
        where t.token_hash = {new Secret(token).Hash()} for update of t
        """,
        row => new KnownToken(
            row.GetGuid(0), row.GetGuid(1), row.Id<User>(2), row.Instant(3), row.InstantOrNull(4), row.InstantOrNull(5)));

    internal sealed record KnownToken(
        Guid Id, Guid SessionId, UserId UserId, DateTimeOffset ExpiresAt, DateTimeOffset? RotatedAt, DateTimeOffset? SessionRevokedAt);

    internal enum Verdict
    {
        Good,
        Over,
        Stolen,
    }
}
