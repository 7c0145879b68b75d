using Microsoft.AspNetCore.Http;
using Tradepost.DemoGateway.Webhooks;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.DemoGateway.Charging;

/// <summary>A merchant takes money that is held, or a part of it; the rest is let go. Asked again, it answers what was taken.</summary>
internal static class CaptureCharge
{
    internal sealed record Request(Money? Amount) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Amount("amount", Amount);
            faults.Unless(Amount is null or { Minor: > 0 }, "amount", "must be more than nothing");
        }
    }

    internal static async Task<IResult> Handle(string attemptId, Body<Request> body, Database db, CancellationToken cancel)
    {
        var outcome = await db.Write("demo_gateway.capture", tx => Capture(tx, attemptId, body.Value.Amount!.Value), cancel);
        return outcome.Then(charge => charge.View()).Ok();
    }

    private static async Task<Outcome<Charge>> Capture(Tx tx, string attemptId, Money amount)
    {
        if (await Charge.Take(tx, attemptId) is not { } charge)
        {
            return GatewayErrors.NoCharge.Refuse();
        }

        if (charge.State != ChargeState.Authorized)
        {
            return charge;
        }

        if (charge.Amount is not { } held || held.Currency != amount.Currency || held < amount)
        {
            return GatewayErrors.NotHeld.Refuse();
        }

        var taken = charge.Take(tx, amount);
        Notices.Queue(tx, taken, tx.Now);
        return taken;
    }
}
