using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shipping;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Shipping.Parcels;

/// <summary>Shipments in the database.</summary>
internal static class ShipmentRows
{
    /// <summary>The parcels of an order that left the house.</summary>
    public static async Task<IReadOnlyList<ShipmentView>> Of(Database db, OrderId order, CancellationToken cancel)
    {
        var shipments = await db.Query(
            $"""
            select id, order_id, carrier, service, tracking_number, status, shipped_at, delivered_at,
              (select jsonb_agg(jsonb_build_object('lineId', l.order_line_id, 'quantity', l.quantity) order by l.id)
               from shipping.shipment_lines l where l.shipment_id = s.id)::text,
              due_on, tracking_url, problem
            from shipping.shipments s where order_id = {order} and shipped_at is not null order by shipped_at, id
            """,
            row => new ShipmentView(
                row.Id<Contracts.Kinds.Shipment>(0), row.Id<Contracts.Kinds.Order>(1), row.GetString(2), row.TextOrNull(3),
                row.GetString(4), row.GetString(5), row.Json<List<ShipmentLine>>(8), [], row.Instant(6), row.InstantOrNull(7))
            {
                DueOn = row.IsDBNull(9) ? null : row.GetFieldValue<DateOnly>(9),
                TrackingUrl = row.TextOrNull(10),
                Problem = row.TextOrNull(11),
            }, cancel);
        if (shipments.Count == 0)
        {
            return shipments;
        }

        var events = await Events(db, [.. shipments.Select(shipment => shipment.Id)], cancel);
        return [.. shipments.Select(shipment => shipment with { Events = [.. events[shipment.Id]] })];
    }

    public static void Insert(Tx tx, Shipment parcel, bool assigned, DateOnly? dueOn, IReadOnlyList<ShippedLine> lines)
    {
        DateTimeOffset? shippedAt = parcel.Status == ShipmentStatus.InTransit ? tx.Now : null;
        DateTimeOffset? askAt = parcel.Courier is null ? null : tx.Now + Buying.Patience.First;
        var (sender, recipient) = (Written(parcel.Sender), Written(parcel.Recipient));
        tx.Queue(
            $"""
            insert into shipping.shipments (
              id, order_id, order_number, courier, carrier, service, tracking_number, assigned, status, by_whom, sender, recipient,
              weight_grams, length_mm, width_mm, height_mm, due_on, ask_at, asked, shipped_at, created_at, updated_at)
            values (
              {parcel.Id}, {parcel.OrderId}, {parcel.OrderNumber}, {parcel.Courier}, {parcel.Carrier}, {parcel.Service},
              {parcel.TrackingNumber}, {assigned}, {Words.Of(parcel.Status)}, {parcel.By},
              {sender}::jsonb, {recipient}::jsonb,
              {parcel.WeightGrams}::int, {parcel.Size?.LengthMm}::int, {parcel.Size?.WidthMm}::int, {parcel.Size?.HeightMm}::int,
              {dueOn}::date, {askAt}::timestamptz, 0,
              {shippedAt}::timestamptz, {tx.Now}, {tx.Now})
            """);
        foreach (var line in lines)
        {
            tx.Queue(
                $"""
                insert into shipping.shipment_lines (id, shipment_id, order_line_id, quantity, created_at)
                values ({Id<Handing>.New()}, {parcel.Id}, {line.LineId}, {line.Quantity}, {tx.Now})
                """);
        }
    }

    private static string? Written(Contracts.Address? address) => address is null ? null : Json.Of(address).Text;

    /// <summary>Units of the order's lines in parcels that are packed but still in the house.</summary>
    public static async Task<IReadOnlyDictionary<OrderLineId, int>> Claimed(Tx tx, OrderId order)
    {
        var rows = await tx.Query(
            $"""
            select l.order_line_id, sum(l.quantity)::int
            from shipping.shipments s join shipping.shipment_lines l on l.shipment_id = s.id
            where s.order_id = {order} and s.status in ('buying', 'packed', 'voiding') group by l.order_line_id
            """,
            row => (Line: row.Id<Contracts.Kinds.OrderLine>(0), Quantity: row.GetInt32(1)));
        return rows.ToDictionary(row => row.Line, row => row.Quantity);
    }

    public static Task<List<ShippedLine>> Contents(Tx tx, ShipmentId id) => tx.Query(
        $"select order_line_id, quantity from shipping.shipment_lines where shipment_id = {id} order by order_line_id",
        row => new ShippedLine(row.Id<Contracts.Kinds.OrderLine>(0), row.GetInt32(1)));

    /// <summary>Adds an event; false when it is known already.</summary>
    public static async Task<bool> Track(
        Tx tx, ShipmentId shipment, ShipmentStatus status, string description, string? place = null, string? key = null,
        DateTimeOffset? at = null) => await tx.Execute(
        $"""
        insert into shipping.tracking_events (id, shipment_id, at, status, description, place, courier_event)
        values ({Id<TrackingEvent>.New()}, {shipment}, {at ?? tx.Now}, {Words.Of(status)}, {description}, {place}, {key})
        on conflict (shipment_id, courier_event) where courier_event is not null do nothing
        """) == 1;

    /// <summary>A number of ours nobody has. Two transactions that draw the same at once are stopped by the unique index.</summary>
    public static async Task<string> FreeNumber(Tx tx)
    {
        while (true)
        {
            var number = TrackingNumber.Next();
            var taken = await tx.Query(
                $"select 1 from shipping.shipments where tracking_number = {number} and assigned", row => row.GetInt32(0));
            if (taken.Count == 0)
            {
                return number;
            }
        }
    }

    public static async Task<OrderId?> OrderOf(Tx tx, ShipmentId id)
    {
        var found = await tx.Query($"select order_id from shipping.shipments where id = {id}", row => row.Id<Contracts.Kinds.Order>(0));
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Whether every parcel that left the house arrived.</summary>
    public static async Task<bool> AllArrived(Tx tx, OrderId order)
    {
        var onTheWay = await tx.Query(
            $"""
            select 1 from shipping.shipments
            where order_id = {order} and shipped_at is not null and delivered_at is null limit 1
            """, row => row.GetInt32(0));
        return onTheWay.Count == 0;
    }

    /// <summary>What happened to parcels, oldest first, whatever the order the reports came in.</summary>
    public static async Task<ILookup<ShipmentId, TrackingEvent>> Events(
        Database db, IReadOnlyCollection<ShipmentId> shipments, CancellationToken cancel)
    {
        var rows = await db.Query(
            $"""
            select shipment_id, at, status, description, place from shipping.tracking_events
            where shipment_id = any ({shipments.Guids()}) order by at, seq
            """,
            row => (Shipment: row.Id<Contracts.Kinds.Shipment>(0), Event: new TrackingEvent(
                row.Instant(1), row.GetString(2), row.GetString(3), row.TextOrNull(4))), cancel);
        return rows.ToLookup(row => row.Shipment, row => row.Event);
    }
}
