using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Staff;

namespace Tradepost.Shipping.Parcels;

/// <summary>Staff write down what a carrier without reports told them.</summary>
internal static class TellOfShipment
{
    private static readonly string[] Tellable =
    [
        .. new[]
        {
            ShipmentStatus.InTransit, ShipmentStatus.OutForDelivery, ShipmentStatus.Exception, ShipmentStatus.Delivered,
            ShipmentStatus.Returned,
        }.Select(Words.Of),
    ];

    internal sealed record Request(string? Status, string? Description, string? Place) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Required("status", Status);
            faults.Unless(Status is null || Tellable.Contains(Status, StringComparer.Ordinal), "status",
                $"must be one of {string.Join(", ", Tellable)}");
            faults.Text("description", Description, 300);
            faults.OptionalText("place", Place, 100);
        }
    }

    internal static async Task<IResult> Handle(
        ShipmentId id, Body<Request> body, Caller caller, Dispatch dispatch, StaffShipments shipments, TimeProvider time,
        CancellationToken cancel)
    {
        var told = body.Value;
        var news = new News(
            Words.Parse<ShipmentStatus>(told.Status!), told.Description!.Trim(),
            string.IsNullOrWhiteSpace(told.Place) ? null : told.Place.Trim(), time.GetUtcNow());
        var outcome = await dispatch.Tell(id, news, caller.Name, cancel);
        return outcome.Try(out _, out var refusal) ? await shipments.Answer(id, cancel) : refusal.ToResult();
    }
}
