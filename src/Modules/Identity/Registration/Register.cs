using System.Text;
using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Identity;
using Tradepost.Identity.Passwords;
using Tradepost.Identity.Sessions;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Identity.Registration;

/// <summary>Makes an account. A taken address gets the same answer, in the same time; its owner is told by mail.</summary>
internal static class Register
{
    internal sealed record Request(string? Email, string? Password, string? FirstName, string? LastName) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Email("email", Email);
            faults.OptionalText("firstName", FirstName, 100);
            faults.OptionalText("lastName", LastName, 100);
            PasswordPolicy.Check(faults, "password", Password, Email);
        }
    }

    internal sealed record Registration(UserView User);

    internal static async Task<IResult> Handle(
        Body<Request> body, HttpContext http, PasswordHashes hashes, Throttle throttle, Database db, CancellationToken cancel)
    {
        if (throttle.Request(http) is { } refusal)
        {
            return refusal.ToResult();
        }

        var account = ToAccount(body.Value, await hashes.Make(body.Value.Password!, cancel));
        await db.Write("identity.register", tx => Store(tx, account), cancel);
        return ((Outcome<Registration>)new Registration(account.View())).Created(_ => "/api/v1/me");
    }

    private static Account ToAccount(Request request, string hash) => new(
        UserId.New(), EmailOf(request.Email!), hash, EmailConfirmed: false, Disabled: false,
        Names.Clean(request.FirstName), Names.Clean(request.LastName), [Roles.Customer]);

    /// <summary>The address as it is kept: as written, without blanks around it, letters and their accents composed.</summary>
    internal static string EmailOf(string written) => written.Trim().Normalize(NormalizationForm.FormC);

    private static async Task Store(Tx tx, Account account)
    {
        if (await NewAccount.Insert(tx, account))
        {
            var token = MailedTokens.Issue(tx, account.Id, MailedTokens.ConfirmEmail);
            tx.Publish(new Registered(account.Id, account.Email, account.FirstName, token.Text));
        }
        else
        {
            tx.Publish(new RegisteredAgain(account.Email));
        }
    }
}
