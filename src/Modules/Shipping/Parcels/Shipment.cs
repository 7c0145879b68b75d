using Npgsql;
using Tradepost.Contracts;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Shipping.Parcels;

/// <summary>A parcel as the module works with it.</summary>
internal sealed record Shipment(
    ShipmentId Id, OrderId OrderId, string? OrderNumber, string? Courier, string Carrier, string? Service, string? TrackingNumber,
    ShipmentStatus Status, string By)
{
    public string? Reference { get; init; }

    public Address? Sender { get; init; }

    public Address? Recipient { get; init; }

    public int? WeightGrams { get; init; }

    public ParcelSize? Size { get; init; }

    public DateTimeOffset? LastEventAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public static SqlText Columns =>
        $"""
        id, order_id, order_number, courier, carrier, service, tracking_number, status, by_whom, courier_reference, sender::text,
        recipient::text, weight_grams, length_mm, width_mm, height_mm, last_event_at, created_at
        """;

    /// <summary>Locked until the transaction ends; the order's lock must be held already.</summary>
    public static Task<Shipment?> Lock(Tx tx, ShipmentId id) =>
        tx.Row($"select {Columns} from shipping.shipments where id = {id} for no key update", Read);

    public static Task<Shipment?> Find(Database db, ShipmentId id, CancellationToken cancel) =>
        db.Row($"select {Columns} from shipping.shipments where id = {id}", Read, cancel);

    public static Shipment Read(NpgsqlDataReader row) => new(
        row.Id<Contracts.Kinds.Shipment>(0), row.Id<Contracts.Kinds.Order>(1), row.TextOrNull(2), row.TextOrNull(3), row.GetString(4),
        row.TextOrNull(5), row.TextOrNull(6), Words.Parse<ShipmentStatus>(row.GetString(7)), row.GetString(8))
    {
        Reference = row.TextOrNull(9),
        Sender = row.IsDBNull(10) ? null : row.Json<Address>(10),
        Recipient = row.IsDBNull(11) ? null : row.Json<Address>(11),
        WeightGrams = row.IntOrNull(12),
        Size = row.IsDBNull(13) ? null : new(row.GetInt32(13), row.GetInt32(14), row.GetInt32(15)),
        LastEventAt = row.InstantOrNull(16),
        CreatedAt = row.Instant(17),
    };
}
