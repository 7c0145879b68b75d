using Microsoft.AspNetCore.Http;
using Tradepost.DemoGateway.Charging;
using Tradepost.DemoGateway.Webhooks;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.DemoGateway.Challenges;

/// <summary>
/// The buyer approves or declines. The merchant hears it by webhook, which is tried at once so that the buyer usually comes back to a paid
/// order. The second click, and a page left open too long, change nothing.
/// </summary>
internal static class AnswerChallenge
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(3);

    internal static async Task<IResult> Handle(
        string token, HttpContext http, Database db, DeliverWebhooks webhooks, CancellationToken cancel)
    {
        if (!http.Request.HasFormContentType)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        var form = await http.Request.ReadFormAsync(cancel);
        var approved = form["answer"].ToString() == "approve";
        var outcome = await db.Write("demo_gateway.answer_challenge", tx => Decide(tx, token, approved), cancel);
        if (!outcome.Try(out var charge, out _))
        {
            return Results.Content(ChallengePage.Unknown, "text/html; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }

        await Tell(webhooks, charge, cancel);
        http.Response.Headers.Location = Back(charge);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<Outcome<Charge>> Decide(Tx tx, string token, bool approved)
    {
        if (await Charge.TakeByChallenge(tx, token) is not { } charge)
        {
            return GatewayErrors.NoCharge.Refuse();
        }

        if (charge.State != ChargeState.Challenge)
        {
            return charge;
        }

        var decided = approved
            ? charge.Become(tx, charge.Approved)
            : charge.Become(tx, ChargeState.Declined, "authentication_failed");
        Notices.Queue(tx, decided, tx.Now);
        return decided;
    }

    private static async Task Tell(DeliverWebhooks webhooks, Charge charge, CancellationToken cancel)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        soon.CancelAfter(Wait);
        try
        {
            await webhooks.Deliver(charge.Id, soon.Token);
        }
        catch (OperationCanceledException)
        {
            // The job goes on trying; the buyer need not wait for it.
        }
    }

    /// <summary>The merchant's page, told how it went.</summary>
    internal static string Back(Charge charge)
    {
        var path = charge.ReturnPath!;
        var answer = charge.State is ChargeState.Succeeded or ChargeState.Authorized ? "approved" : "declined";
        return $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}payment={answer}";
    }
}
