using Microsoft.Extensions.Logging;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Couriers;
using Tradepost.Shipping.Parcels;
using Tradepost.Shipping.Tracking;

namespace Tradepost.Shipping.Buying;

/// <summary>
/// Asks couriers again about what is open: labels whose buying or giving back got no answer, and parcels on their way nobody has reported
/// of for a while.
/// </summary>
internal sealed partial class AskCouriers(
    Database db, LabelDesk desk, CourierList couriers, CourierReports reports, ILogger<AskCouriers> log) : IPeriodicJob
{
    private const int BatchSize = 20;

    public string Name => "shipping.ask_couriers";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public Task<int> Run(CancellationToken cancel) => Settle(null, cancel);

    /// <summary>Looks after what is due, of one order or of all.</summary>
    public async Task<int> Settle(OrderId? order, CancellationToken cancel)
    {
        var due = (await db.Write<List<ShipmentId>>("shipping.claim", async tx => await Claim(tx, order), cancel)).Value;
        foreach (var id in due)
        {
            try
            {
                await Ask(id, cancel);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(log, id, failure);
            }
        }

        return due.Count;
    }

    private static Task<List<ShipmentId>> Claim(Tx tx, OrderId? order) => tx.Query(
        $"""
        update shipping.shipments
        set ask_at = {tx.Now} + case when status in ('buying', 'voiding') then least(600, 10 * power(2, least(asked, 8))) else 1800 end
            * interval '1 second',
          asked = asked + 1, updated_at = {tx.Now}
        where id in (
          select id from shipping.shipments
          where ask_at <= {tx.Now} and ({order?.Value}::uuid is null or order_id = {order?.Value}::uuid)
          order by ask_at limit {BatchSize} for no key update skip locked)
        returning id
        """,
        row => row.Id<Contracts.Kinds.Shipment>(0));

    private async Task Ask(ShipmentId id, CancellationToken cancel)
    {
        var parcel = (await Shipment.Find(db, id, cancel))!;
        if (parcel.Status is ShipmentStatus.Buying or ShipmentStatus.Voiding)
        {
            await desk.Settle(id, cancel);
        }
        else if (parcel is { Courier: { } name, Reference: { } reference } && couriers.Find(name) is { } courier)
        {
            var answer = await courier.Track(reference, cancel);
            if (answer.Value is { } events)
            {
                await reports.Apply(id, events, courier.Name, cancel);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The courier of parcel {Parcel} could not be asked and is asked again")]
    private static partial void Failed(ILogger log, ShipmentId parcel, Exception failure);
}
