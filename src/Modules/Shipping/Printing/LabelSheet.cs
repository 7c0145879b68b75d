using Tradepost.Contracts;

namespace Tradepost.Shipping.Printing;

/// <summary>What stands on a label.</summary>
/// <param name="Carrier">Who takes the parcel.</param>
/// <param name="Service">How fast; null where there is no choice.</param>
/// <param name="TrackingNumber">The barcode.</param>
/// <param name="From">The sender.</param>
/// <param name="To">The recipient.</param>
/// <param name="WeightGrams">Of the parcel; null when nobody weighed it.</param>
/// <param name="Reference">The order's or the return's number.</param>
/// <param name="At">When it was made.</param>
internal sealed record LabelSheet(
    string Carrier, string? Service, string TrackingNumber, Address From, Address To, int? WeightGrams, string Reference, DateTimeOffset At)
{
    /// <summary>Which of the order's parcels it is, from 1.</summary>
    public int Part { get; init; } = 1;

    /// <summary>How many parcels the order has so far.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>Says that it goes back to the shop.</summary>
    public bool IsReturn { get; init; }

    /// <summary>Kilograms with what people weigh parcels to, or a dash.</summary>
    public string Weight => WeightGrams is { } grams
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{grams / 1000m:0.0##} kg") : "–";
}
