using Microsoft.AspNetCore.Http;
using Tradepost.Identity.Reactions;
using Tradepost.Identity.Sessions;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Identity.Registration;

/// <summary>
/// Asks for a link by mail: to confirm the address, or to choose another password. Never tells whether there is such an account.
/// </summary>
internal static class AskForLink
{
    internal sealed record Request(string? Email) : IChecked
    {
        public void Check(Faults faults) => faults.Email("email", Email);
    }

    internal static async Task<IResult> ToConfirm(
        Body<Request> body, HttpContext http, Throttle throttle, Database db, CancellationToken cancel) =>
        await Ask(body.Value.Email!, MailedTokens.ConfirmEmail, http, throttle, db, cancel) ?? Results.NoContent();

    internal static async Task<IResult> ToReset(
        Body<Request> body, HttpContext http, Throttle throttle, Database db, CancellationToken cancel) =>
        await Ask(body.Value.Email!, MailedTokens.ResetPassword, http, throttle, db, cancel)
            ?? Results.StatusCode(StatusCodes.Status202Accepted);

    private static async Task<IResult?> Ask(
        string email, string purpose, HttpContext http, Throttle throttle, Database db, CancellationToken cancel)
    {
        if (throttle.Request(http) is { } refusal)
        {
            return refusal.ToResult();
        }

        await db.Write(
            "identity.ask_for_link",
            tx =>
            {
                tx.Publish(new LinkAskedFor(Register.EmailOf(email), purpose));
                return Task.CompletedTask;
            },
            cancel);
        return null;
    }
}
