using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Shipping.Staff;

namespace Tradepost.Shipping.Parcels;

/// <summary>A parcel arrived. Told twice, it arrived once.</summary>
internal static class DeliverShipment
{
    internal static async Task<IResult> Handle(
        ShipmentId id, Caller caller, Dispatch dispatch, StaffShipments shipments, TimeProvider time, CancellationToken cancel)
    {
        var news = new News(ShipmentStatus.Delivered, "Delivered", null, time.GetUtcNow());
        var outcome = await dispatch.Tell(id, news, caller.Name, cancel);
        return outcome.Try(out _, out var refusal) ? await shipments.Answer(id, cancel) : refusal.ToResult();
    }
}
