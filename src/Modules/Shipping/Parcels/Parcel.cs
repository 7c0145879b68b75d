using Tradepost.Contracts.Orders;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Shipping.Parcels;

/// <summary>What goes into a parcel. Pure.</summary>
internal static class Parcel
{
    /// <summary>Weighs a line of unknown weight.</summary>
    private const int UnknownGrams = 250;

    private static readonly Dictionary<OrderLineId, int> Nothing = [];

    /// <summary>The lines asked for, or all that is left; refused when there is nothing, an unknown line, or more than is left.</summary>
    /// <param name="order">Whose.</param>
    /// <param name="wanted">Null: all that is left.</param>
    /// <param name="claimed">Units in other parcels that are still in the house.</param>
    public static Outcome<IReadOnlyList<ShippedLine>> Pack(
        OrderToShip order, IReadOnlyList<ShippedLine>? wanted, IReadOnlyDictionary<OrderLineId, int>? claimed = null)
    {
        if (order.Status != OrderStatus.Processing)
        {
            return ShippingErrors.NotShippable.With("orderStatus", order.Status);
        }

        claimed ??= Nothing;
        var left = order.Lines.ToDictionary(line => line.Id, line => line.Unshipped - claimed.GetValueOrDefault(line.Id));
        if (wanted is null)
        {
            var rest = left.Where(line => line.Value > 0).Select(line => new ShippedLine(line.Key, line.Value)).ToList();
            return rest.Count > 0 ? rest : ShippingErrors.NothingLeft.Refuse();
        }

        var faults = new Faults();
        for (var i = 0; i < wanted.Count; i++)
        {
            faults.Unless(left.ContainsKey(wanted[i].LineId), $"lines[{i}].lineId", "is not a line of this order");
        }

        var tooMany = wanted.Where(line => line.Quantity > left.GetValueOrDefault(line.LineId))
            .Select(line => new Excess(line.LineId, line.Quantity, left.GetValueOrDefault(line.LineId))).ToList();
        return faults.Refusal() is { } refusal ? refusal
            : tooMany.Count > 0 ? ShippingErrors.TooMany.With("lines", tooMany)
            : new List<ShippedLine>(wanted);
    }

    /// <summary>What the units weigh together, a little for those nobody weighed.</summary>
    public static int Weigh(OrderToShip order, IReadOnlyList<ShippedLine> lines)
    {
        var weights = order.Lines.ToDictionary(line => line.Id, line => line.WeightGrams ?? UnknownGrams);
        return (int)Math.Clamp(lines.Sum(line => (long)weights[line.LineId] * line.Quantity), 1, 1_000_000);
    }

    /// <summary>A line of which more was to be shipped than is left.</summary>
    internal sealed record Excess(OrderLineId LineId, int Requested, int Unshipped);
}
