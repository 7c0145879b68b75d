using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;

namespace Tradepost.Shipping.Parcels;

/// <summary>Staff hand an order, or some of it, to a courier.</summary>
internal static class ShipOrder
{
    private const int MaxLines = 500;
    private const int MaxQuantity = 1_000_000;

    internal sealed record Request(IReadOnlyList<LineInput>? Lines, string? Carrier, string? Service, string? TrackingNumber) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Text("carrier", Carrier, 100);
            faults.OptionalText("service", Service, 100);
            faults.OptionalText("trackingNumber", TrackingNumber, 100);
            faults.Unless(Lines is null or { Count: > 0 and <= MaxLines }, "lines",
                $"holds 1 to {MaxLines} lines, or is left out to ship the rest");
            for (var i = 0; Lines is not null && i < Lines.Count; i++)
            {
                faults.Required($"lines[{i}].lineId", Lines[i]?.LineId);
                faults.Range($"lines[{i}].quantity", Lines[i]?.Quantity, 1, MaxQuantity);
            }

            var distinct = Lines?.Select(line => line?.LineId).Distinct().Count() ?? 0;
            faults.Unless(Lines is null || distinct == Lines.Count, "lines", "names a line twice");
        }

        public IReadOnlyList<ShippedLine>? ToLines() =>
            Lines is null ? null : [.. Lines.Select(line => new ShippedLine(line.LineId!.Value, line.Quantity!.Value))];
    }

    internal sealed record LineInput(OrderLineId? LineId, int? Quantity);

    internal static async Task<IResult> Handle(OrderId id, Body<Request> body, Caller caller, Dispatch dispatch, CancellationToken cancel)
    {
        var request = body.Value;
        var handing = new Handing(
            request.ToLines(), request.Carrier!.Trim(), Blank(request.Service), Blank(request.TrackingNumber), caller.Name);
        var outcome = await dispatch.Ship(id, handing, cancel);
        return outcome.Created(shipment => $"/api/v1/orders/{shipment.OrderId}");
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
