using System.Globalization;
using Tradepost.Shipping.Parcels;

namespace Tradepost.Shipping.Couriers.Demo;

/// <summary>Where a demo parcel comes next. Pure.</summary>
internal static class DemoJourney
{
    private const string Hub = "Central sorting hub";

    /// <summary>The stop after so many; null when the journey is over.</summary>
    public static DemoStop? Next(Guid parcel, int done, string from, string to, string ending, DateTimeOffset now)
    {
        (ShipmentStatus Status, string Text, string Place)[] road =
        [
            (ShipmentStatus.InTransit, "Accepted by the courier", from),
            (ShipmentStatus.InTransit, "Sorted and loaded", Hub),
            (ShipmentStatus.InTransit, "Arrived at the local depot", to),
            (ShipmentStatus.OutForDelivery, "On the van", to),
            .. End(ending, from, to),
        ];
        if (done >= road.Length)
        {
            return null;
        }

        var stop = road[done];
        return new(string.Create(CultureInfo.InvariantCulture, $"{parcel:N}-{done}"), now, stop.Status, stop.Text, stop.Place);
    }

    private static (ShipmentStatus Status, string Text, string Place)[] End(string ending, string from, string to) => ending switch
    {
        "exception" => [(ShipmentStatus.Exception, "Nobody was there to take it", to)],
        "returned" =>
        [
            (ShipmentStatus.Exception, "The address could not be found", to), (ShipmentStatus.Returned, "Brought back to the sender", from),
        ],
        _ => [(ShipmentStatus.Delivered, "Delivered at the door", to)],
    };
}
