using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shipping;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Shipping.Parcels;

/// <summary>Shipments in the database.</summary>
internal static class ShipmentRows
{
    public static async Task<IReadOnlyList<ShipmentView>> Of(Database db, OrderId order, CancellationToken cancel)
    {
        var shipments = await db.Query(
            $"""
            select id, order_id, carrier, service, tracking_number, status, shipped_at, delivered_at,
              (select jsonb_agg(jsonb_build_object('lineId', l.order_line_id, 'quantity', l.quantity) order by l.id)
               from shipping.shipment_lines l where l.shipment_id = s.id)::text
            from shipping.shipments s where order_id = {order} order by shipped_at, id
            """,
            row => new ShipmentView(
                row.Id<Contracts.Kinds.Shipment>(0), row.Id<Contracts.Kinds.Order>(1), row.GetString(2), row.TextOrNull(3),
                row.GetString(4), row.GetString(5), row.Json<List<ShipmentLine>>(8), [], row.Instant(6), row.InstantOrNull(7)), cancel);
        if (shipments.Count == 0)
        {
            return shipments;
        }

        var events = await Events(db, shipments, cancel);
        return [.. shipments.Select(shipment => shipment with { Events = [.. events[shipment.Id]] })];
    }

    public static void Insert(
        Tx tx, ShipmentId id, OrderId order, Handing handing, string number, string status, IReadOnlyList<ShippedLine> lines)
    {
        tx.Queue(
            $"""
            insert into shipping.shipments (
              id, order_id, carrier, service, tracking_number, assigned, status, by_whom, shipped_at, created_at, updated_at)
            values (
              {id}, {order}, {handing.Carrier}, {handing.Service}, {number}, {handing.TrackingNumber is null}, {status},
              {handing.By}, {tx.Now}, {tx.Now}, {tx.Now})
            """);
        foreach (var line in lines)
        {
            tx.Queue(
                $"""
                insert into shipping.shipment_lines (id, shipment_id, order_line_id, quantity, created_at)
                values ({Id<Handing>.New()}, {id}, {line.LineId}, {line.Quantity}, {tx.Now})
                """);
        }
    }

    public static void Track(Tx tx, ShipmentId shipment, string status, string description) => tx.Queue(
        $"""
        insert into shipping.tracking_events (id, shipment_id, at, status, description)
        values ({Id<TrackingEvent>.New()}, {shipment}, {tx.Now}, {status}, {description})
        """);

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

    /// <summary>Marks it as arrived; false when it was already.</summary>
    public static async Task<bool> Arrive(Tx tx, ShipmentId id, string status) => await tx.Execute(
        $"""
        update shipping.shipments set status = {status}, delivered_at = {tx.Now}, updated_at = {tx.Now}
        where id = {id} and delivered_at is null
        """) == 1;

    public static async Task<bool> AllArrived(Tx tx, OrderId order)
    {
        var onTheWay = await tx.Query(
            $"select 1 from shipping.shipments where order_id = {order} and delivered_at is null limit 1", row => row.GetInt32(0));
        return onTheWay.Count == 0;
    }

    private static async Task<ILookup<ShipmentId, TrackingEvent>> Events(
        Database db, List<ShipmentView> shipments, CancellationToken cancel)
    {
        var rows = await db.Query(
            $"""
            select shipment_id, at, status, description, place from shipping.tracking_events
            where shipment_id = any ({shipments.Select(shipment => shipment.Id).Guids()}) order by seq
            """,
            row => (Shipment: row.Id<Contracts.Kinds.Shipment>(0), Event: new TrackingEvent(
                row.Instant(1), row.GetString(2), row.GetString(3), row.TextOrNull(4))), cancel);
        return rows.ToLookup(row => row.Shipment, row => row.Event);
    }
}
