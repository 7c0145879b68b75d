using Tradepost.Contracts.Identity;
using Tradepost.Identity.Registration;
using Tradepost.Platform.Data;
using Tradepost.Platform.Messaging;

namespace Tradepost.Identity.Reactions;

/// <summary>
/// Somebody asked that a link be mailed to an address. The request itself only notes it, so that it takes the same time for addresses that
/// have an account and for those that have none; the account is looked up afterwards.
/// </summary>
[EventName("identity.link_asked_for")]
internal sealed record LinkAskedFor(string Email, string Purpose) : IEvent;

/// <summary>Issues the link that was asked for, if there is somebody to send it to.</summary>
internal sealed class OnLinkAskedFor : IReaction<LinkAskedFor>
{
    public async Task Handle(LinkAskedFor happened, Tx tx)
    {
        var account = await tx.Row(Account.ByEmail(happened.Email), Account.Read);
        if (account is null || account.Disabled || await MailedTokens.IssuedLately(tx, account.Id, happened.Purpose))
        {
            return;
        }

        if (happened.Purpose == MailedTokens.ResetPassword)
        {
            tx.Publish(new PasswordResetRequested(account.Id, account.Email, account.FirstName, Issue(tx, account, happened.Purpose)));
        }
        else if (!account.EmailConfirmed)
        {
            tx.Publish(new ConfirmationRequested(account.Id, account.Email, account.FirstName, Issue(tx, account, happened.Purpose)));
        }
    }

    private static string Issue(Tx tx, Account account, string purpose)
    {
        MailedTokens.UseUp(tx, account.Id, purpose);
        return MailedTokens.Issue(tx, account.Id, purpose).Text;
    }
}
