using System.Text;
using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Http;

namespace Tradepost.Shipping.Printing;

/// <summary>Labels or packing slips of many parcels as one file, to be printed in one go.</summary>
internal static class PrintDocuments
{
    private const int Most = 100;
    private const string Label = "label";
    private const string Slips = "packingSlip";
    private const string Pdf = "pdf";
    private const string Zpl = "zpl";

    internal sealed record Request(
        IReadOnlyList<OrderId>? OrderIds, IReadOnlyList<ShipmentId>? ShipmentIds, string? Kind, string? Format) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Unless(OrderIds is null != ShipmentIds is null, "orderIds", "either orders or shipments");
            faults.Unless(OrderIds is null or { Count: > 0 and <= Most }, "orderIds", $"holds 1 to {Most} orders");
            faults.Unless(ShipmentIds is null or { Count: > 0 and <= Most }, "shipmentIds", $"holds 1 to {Most} shipments");
            faults.Unless(Kind is Label or Slips, "kind", $"must be {Label} or {Slips}");
            faults.Unless(Format is Pdf or Zpl, "format", $"must be {Pdf} or {Zpl}");
            faults.Unless(Format != Zpl || Kind != Slips, "format", "packing slips are pdf");
        }
    }

    internal static async Task<IResult> Handle(Body<Request> body, Papers papers, CancellationToken cancel)
    {
        var request = body.Value;
        if (request.Kind == Slips)
        {
            var slips = await papers.Slips(request.OrderIds, request.ShipmentIds, cancel);
            return slips.Try(out var file, out var none) ? Results.File(file, "application/pdf", "packing-slips.pdf") : none.ToResult();
        }

        if (request.Format == Zpl)
        {
            var zpl = await papers.LabelsZpl(request.OrderIds, request.ShipmentIds, cancel);
            return zpl.Try(out var text, out var none)
                ? Results.File(Encoding.UTF8.GetBytes(text), "application/zpl", "labels.zpl") : none.ToResult();
        }

        var labels = await papers.LabelsPdf(request.OrderIds, request.ShipmentIds, cancel);
        return labels.Try(out var pdf, out var refusal) ? Results.File(pdf, "application/pdf", "labels.pdf") : refusal.ToResult();
    }
}
