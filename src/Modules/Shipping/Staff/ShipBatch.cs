using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Parcels;

namespace Tradepost.Shipping.Staff;

/// <summary>Sends many orders at once, each as far as it goes: one that is refused holds no other up.</summary>
internal static class ShipBatch
{
    private const int Most = 100;
    private const int AtOnce = 4;

    internal sealed record Request(IReadOnlyList<OrderId>? OrderIds, string? Carrier, string? Service) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Required("orderIds", OrderIds);
            faults.Unless(OrderIds is null or { Count: > 0 and <= Most }, "orderIds", $"holds 1 to {Most} orders");
            faults.Text("carrier", Carrier, 100);
            faults.OptionalText("service", Service, 100);
        }
    }

    internal sealed record Batch(IReadOnlyList<Item> Items);

    internal sealed record Item(OrderId OrderId, StaffShipment? Shipment, Problem? Problem);

    internal sealed record Problem(string Code, string Title)
    {
        /// <summary>In the courier's words.</summary>
        public string? Reason { get; init; }
    }

    internal static async Task<IResult> Handle(
        Body<Request> body, Caller caller, Sending sending, StaffShipments shipments, CancellationToken cancel)
    {
        var service = string.IsNullOrWhiteSpace(body.Value.Service) ? null : body.Value.Service.Trim();
        var wish = new Wish(body.Value.Carrier!.Trim(), service, caller.Name);
        var orders = body.Value.OrderIds!.Distinct().ToList();
        var outcomes = new Outcome<ShipmentId>[orders.Count];
        await Parallel.ForAsync(
            0, orders.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (at, stop) => outcomes[at] = await sending.Send(orders[at], wish, stop));
        var made = (await shipments.Find([.. outcomes.Where(outcome => outcome.Succeeded).Select(outcome => outcome.Value)], cancel))
            .ToDictionary(shipment => shipment.Id);
        var items = orders.Select((order, at) => outcomes[at].Try(out var id, out var refusal)
            ? new Item(order, made[id], null)
            : new Item(order, null, new(refusal.Error.Code, refusal.Error.Title) { Reason = refusal.Facts.GetValueOrDefault("reason") as string }));
        return Results.Json(new Batch([.. items]), ApiJson.Options);
    }
}
