using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Staff;

namespace Tradepost.Shipping.Parcels;

/// <summary>
/// Staff send an order, or some of it: a label is bought when the carrier named is a courier the shop works with, else the parcel was
/// brought to a carrier by hand.
/// </summary>
internal static class ShipOrder
{
    private const int MaxLines = 500;
    private const int MaxQuantity = 1_000_000;

    internal sealed record Request(
        IReadOnlyList<LineInput>? Lines, string? Carrier, string? Service, string? TrackingNumber, int? WeightGrams, SizeInput? SizeMm)
        : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Text("carrier", Carrier, 100);
            faults.OptionalText("service", Service, 100);
            faults.OptionalText("trackingNumber", TrackingNumber, 100);
            faults.Unless(TrackingNumber is null || TrackingNumber.All(sign => sign is >= ' ' and <= '~'), "trackingNumber",
                "may hold plain letters, digits and signs only");
            faults.Unless(WeightGrams is null or (>= 1 and <= 1_000_000), "weightGrams", "must be between 1 and 1000000");
            SizeMm?.Check(faults, "sizeMm");
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

    internal static async Task<IResult> Handle(
        OrderId id, Body<Request> body, Caller caller, Sending sending, StaffShipments shipments, CancellationToken cancel)
    {
        var request = body.Value;
        var wish = new Wish(request.Carrier!.Trim(), Blank(request.Service), caller.Name)
        {
            Lines = request.ToLines(),
            TrackingNumber = Blank(request.TrackingNumber),
            WeightGrams = request.WeightGrams,
            Size = request.SizeMm?.ToSize(),
        };
        var outcome = await sending.Send(id, wish, cancel);
        if (!outcome.Try(out var shipment, out var refusal))
        {
            return refusal.ToResult();
        }

        Outcome<StaffShipment> made = (await shipments.Find([shipment], cancel)).Single();
        return made.Created(some => $"/api/v1/orders/{some.OrderId}");
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A parcel's size as a client sends it.</summary>
internal sealed record SizeInput(int? Length, int? Width, int? Height)
{
    private const int MostMm = 5000;

    public void Check(Faults faults, string field)
    {
        faults.Range(field + ".length", Length, 1, MostMm);
        faults.Range(field + ".width", Width, 1, MostMm);
        faults.Range(field + ".height", Height, 1, MostMm);
    }

    public ParcelSize ToSize() => new(Length!.Value, Width!.Value, Height!.Value);
}
