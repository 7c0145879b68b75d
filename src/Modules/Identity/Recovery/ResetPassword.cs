using Microsoft.AspNetCore.Http;
using Tradepost.Identity.Passwords;
using Tradepost.Identity.Registration;
using Tradepost.Identity.Sessions;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Identity.Recovery;

/// <summary>Sets a new password by a mailed link, used up by it. Every session ends: whoever knew the old password is out.</summary>
internal static class ResetPassword
{
    internal sealed record Request(string? Token, string? NewPassword) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Text("token", Token, 200);
            PasswordPolicy.Check(faults, "newPassword", NewPassword, email: null);
        }
    }

    internal static async Task<IResult> Handle(
        Body<Request> body, HttpContext http, PasswordHashes hashes, Throttle throttle, Database db, CancellationToken cancel)
    {
        if (throttle.Request(http) is { } refusal)
        {
            return refusal.ToResult();
        }

        var hash = await hashes.Make(body.Value.NewPassword!, cancel);
        return (await db.Write("identity.reset_password", tx => Reset(tx, body.Value, hash), cancel)).NoContent();
    }

    private static async Task<Outcome<Done>> Reset(Tx tx, Request wanted, string hash)
    {
        if (await MailedTokens.Use(tx, wanted.Token!.Trim(), MailedTokens.ResetPassword) is not { } user)
        {
            return IdentityErrors.TokenInvalid.Refuse();
        }

        var account = (await tx.Row(Account.ById(user), Account.Read))!;
        if (PasswordPolicy.Fault(wanted.NewPassword, account.Email) is { } reason)
        {
            return PlatformErrors.Invalid.On("newPassword", reason);
        }

        NewPassword.Set(tx, account, hash, keep: null);
        MailedTokens.UseUp(tx, user, MailedTokens.ResetPassword);
        Credentials.Forgive(tx, account.Email);

        // Who can read the mail sent there owns the address.
        tx.Queue($"update identity.users set email_confirmed_at = coalesce(email_confirmed_at, {tx.Now}) where id = {user}");
        return Done.Value;
    }
}
