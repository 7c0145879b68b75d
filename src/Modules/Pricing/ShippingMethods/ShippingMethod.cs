using Tradepost.Contracts;
using Tradepost.Platform.Types;

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

    public int Version { get; set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public bool Serves(Destination destination, Currency currency) =>
        Active && Currency == currency && (Countries is null || Countries.Contains(destination.Country, StringComparer.Ordinal));

    /// <summary>What it asks for goods of this value and weight.</summary>
    public Money Price(Money goods, long grams, Rounding rounding) => goods.Minor >= FreeOverMinor
        ? Money.Zero(Currency)
        : new(checked(BasePriceMinor + rounding.Divide((Int128)PerKgMinor * grams, 1000)), Currency);
}
