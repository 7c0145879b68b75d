using Tradepost.Contracts.Orders;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Buying;
using Tradepost.Shipping.Couriers;

namespace Tradepost.Shipping.Parcels;

/// <summary>Sends an order with whoever was named: a courier labels are bought from, or any other carrier.</summary>
internal sealed class Sending(CourierList couriers, LabelDesk desk, Dispatch dispatch)
{
    // A number the clerk brings along belongs to a parcel that a carrier has already, whoever it is.
    public Task<Outcome<ShipmentId>> Send(OrderId order, Wish wish, CancellationToken cancel) =>
        wish.TrackingNumber is null && couriers.OfferedAs(wish.Carrier) is { } courier
            ? desk.Buy(order, new(wish.Lines, courier.Id, wish.Service, wish.WeightGrams, wish.Size, wish.By), cancel)
            : dispatch.Ship(
                order, new(wish.Lines, wish.Carrier, wish.Service, wish.TrackingNumber, wish.By)
                {
                    WeightGrams = wish.WeightGrams, Size = wish.Size,
                }, cancel);
}

/// <summary>What is to be sent and how.</summary>
/// <param name="Carrier">A courier's id, or a carrier's name.</param>
/// <param name="Service">Null: the cheapest, or not told.</param>
/// <param name="By">Who sends it.</param>
internal sealed record Wish(string Carrier, string? Service, string By)
{
    /// <summary>Null: all that is left.</summary>
    public IReadOnlyList<ShippedLine>? Lines { get; init; }

    public string? TrackingNumber { get; init; }

    public int? WeightGrams { get; init; }

    public ParcelSize? Size { get; init; }
}
