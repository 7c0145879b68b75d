using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.DemoGateway.Charging;

/// <summary>
/// A merchant gives an attempt up. Money that was taken stays taken, and the answer says so. An attempt that has not arrived yet is
/// remembered as given up, so that a request which is still on its way takes nothing.
/// </summary>
internal static class VoidCharge
{
    internal static async Task<IResult> Handle(string attemptId, Database db, CancellationToken cancel)
    {
        var faults = new Faults();
        faults.Text("attemptId", attemptId, 100);
        return faults.Refusal() is { } refusal
            ? refusal.ToResult()
            : (await db.Write<ChargeView>("demo_gateway.void", async tx => (await Void(tx, attemptId)).View(), cancel)).Ok();
    }

    private static async Task<Charge> Void(Tx tx, string attemptId)
    {
        var nothing = new Charge(
            Id<Charge>.New(), Charge.Secret("ch_"), attemptId, ChargeState.Voided, null, null, null, LosesAnswer: false, null, null, null);
        if (await nothing.Insert(tx, last4: null))
        {
            return nothing;
        }

        var charge = (await Charge.Take(tx, attemptId))!;
        return charge.State is ChargeState.Challenge or ChargeState.Authorized ? charge.Become(tx, ChargeState.Voided) : charge;
    }
}
