using Tradepost.Contracts.Identity;
using Tradepost.Identity.Sessions;
using Tradepost.Platform.Data;

namespace Tradepost.Identity.Recovery;

/// <summary>What goes with every change of a password.</summary>
internal static class NewPassword
{
    /// <summary>Stores the hash, ends the user's sessions but the one to keep, and tells the owner.</summary>
    public static void Set(Tx tx, Account account, string hash, Guid? keep)
    {
        tx.Queue($"update identity.users set password_hash = {hash}, updated_at = {tx.Now} where id = {account.Id}");
        Session.EndAll(tx, account.Id, "the password was changed", but: keep);
        tx.Publish(new PasswordChanged(account.Id, account.Email, account.FirstName));
    }
}
