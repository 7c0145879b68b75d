using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Documents;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Parcels;

namespace Tradepost.Shipping.Printing;

/// <summary>Draws what is printed for parcels. A label that a courier drew itself is printed as it came.</summary>
internal sealed class Papers(Database db, IOrders orders, ShopSettings settings, TimeProvider time)
{
    private const double LabelWidth = 288;
    private const double LabelHeight = 432;

    public async Task<Outcome<byte[]>> LabelsPdf(
        IReadOnlyList<OrderId>? orderIds, IReadOnlyList<ShipmentId>? ids, CancellationToken cancel)
    {
        if (!(await Sheets(orderIds, ids, cancel)).Try(out var labels, out var refusal))
        {
            return refusal;
        }

        var document = new PdfDocument("Labels", settings.Name, time.GetUtcNow());
        foreach (var (sheet, picture) in labels)
        {
            if (picture is null)
            {
                LabelPdf.Draw(document, sheet);
            }
            else
            {
                document.AddPage(LabelWidth, LabelHeight).Png(0, 0, LabelWidth, LabelHeight, picture);
            }
        }

        return document.ToArray();
    }

    public async Task<Outcome<string>> LabelsZpl(
        IReadOnlyList<OrderId>? orderIds, IReadOnlyList<ShipmentId>? ids, CancellationToken cancel)
    {
        if (!(await Sheets(orderIds, ids, cancel)).Try(out var labels, out var refusal))
        {
            return refusal;
        }

        // A label that is a picture would lose what the carrier put on it if it were drawn anew.
        return labels.Any(label => label.Picture is not null)
            ? ShippingErrors.PdfOnly.Refuse() : string.Concat(labels.Select(label => LabelZpl.Of(label.Sheet)));
    }

    public async Task<Outcome<byte[]>> Slips(
        IReadOnlyList<OrderId>? orderIds, IReadOnlyList<ShipmentId>? ids, CancellationToken cancel)
    {
        var parcels = ids is null ? [] : await Find($"id = any ({ids.Guids()})", cancel);
        if (ids is not null && parcels.Count < ids.Distinct().Count())
        {
            return ShippingErrors.NoShipment.Refuse();
        }

        var wanted = orderIds ?? [.. parcels.Select(parcel => parcel.OrderId).Distinct()];
        var known = (await orders.ToShip([.. wanted], cancel)).ToDictionary(order => order.Id);
        if (wanted.Any(id => !known.ContainsKey(id)))
        {
            return OrderErrors.NotFound.Refuse();
        }

        var contents = await Contents([.. parcels.Select(parcel => parcel.Id)], cancel);
        var slips = ids is null
            ? wanted.Distinct().Select(id => Slip(known[id], null, known[id].Lines.ToDictionary(line => line.Id, line => line.Quantity)))
            : ids.Distinct().Select(id => parcels.First(parcel => parcel.Id == id)).Select(parcel => Slip(
                known[parcel.OrderId], parcel, contents[parcel.Id].ToDictionary(line => line.LineId, line => line.Quantity)));
        var document = new PdfDocument("Packing slips", settings.Name, time.GetUtcNow());
        foreach (var slip in slips)
        {
            SlipPdf.Draw(document, slip, settings.Name);
        }

        return document.ToArray();
    }

    private Slip Slip(OrderToShip order, Shipment? parcel, Dictionary<OrderLineId, int> quantities) => new(
        order.Number, order.PlacedAt, order.ShippingAddress, order.ShippingMethod,
        [.. order.Lines.Where(line => quantities.ContainsKey(line.Id))
            .Select(line => new SlipLine(line.Sku, line.Name, quantities[line.Id], line.Quantity))])
    {
        Tracking = parcel?.TrackingNumber is { } number ? $"{parcel.Carrier} {number}" : null,
        From = settings.Now.Shipping.Origin,
    };

    /// <summary>The labels asked for, in the order they were asked for.</summary>
    private async Task<Outcome<List<(LabelSheet Sheet, byte[]? Picture)>>> Sheets(
        IReadOnlyList<OrderId>? orderIds, IReadOnlyList<ShipmentId>? ids, CancellationToken cancel)
    {
        var asked = await (ids is null
            ? Find($"order_id = any ({orderIds!.Guids()}) and status not in ('buying', 'voiding', 'voided')", cancel)
            : Find($"id = any ({ids.Guids()})", cancel));
        if (ids is not null && asked.Count < ids.Distinct().Count())
        {
            return ShippingErrors.NoShipment.Refuse();
        }

        if (asked.Count == 0 || asked.Any(parcel => parcel.Status is ShipmentStatus.Buying or ShipmentStatus.Voiding or ShipmentStatus.Voided))
        {
            return ShippingErrors.NoLabel.Refuse();
        }

        var siblings = await Find(
            $"order_id = any ({asked.Select(parcel => parcel.OrderId).Guids()}) and status not in ('voiding', 'voided')", cancel);
        var toShip = (await orders.ToShip([.. asked.Select(parcel => parcel.OrderId).Distinct()], cancel)).ToDictionary(order => order.Id);
        var pictures = await Pictures([.. asked.Select(parcel => parcel.Id)], cancel);
        var labels = new List<(LabelSheet Sheet, byte[]? Picture)>(asked.Count);
        foreach (var parcel in ids is null ? asked : [.. ids.Distinct().Select(id => asked.First(some => some.Id == id))])
        {
            if ((parcel.Sender ?? settings.Now.Shipping.Origin) is not { } sender)
            {
                return ShippingErrors.NoOrigin.Refuse();
            }

            var family = siblings.Where(some => some.OrderId == parcel.OrderId).Select(some => some.Id).ToList();
            var order = toShip[parcel.OrderId];
            var sheet = new LabelSheet(
                parcel.Carrier, parcel.Service, parcel.TrackingNumber!, sender, parcel.Recipient ?? order.ShippingAddress,
                parcel.WeightGrams, order.Number, parcel.CreatedAt)
            {
                Part = family.IndexOf(parcel.Id) + 1,
                Parts = family.Count,
            };
            labels.Add((sheet, pictures.GetValueOrDefault(parcel.Id)));
        }

        return labels;
    }

    private Task<List<Shipment>> Find(SqlText where, CancellationToken cancel) => db.Query(
        $"select {Shipment.Columns} from shipping.shipments where {where} order by created_at, id", Shipment.Read, cancel);

    private async Task<IReadOnlyDictionary<ShipmentId, byte[]>> Pictures(IReadOnlyCollection<ShipmentId> ids, CancellationToken cancel)
    {
        var rows = await db.Query(
            $"select shipment_id, content from shipping.courier_labels where shipment_id = any ({ids.Guids()}) and format = 'png'",
            row => (Id: row.Id<Contracts.Kinds.Shipment>(0), Content: row.GetFieldValue<byte[]>(1)), cancel);
        return rows.ToDictionary(row => row.Id, row => row.Content);
    }

    private async Task<ILookup<ShipmentId, ShippedLine>> Contents(IReadOnlyCollection<ShipmentId> ids, CancellationToken cancel)
    {
        var rows = await db.Query(
            $"select shipment_id, order_line_id, quantity from shipping.shipment_lines where shipment_id = any ({ids.Guids()})",
            row => (Id: row.Id<Contracts.Kinds.Shipment>(0), Line: new ShippedLine(
                row.Id<Contracts.Kinds.OrderLine>(1), row.GetInt32(2))), cancel);
        return rows.ToLookup(row => row.Id, row => row.Line);
    }
}
