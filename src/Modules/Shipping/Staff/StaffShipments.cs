using Microsoft.AspNetCore.Http;
using Npgsql;
using Tradepost.Contracts;
using Tradepost.Contracts.Shipping;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Parcels;

namespace Tradepost.Shipping.Staff;

/// <summary>Parcels as staff see them: those still in the house among them.</summary>
internal sealed class StaffShipments(Database db)
{
    public async Task<IResult> Answer(ShipmentId id, CancellationToken cancel) =>
        Results.Json((await Find([id], cancel)).Single(), ApiJson.Options);

    public Task<IReadOnlyList<StaffShipment>> Find(IReadOnlyCollection<ShipmentId> ids, CancellationToken cancel) =>
        Read($"s.id = any ({ids.Guids()}) order by s.created_at, s.id", cancel);

    public Task<IReadOnlyList<StaffShipment>> OfOrders(IReadOnlyCollection<OrderId> orders, CancellationToken cancel) =>
        Read($"s.order_id = any ({orders.Guids()}) order by s.created_at, s.id", cancel);

    /// <summary>A page of those in a state, the oldest first, and how many there are.</summary>
    public async Task<(IReadOnlyList<StaffShipment> Items, long Total)> Page(
        IReadOnlyCollection<string> statuses, string? courier, int page, int size, CancellationToken cancel)
    {
        SqlText where = $"s.status = any ({statuses.ToArray()}) and ({courier}::text is null or s.courier = {courier}::text)";
        var total = await db.Row($"select count(*) from shipping.shipments s where {where}", row => row.GetInt64(0), cancel);
        return (await Read($"{where} order by s.created_at desc, s.id limit {size} offset {(long)(page - 1) * size}", cancel), total);
    }

    private async Task<IReadOnlyList<StaffShipment>> Read(SqlText where, CancellationToken cancel)
    {
        var found = await db.Query(
            $"""
            select s.id, s.order_id, s.order_number, s.courier, s.carrier, s.service, s.tracking_number, s.tracking_url, s.status,
              (select jsonb_agg(jsonb_build_object('lineId', l.order_line_id, 'quantity', l.quantity) order by l.id)
               from shipping.shipment_lines l where l.shipment_id = s.id)::text,
              s.weight_grams, s.length_mm, s.width_mm, s.height_mm, s.cost_minor, s.currency, s.problem, s.due_on, s.created_at,
              s.packed_at, s.shipped_at, s.delivered_at, s.recipient::text
            from shipping.shipments s where {where}
            """, Row, cancel);
        var events = await ShipmentRows.Events(db, [.. found.Select(shipment => shipment.Id)], cancel);
        return [.. found.Select(shipment => shipment with { Events = [.. events[shipment.Id]] })];
    }

    private static StaffShipment Row(NpgsqlDataReader row)
    {
        var status = Words.Parse<ShipmentStatus>(row.GetString(8));
        return new()
        {
            Id = row.Id<Contracts.Kinds.Shipment>(0),
            OrderId = row.Id<Contracts.Kinds.Order>(1),
            OrderNumber = row.TextOrNull(2),
            Courier = row.TextOrNull(3),
            Carrier = row.GetString(4),
            Service = row.TextOrNull(5),
            TrackingNumber = row.TextOrNull(6),
            TrackingUrl = row.TextOrNull(7),
            Status = status,
            Lines = row.Json<List<ShipmentLine>>(9),
            WeightGrams = row.IntOrNull(10),
            SizeMm = row.IsDBNull(11) ? null : new(row.GetInt32(11), row.GetInt32(12), row.GetInt32(13)),
            Cost = row.MoneyOrNull(14, 15),
            Problem = row.TextOrNull(16),
            DueOn = row.IsDBNull(17) ? null : row.GetFieldValue<DateOnly>(17),
            CreatedAt = row.Instant(18),
            PackedAt = row.InstantOrNull(19),
            ShippedAt = row.InstantOrNull(20),
            DeliveredAt = row.InstantOrNull(21),
            Recipient = row.IsDBNull(22) ? null : row.Json<Address>(22),
            Actions = StaffShipment.ActionsFor(status, hasCourier: !row.IsDBNull(3)),
        };
    }
}

/// <summary>A parcel with all staff may know and do.</summary>
internal sealed record StaffShipment
{
    public required ShipmentId Id { get; init; }

    public required OrderId OrderId { get; init; }

    public string? OrderNumber { get; init; }

    /// <summary>Whom the label was bought from; null: brought to a carrier by hand.</summary>
    public string? Courier { get; init; }

    public required string Carrier { get; init; }

    public string? Service { get; init; }

    public string? TrackingNumber { get; init; }

    public string? TrackingUrl { get; init; }

    public required ShipmentStatus Status { get; init; }

    public required IReadOnlyList<ShipmentLine> Lines { get; init; }

    public IReadOnlyList<TrackingEvent> Events { get; init; } = [];

    public int? WeightGrams { get; init; }

    public ParcelSize? SizeMm { get; init; }

    /// <summary>What the courier took for the label.</summary>
    public Money? Cost { get; init; }

    /// <summary>What is wrong, in the courier's words.</summary>
    public string? Problem { get; init; }

    public DateOnly? DueOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? PackedAt { get; init; }

    public DateTimeOffset? ShippedAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    public Address? Recipient { get; init; }

    /// <summary>print, handOver, void, deliver, tell: what may be done now.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    public static IReadOnlyList<string> ActionsFor(ShipmentStatus status, bool hasCourier) => status switch
    {
        ShipmentStatus.Packed => ["print", "handOver", "void"],
        ShipmentStatus.Buying => ["void"],
        ShipmentStatus.Voiding or ShipmentStatus.Voided => [],
        ShipmentStatus.Delivered or ShipmentStatus.Returned => ["print"],
        _ => hasCourier ? ["print", "deliver"] : ["print", "deliver", "tell"],
    };
}
