using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Identity.Passwords;

/// <summary>
/// Tells whether an address and a password belong together, without telling anything else: unknown addresses take as long, fail with the
/// same words and lock after as many attempts as known ones.
/// </summary>
internal sealed class Credentials(Database db, PasswordHashes hashes, TimeProvider time)
{
    /// <summary>The account they belong to. Wrong ones count against the address.</summary>
    public async Task<Outcome<Account>> Verify(string email, string password, CancellationToken cancel)
    {
        // Looked up only when it is this attempt's turn to be compared: many guesses sent at once meet the lock the first of them caused.
        var (attempt, verdict, stronger) = await hashes.InTurn(async () => await Compare(email, password, cancel), cancel);
        if (attempt.LockedUntil is { } until)
        {
            return Locked(until - time.GetUtcNow());
        }

        if (verdict == PasswordVerdict.Wrong)
        {
            await db.Write("identity.note_failed_login", tx => NoteFailure(tx, email), cancel);
            return IdentityErrors.InvalidCredentials.Refuse();
        }

        if (stronger is not null || attempt.HadFailures)
        {
            await db.Write("identity.note_login", tx => NoteSuccess(tx, attempt.Account!, stronger), cancel);
        }

        return attempt.Account!.Disabled ? IdentityErrors.Disabled.Refuse() : attempt.Account;
    }

    /// <summary>Forgets failed attempts: the owner proved who they are in another way.</summary>
    public static void Forgive(Tx tx, string email) => tx.Queue($"delete from identity.login_failures where email_hash = {HashOf(email)}");

    private async Task<(Attempt Attempt, PasswordVerdict Verdict, string? Stronger)> Compare(
        string email, string password, CancellationToken cancel)
    {
        var attempt = await Look(email, cancel);
        if (attempt.LockedUntil is not null)
        {
            return (attempt, PasswordVerdict.Wrong, null);
        }

        var verdict = hashes.Compare(attempt.Account?.PasswordHash, password);
        return (attempt, verdict, verdict == PasswordVerdict.RightButWeaklyHashed ? hashes.Strengthen(password) : null);
    }

    private async Task<Attempt> Look(string email, CancellationToken cancel)
    {
        var lockedUntil = await db.Query(
            $"select locked_until from identity.login_failures where email_hash = {HashOf(email)}", row => row.InstantOrNull(0), cancel);
        var account = await db.Row(Account.ByEmail(email), Account.Read, cancel);
        return new(account, lockedUntil.FirstOrDefault() is { } until && until > time.GetUtcNow() ? until : null, lockedUntil.Count > 0);
    }

    private static async Task NoteFailure(Tx tx, string email)
    {
        var failures = await tx.Row(
            $"""
            insert into identity.login_failures as f (email_hash, failures, last_failed_at) values ({HashOf(email)}, 1, {tx.Now})
            on conflict (email_hash) do update set last_failed_at = {tx.Now},
              failures = case when f.last_failed_at < {tx.Now - Lockout.Memory} then 1 else least(f.failures, 1000) + 1 end
            returning failures
            """,
            row => row.GetInt32(0));
        var wait = Lockout.After(failures);
        if (wait > TimeSpan.Zero)
        {
            await tx.Execute($"update identity.login_failures set locked_until = {tx.Now + wait} where email_hash = {HashOf(email)}");
        }
    }

    private static async Task NoteSuccess(Tx tx, Account account, string? stronger)
    {
        Forgive(tx, account.Email);
        if (stronger is not null)
        {
            // Unless the password was changed in the meantime.
            await tx.Execute(
                $"update identity.users set password_hash = {stronger} where id = {account.Id} and password_hash = {account.PasswordHash}");
        }
    }

    private static Refusal Locked(TimeSpan wait) =>
        IdentityErrors.Locked.With("retryAfterSeconds", (long)Math.Ceiling(wait.TotalSeconds));

    // The same folding of letters as the index on addresses, so that no spelling of an address has attempts of its own.
    private static SqlText HashOf(string email) => $"sha256(convert_to(lower({email}), 'UTF8'))";

    private sealed record Attempt(Account? Account, DateTimeOffset? LockedUntil, bool HadFailures);
}
