using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;

namespace Tradepost.Shipping.Parcels;

/// <summary>A parcel arrived. Told twice, it arrived once.</summary>
internal static class DeliverShipment
{
    internal static async Task<IResult> Handle(ShipmentId id, Caller caller, Dispatch dispatch, CancellationToken cancel) =>
        (await dispatch.Deliver(id, caller.Name, cancel)).Ok();
}
