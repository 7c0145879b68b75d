using Tradepost.Contracts.Orders;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Shipping.Parcels;

/// <summary>What goes into a parcel. Pure.</summary>
internal static class Parcel
{
    /// <summary>The lines asked for, or all that is left; refused when there is nothing, an unknown line, or more than is left.</summary>
    public static Outcome<IReadOnlyList<ShippedLine>> Pack(OrderToShip order, IReadOnlyList<ShippedLine>? wanted)
    {
        if (order.Status != OrderStatus.Processing)
        {
            return ShippingErrors.NotShippable.With("orderStatus", order.Status);
        }

        var left = order.Lines.Where(line => line.Unshipped > 0).ToDictionary(line => line.Id, line => line.Unshipped);
        if (wanted is null)
        {
            return new List<ShippedLine>(left.Select(line => new ShippedLine(line.Key, line.Value)));
        }

        var known = order.Lines.Select(line => line.Id).ToHashSet();
        var faults = new Faults();
        for (var i = 0; i < wanted.Count; i++)
        {
            faults.Unless(known.Contains(wanted[i].LineId), $"lines[{i}].lineId", "is not a line of this order");
        }

        var tooMany = wanted.Where(line => line.Quantity > left.GetValueOrDefault(line.LineId))
            .Select(line => new Excess(line.LineId, line.Quantity, left.GetValueOrDefault(line.LineId))).ToList();
        return faults.Refusal() is { } refusal ? refusal
            : tooMany.Count > 0 ? ShippingErrors.TooMany.With("lines", tooMany)
            : new List<ShippedLine>(wanted);
    }

    /// <summary>A line of which more was to be shipped than is left.</summary>
    internal sealed record Excess(OrderLineId LineId, int Requested, int Unshipped);
}
