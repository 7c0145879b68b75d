using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Shop;
using Tradepost.Identity.Passwords;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Identity.Sessions;

/// <summary>An address and a password for a session.</summary>
internal static class Login
{
    internal sealed record Request(string? Email, string? Password) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Text("email", Email, 254);
            faults.Unless(!string.IsNullOrEmpty(Password), "password", "is required");
            faults.OptionalText("password", Password, PasswordPolicy.MaxLength);
        }
    }

    internal static async Task<IResult> Handle(
        Body<Request> body, HttpContext http, Credentials credentials, Throttle throttle, TokenHandout tokens, ShopSettings shop,
        Database db, CancellationToken cancel)
    {
        var inCookie = RefreshCookie.IsWanted(http);
        if (((inCookie ? RefreshCookie.ForeignOrigin(http, shop) : null) ?? throttle.BeforeLogin(http)) is { } refused)
        {
            return refused.ToResult();
        }

        var verified = await credentials.Verify(body.Value.Email!.Trim(), body.Value.Password!, cancel);
        if (!verified.Try(out var account, out var refusal))
        {
            throttle.AfterFailedLogin(http);
            TellWhenToRetry(http, refusal);
            return refusal.ToResult();
        }

        var session = await db.Write<OpenSession>(
            "identity.login", tx => Start(tx, account, Session.DeviceOf(http), tokens.SessionTime), cancel);
        return tokens.Give(http, session.Value, inCookie);
    }

    private static Task<Outcome<OpenSession>> Start(Tx tx, Account account, string device, TimeSpan lifetime) =>
        Task.FromResult<Outcome<OpenSession>>(Session.Start(tx, account, device, lifetime));

    private static void TellWhenToRetry(HttpContext http, Refusal refusal)
    {
        if (refusal.Facts.TryGetValue("retryAfterSeconds", out var seconds))
        {
            http.Response.Headers.RetryAfter = Convert.ToString(seconds, CultureInfo.InvariantCulture);
        }
    }
}
