using Tradepost.Identity.Tokens;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;

namespace Tradepost.Identity.Registration;

/// <summary>The secrets in links sent by mail: good once, for a while, for one purpose.</summary>
internal static class MailedTokens
{
    public const string ConfirmEmail = "confirmEmail";
    public const string ResetPassword = "resetPassword";

    public static TimeSpan LifetimeOf(string purpose) => purpose == ResetPassword ? TimeSpan.FromHours(1) : TimeSpan.FromDays(7);

    public static Secret Issue(Tx tx, UserId user, string purpose)
    {
        var token = Secret.New();
        tx.Queue(
            $"""
            insert into identity.mailed_tokens (id, user_id, purpose, token_hash, expires_at, created_at)
            values ({Guid.CreateVersion7()}, {user}, {purpose}, {token.Hash()}, {tx.Now + LifetimeOf(purpose)}, {tx.Now})
            """);
        return token;
    }

    /// <summary>Uses the token up. Null when it is unknown, used, too old or for something else.</summary>
    public static Task<UserId?> Use(Tx tx, string token, string purpose) => tx.Row(
        $"""
        update identity.mailed_tokens set used_at = {tx.Now}
        where token_hash = {new Secret(token).Hash()} and purpose = {purpose} and used_at is null and expires_at > {tx.Now}
        returning user_id
        """,
        row => (UserId?)row.Id<User>(0));

    /// <summary>Whether the token was used up before, while it was good.</summary>
    public static async Task<bool> WasUsed(Tx tx, string token, string purpose) =>
        await tx.Row(
            $"""
            select 1 from identity.mailed_tokens
            where token_hash = {new Secret(token).Hash()} and purpose = {purpose} and used_at is not null and expires_at > {tx.Now}
            """,
            row => row.GetInt32(0)) == 1;

    /// <summary>Makes every other open token of this purpose worthless.</summary>
    public static void UseUp(Tx tx, UserId user, string purpose) =>
        tx.Queue(
            $"update identity.mailed_tokens set used_at = {tx.Now} where user_id = {user} and purpose = {purpose} and used_at is null");

    /// <summary>Whether one was issued a moment ago: asking again and again sends no flood of mails.</summary>
    public static async Task<bool> IssuedLately(Tx tx, UserId user, string purpose) =>
        await tx.Row(
            $"""
            select 1 from identity.mailed_tokens
            where user_id = {user} and purpose = {purpose} and created_at > {tx.Now - TimeSpan.FromMinutes(1)} limit 1
            """,
            row => row.GetInt32(0)) == 1;
}
