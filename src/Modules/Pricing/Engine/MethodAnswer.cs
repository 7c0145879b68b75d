using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.ShippingMethods;
using Tradepost.Pricing.ShippingMethods.Zones;

namespace Tradepost.Pricing.Engine;

/// <summary>What one method says to a basket: an option, or why not.</summary>
/// <param name="Option">How it would send it; null when it would not.</param>
/// <param name="Reason">A member of <see cref="ShippingProblemReasons"/>; null with an option.</param>
/// <param name="MostGrams">What it could take at most, when it is too heavy.</param>
internal readonly record struct MethodAnswer(ShippingOption? Option, string? Reason, long? MostGrams = null)
{
    /// <summary>Asks an active method of the basket's currency.</summary>
    public static MethodAnswer Of(ShippingMethod method, Destination to, Money goods, Parcel parcel, Rounding rounding)
    {
        var zone = method.Chart.Find(to);
        if (!method.Serves(to, goods.Currency) || (zone is null && method.Chart.Zones.Count > 0))
        {
            return new(null, ShippingProblemReasons.NotServed);
        }

        if (parcel.LongestSideMm > method.MaxSideMm || parcel.GirthMm > method.MaxGirthMm)
        {
            return new(null, ShippingProblemReasons.TooLarge);
        }

        var chargeable = parcel.ChargeableGrams(method.VolumetricDivisor);
        if (parcel.Grams > method.MaxWeightGrams)
        {
            return new(null, ShippingProblemReasons.TooHeavy, method.MaxWeightGrams);
        }

        return Price(method, zone, goods, chargeable, rounding) is { } price
            ? new(Offer(method, zone, price), null)
            : Unpriced(zone!);
    }

    private static Money? Price(ShippingMethod method, Zone? zone, Money goods, long chargeable, Rounding rounding)
    {
        var asked = zone is null
            ? Formula(method.BasePriceMinor, method.PerKgMinor, chargeable, rounding)
            : zone.Stored.Basis switch
            {
                RateBases.Flat => zone.Stored.BasePriceMinor,
                RateBases.Formula => Formula(zone.Stored.BasePriceMinor, zone.Stored.PerKgMinor, chargeable, rounding),
                RateBases.Weight => zone.Table.Price(chargeable),
                RateBases.Price => zone.Table.Price(goods.Minor),
                _ => null,
            };
        var freeOver = zone is { Stored.NeverFree: true } ? null : zone?.Stored.FreeOverMinor ?? method.FreeOverMinor;
        return asked is not { } minor ? null : new(goods.Minor >= freeOver ? 0 : minor, method.Currency);
    }

    private static long Formula(long basePrice, long perKg, long grams, Rounding rounding) =>
        checked(basePrice + rounding.Divide((Int128)perKg * grams, 1000));

    private static ShippingOption Offer(ShippingMethod method, Zone? zone, Money price) =>
        new(method.Id, method.Code, method.Name, price,
            new(zone?.Stored.MinDays ?? method.MinDays, zone?.Stored.MaxDays ?? method.MaxDays));

    private static MethodAnswer Unpriced(Zone zone) => zone is { Stored.Basis: RateBases.Weight, Table.Most: { } most }
        ? new(null, ShippingProblemReasons.TooHeavy, most)
        : new(null, ShippingProblemReasons.NotServed);
}
