using Tradepost.Contracts;
using Tradepost.Platform.Types;
using Tradepost.Pricing.ShippingMethods.Zones;

namespace Tradepost.Pricing.ShippingMethods;

/// <summary>A way to send things and what it costs.</summary>
internal sealed class ShippingMethod
{
    public required ShippingMethodId Id { get; init; }

    public required string Code { get; set; }

    public required string Name { get; set; }

    public required long BasePriceMinor { get; set; }

    /// <summary>On top, for each kilogram; parts of one cost their part.</summary>
    public required long PerKgMinor { get; set; }

    /// <summary>Free from this value of goods on. Null: never.</summary>
    public long? FreeOverMinor { get; set; }

    public required Currency Currency { get; set; }

    public required int MinDays { get; set; }

    public required int MaxDays { get; set; }

    /// <summary>Codes of the countries it serves. Null: all.</summary>
    public string[]? Countries { get; set; }

    public required bool Active { get; set; }

    /// <summary>Cubic centimetres that count as a kilogram. Null: only what the scales say counts.</summary>
    public int? VolumetricDivisor { get; set; }

    /// <summary>The most all of it may weigh, on the scales.</summary>
    public long? MaxWeightGrams { get; set; }

    /// <summary>The longest side anything may have.</summary>
    public int? MaxSideMm { get; set; }

    /// <summary>Length and girth anything may have: the longest side and twice each of the others.</summary>
    public int? MaxGirthMm { get; set; }

    /// <summary>The stock location its zones are measured from. Null: it does not matter.</summary>
    public LocationId? OriginLocationId { get; set; }

    public int Version { get; set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Its zones, ready to look up. None: one price everywhere it goes.</summary>
    public ZoneChart Chart { get; set; } = ZoneChart.Empty;

    public bool Serves(Destination destination, Currency currency) =>
        Active && Currency == currency && (Countries is null || Countries.Contains(destination.Country, StringComparer.Ordinal));

    /// <summary>Every value of goods from which it is free somewhere.</summary>
    public IEnumerable<long> FreeThresholds() => Chart.Zones.Count == 0
        ? Some(FreeOverMinor)
        : Chart.Zones.Where(zone => !zone.Stored.NeverFree).SelectMany(zone => Some(zone.Stored.FreeOverMinor ?? FreeOverMinor));

    private static IEnumerable<long> Some(long? value) => value is { } some ? [some] : [];
}
