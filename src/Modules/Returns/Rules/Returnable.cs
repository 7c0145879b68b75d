using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shipping;

namespace Tradepost.Returns.Rules;

/// <summary>How many units of each line may still come back.</summary>
internal static class Returnable
{
    /// <summary>Units spoken for by returns of the order.</summary>
    /// <param name="LineId">The order's line.</param>
    /// <param name="Held">Units that came back, or are asked for.</param>
    /// <param name="Open">Those of them whose return is not closed: they may still be paid back.</param>
    internal sealed record Spoken(OrderLineId LineId, int Held, int Open);

    /// <summary>Units of each line that arrived.</summary>
    public static IReadOnlyDictionary<OrderLineId, int> Arrived(IEnumerable<ShipmentView> shipments) => shipments
        .Where(shipment => shipment.DeliveredAt is not null).SelectMany(shipment => shipment.Lines)
        .GroupBy(line => line.LineId).ToDictionary(group => group.Key, group => group.Sum(line => line.Quantity));

    /// <summary>When the last parcel arrived; null when something of the order is not there yet.</summary>
    public static DateTimeOffset? ArrivedAt(OrderToReturn order, IReadOnlyList<ShipmentView> shipments) =>
        order.Status == OrderStatus.Delivered && shipments.Count > 0 && shipments.All(shipment => shipment.DeliveredAt is not null)
            ? shipments.Max(shipment => shipment.DeliveredAt)
            : null;

    /// <summary>
    /// What is with the customer and not spoken for, and of that what was not paid back yet: units paid back without a return stay with
    /// the customer.
    /// </summary>
    public static int Left(LineToReturn line, int withCustomer, Spoken? spoken) => Math.Max(0, Math.Min(
        Math.Min(withCustomer, line.Quantity) - (spoken?.Held ?? 0),
        line.Quantity - line.Refunded - (spoken?.Open ?? 0)));
}
