using Microsoft.AspNetCore.Http;
using Tradepost.DemoGateway.Webhooks;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.DemoGateway.Charging;

/// <summary>A merchant asks for money. The attempt id makes it safe to ask again: the first answer counts.</summary>
internal static class CreateCharge
{
    /// <summary>How late the webhook comes when the answer was lost.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(2);

    internal sealed record Request(
        string? AttemptId, Money? Amount, Card? Card, string? Description, string? ReturnPath, string? WebhookUrl,
        string? Capture = null) : IChecked
    {
        public bool CaptureLater => Capture == "manual";

        public void Check(Faults faults)
        {
            faults.Text("attemptId", AttemptId, 100);
            faults.Amount("amount", Amount);
            faults.Unless(Amount is null or { Minor: > 0 }, "amount", "must be more than nothing");
            faults.Text("card.number", Card?.Number, 40);
            faults.Unless(Capture is null or "automatic" or "manual", "capture", "must be automatic or manual");
            faults.OptionalText("description", Description, 200);
            faults.Text("returnPath", ReturnPath, 2100);
            faults.Unless(ReturnPath is ['/', ..] and not ['/', '/' or '\\', ..], "returnPath", "must be a path on this site");
            var reachable = Uri.TryCreate(WebhookUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
            faults.Unless(reachable, "webhookUrl", "must be a URL");
        }
    }

    internal sealed record Card(string? Number);

    internal static async Task<IResult> Handle(Body<Request> body, HttpContext http, Database db, CancellationToken cancel)
    {
        var outcome = await db.Write("demo_gateway.charge", tx => Create(tx, body.Value), cancel);
        if (outcome.Try(out var charge, out _) && charge.LosesAnswer)
        {
            http.Abort();
            return Results.Empty;
        }

        return outcome.Then(some => some.View()).Ok();
    }

    private static async Task<Outcome<Charge>> Create(Tx tx, Request request)
    {
        var number = string.Concat(request.Card!.Number!.Where(char.IsAsciiDigit));
        var verdict = TestCards.Of(number);
        var charge = new Charge(
            Id<Charge>.New(), Charge.Secret("ch_"), request.AttemptId!, verdict.State, request.Amount!.Value, verdict.Reason,
            request.Description,
            verdict.LosesAnswer, verdict.State == ChargeState.Challenge ? Charge.Secret("") : null, request.ReturnPath, request.WebhookUrl)
        {
            CaptureLater = request.CaptureLater,
        };
        charge = charge.State == ChargeState.Succeeded ? charge with { State = charge.Approved } : charge;
        if (await charge.Insert(tx, number.Length >= 4 ? number[^4..] : null))
        {
            if (charge.State != ChargeState.Challenge)
            {
                Notices.Queue(tx, charge, tx.Now + (charge.LosesAnswer ? Late : TimeSpan.Zero));
            }

            return charge;
        }

        var known = (await Charge.Take(tx, request.AttemptId!))!;
        return known.Amount is { } amount && amount != charge.Amount ? GatewayErrors.KeyReused.Refuse() : known;
    }
}
