using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Identity.Registration;

/// <summary>The link from the mail was followed: the address is its owner's.</summary>
internal static class ConfirmEmail
{
    internal sealed record Request(string? Token) : IChecked
    {
        public void Check(Faults faults) => faults.Text("token", Token, 200);
    }

    internal static async Task<IResult> Handle(Body<Request> body, Database db, CancellationToken cancel) =>
        (await db.Write("identity.confirm_email", tx => Confirm(tx, body.Value.Token!.Trim()), cancel)).NoContent();

    // Following the link twice does no harm, and people do: what counts is that the address is confirmed.
    private static async Task<Outcome<Done>> Confirm(Tx tx, string token)
    {
        if (await MailedTokens.Use(tx, token, MailedTokens.ConfirmEmail) is { } user)
        {
            await tx.Execute(
                $"""
                update identity.users set email_confirmed_at = {tx.Now}, updated_at = {tx.Now}
                where id = {user} and email_confirmed_at is null
                """);
            return Done.Value;
        }

        return await MailedTokens.WasUsed(tx, token, MailedTokens.ConfirmEmail) ? Done.Value : IdentityErrors.TokenInvalid.Refuse();
    }
}
