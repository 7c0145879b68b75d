using Microsoft.AspNetCore.Http;
using Tradepost.Identity.Passwords;
using Tradepost.Identity.Sessions;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Identity.Recovery;

/// <summary>Swaps the password for another. The caller stays signed in here and nowhere else.</summary>
internal static class ChangePassword
{
    internal sealed record Request(string? CurrentPassword, string? NewPassword) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Unless(!string.IsNullOrEmpty(CurrentPassword), "currentPassword", "is required");
            faults.OptionalText("currentPassword", CurrentPassword, PasswordPolicy.MaxLength);
            PasswordPolicy.Check(faults, "newPassword", NewPassword, email: null);
        }
    }

    internal static async Task<IResult> Handle(
        Body<Request> body, HttpContext http, Caller caller, Credentials credentials, PasswordHashes hashes, Database db,
        CancellationToken cancel)
    {
        // Somebody at an unlocked screen gets no more guesses than at the door.
        var verified = await credentials.Verify(caller.Name, body.Value.CurrentPassword!, cancel);
        if (!verified.Try(out var account, out var refusal))
        {
            var answer = refusal.Error == IdentityErrors.InvalidCredentials
                ? IdentityErrors.WrongPassword.On("currentPassword", "is not right")
                : refusal;
            return answer.ToResult();
        }

        if (PasswordPolicy.Fault(body.Value.NewPassword, account.Email) is { } reason)
        {
            return PlatformErrors.Invalid.On("newPassword", reason).ToResult();
        }

        var hash = await hashes.Make(body.Value.NewPassword!, cancel);
        await db.Write(
            "identity.change_password",
            tx =>
            {
                NewPassword.Set(tx, account, hash, keep: Session.Of(http));
                return Task.CompletedTask;
            },
            cancel);
        return Results.NoContent();
    }
}
