using Microsoft.Extensions.Logging;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Couriers;

namespace Tradepost.Shipping.Tracking;

/// <summary>
/// Reports of couriers, kept before they are worked on: one the host could not finish is taken up again by the job. A report of a parcel
/// nobody here knows is kept too, and looked at again for a while: it may be faster than the answer that told us the number.
/// </summary>
internal sealed partial class CourierInbox(
    Database db, CourierList couriers, CourierReports reports, TimeProvider time, ILogger<CourierInbox> log) : IPeriodicJob
{
    private const int BatchSize = 50;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Stranger = TimeSpan.FromMinutes(10);

    public string Name => "shipping.process_webhooks";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    /// <summary>Stores a genuine report and works on it, unless it was seen before. A failure is left to the job.</summary>
    public async Task Receive(string courier, string eventId, string payload, CancellationToken cancel)
    {
        var stored = new Stored(Id<Stored>.New(), courier, payload, time.GetUtcNow());
        var added = await db.Write<int>("shipping.receive_webhook", async tx => await tx.Execute(
            $"""
            insert into shipping.courier_inbox (id, courier, event_id, payload, received_at)
            values ({stored.Id}, {courier}, {eventId}, {payload}, {tx.Now}) on conflict (courier, event_id) do nothing
            """), cancel);
        if (added.Value == 1)
        {
            await TryProcess(stored, cancel);
        }
    }

    public async Task<int> Run(CancellationToken cancel)
    {
        var waiting = await db.Query(
            $"""
            select id, courier, payload, received_at from shipping.courier_inbox
            where processed_at is null and received_at < {time.GetUtcNow() - Grace} order by received_at limit {BatchSize}
            """,
            row => new Stored(row.Id<Stored>(0), row.GetString(1), row.GetString(2), row.Instant(3)), cancel);
        foreach (var stored in waiting)
        {
            await TryProcess(stored, cancel);
        }

        return waiting.Count;
    }

    private async Task TryProcess(Stored stored, CancellationToken cancel)
    {
        try
        {
            if (await Process(stored, cancel) is { } outcome)
            {
                await db.Write("shipping.processed_webhook", tx => tx.Execute(
                    $"update shipping.courier_inbox set processed_at = {tx.Now}, outcome = {outcome} where id = {stored.Id}"), cancel);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(log, stored.Courier, stored.Id.Value, failure);
        }
    }

    /// <summary>What became of it; null: not yet.</summary>
    private async Task<string?> Process(Stored stored, CancellationToken cancel)
    {
        var courier = couriers.Find(stored.Courier);
        if (courier?.Read(stored.Payload) is not { TrackingNumber: { } number } notice)
        {
            return "nothing to do";
        }

        var found = await db.Query(
            $"select id from shipping.shipments where courier = {stored.Courier} and tracking_number = {number}",
            row => row.Id<Contracts.Kinds.Shipment>(0), cancel);
        if (found.Count == 0)
        {
            return time.GetUtcNow() - stored.ReceivedAt > Stranger ? "unknown parcel" : null;
        }

        await reports.Apply(found[0], notice.Events, courier.Name, cancel);
        return "recorded";
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The webhook of {Courier} stored as {Id} could not be worked on; it is tried again")]
    private static partial void Failed(ILogger log, string courier, Guid id, Exception failure);

    internal sealed record Stored(Id<Stored> Id, string Courier, string Payload, DateTimeOffset ReceivedAt);
}
