using Microsoft.AspNetCore.Http;
using Tradepost.DemoGateway.Charging;
using Tradepost.Platform.Data;

namespace Tradepost.DemoGateway.Challenges;

/// <summary>The page a bank would show: who wants how much, and two buttons. Works without scripts.</summary>
internal static class ShowChallenge
{
    internal static async Task<IResult> Handle(string token, HttpContext http, Database db, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return await Charge.FindByChallenge(db, token, cancel) is { } charge
            ? Results.Content(ChallengePage.Of(charge), "text/html; charset=utf-8")
            : Results.Content(ChallengePage.Unknown, "text/html; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
    }
}
