using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.DemoGateway.Charging;

/// <summary>What became of an attempt.</summary>
internal static class GetCharge
{
    internal static async Task<IResult> Handle(string attemptId, Database db, CancellationToken cancel)
    {
        Outcome<ChargeView> outcome = await Charge.Find(db, attemptId, cancel) is { } charge
            ? charge.View()
            : GatewayErrors.NoCharge.Refuse();
        return outcome.Ok();
    }
}
