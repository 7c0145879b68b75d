using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Shipping.Staff;

namespace Tradepost.Shipping.Buying;

/// <summary>The label of a parcel that is still in the house goes back; what was in it can be packed again.</summary>
internal static class VoidShipment
{
    internal static async Task<IResult> Handle(
        ShipmentId id, Caller caller, LabelDesk desk, StaffShipments shipments, CancellationToken cancel)
    {
        var outcome = await desk.Void(id, caller.Name, cancel);
        return outcome.Try(out _, out var refusal) ? await shipments.Answer(id, cancel) : refusal.ToResult();
    }
}
