using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Shipping.Staff;

namespace Tradepost.Shipping.Parcels;

/// <summary>A packed parcel was given to its courier.</summary>
internal static class HandOver
{
    internal static async Task<IResult> Handle(
        ShipmentId id, Caller caller, Dispatch dispatch, StaffShipments shipments, CancellationToken cancel)
    {
        var outcome = await dispatch.HandOver(id, caller.Name, cancel);
        return outcome.Try(out _, out var refusal) ? await shipments.Answer(id, cancel) : refusal.ToResult();
    }
}
