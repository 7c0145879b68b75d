using Tradepost.Platform.Types;

namespace Tradepost.Pricing.ShippingMethods.Zones;

/// <summary>Where a method goes at one price list. Stored whole: places and steps are only ever read and replaced together.</summary>
internal sealed record StoredZone
{
    public required Id<StoredZone> Id { get; init; }

    public required ShippingMethodId MethodId { get; init; }

    /// <summary>Its place among the method's zones, from 0.</summary>
    public required int Position { get; init; }

    public required string Name { get; init; }

    /// <summary>Texts of <see cref="Place"/>. Null: everywhere.</summary>
    public string[]? Places { get; init; }

    /// <summary>A member of <see cref="RateBases"/>.</summary>
    public required string Basis { get; init; }

    public long BasePriceMinor { get; init; }

    /// <summary>On top, for each kilogram, with the basis formula.</summary>
    public long PerKgMinor { get; init; }

    /// <summary>Upper bounds of the steps, ascending: grams, or minor units of goods.</summary>
    public long[] RateBounds { get; init; } = [];

    public long[] RatePricesMinor { get; init; } = [];

    /// <summary>Free from this value of goods on. Null: as the method says.</summary>
    public long? FreeOverMinor { get; init; }

    /// <summary>Never free, whatever the method says.</summary>
    public bool NeverFree { get; init; }

    /// <summary>Working days here. Null: as the method says.</summary>
    public int? MinDays { get; init; }

    public int? MaxDays { get; init; }
}

/// <summary>A zone ready to price.</summary>
internal sealed record Zone(StoredZone Stored, IReadOnlyList<Place>? Places, RateTable Table)
{
    public static Zone Of(StoredZone stored) => new(
        stored,
        stored.Places?.Select(text => Place.Parse(text, out _)).OfType<Place>().ToArray(),
        new(stored.RateBounds, stored.RatePricesMinor));
}

/// <summary>What a zone's price depends on. Words on the wire: append only.</summary>
internal static class RateBases
{
    /// <summary>One price.</summary>
    public const string Flat = "flat";

    /// <summary>A price and so much a kilogram.</summary>
    public const string Formula = "formula";

    /// <summary>A table by chargeable weight.</summary>
    public const string Weight = "weight";

    /// <summary>A table by the value of the goods.</summary>
    public const string Price = "price";

    public static readonly string[] All = [Flat, Formula, Weight, Price];
}
