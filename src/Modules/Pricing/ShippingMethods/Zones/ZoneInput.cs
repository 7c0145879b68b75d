using System.Globalization;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.ShippingMethods.Zones;

/// <summary>A zone as staff send it, whole.</summary>
/// <param name="Name">Unique within the method.</param>
/// <param name="Places">Texts like "US", "US-CA", "US:902*"; null: everywhere.</param>
/// <param name="Basis">flat, formula, weight or price.</param>
/// <param name="BasePrice">With flat and formula.</param>
/// <param name="PerKg">With formula.</param>
/// <param name="Rates">With weight and price: the steps.</param>
/// <param name="FreeOver">Null: as the method says.</param>
/// <param name="NeverFree">Whatever the method says.</param>
/// <param name="EstimatedDays">Null: as the method says.</param>
internal sealed record ZoneInput(
    string? Name, IReadOnlyList<string?>? Places, string? Basis, Money? BasePrice, Money? PerKg, IReadOnlyList<RateInput?>? Rates,
    Money? FreeOver, bool? NeverFree, EstimatedDaysInput? EstimatedDays)
{
    public const int MaxPlaces = 5000;
    public const int MaxRates = 1000;

    public void Check(Faults faults, string at, Currency currency)
    {
        faults.Text($"{at}.name", Name, 60);
        faults.Text($"{at}.basis", Basis, 10);
        faults.Unless(Basis is null || RateBases.All.Contains(Basis, StringComparer.Ordinal), $"{at}.basis",
            $"must be one of {string.Join(", ", RateBases.All)}");
        CheckPlaces(faults, $"{at}.places");
        EstimatedDays?.Check(faults, $"{at}.estimatedDays");
        CheckAmount(faults, $"{at}.freeOver", FreeOver, currency, required: false);
        CheckAmount(faults, $"{at}.basePrice", BasePrice, currency, Basis is RateBases.Flat or RateBases.Formula);
        CheckAmount(faults, $"{at}.perKg", PerKg, currency, Basis == RateBases.Formula);
        if (Basis is RateBases.Weight or RateBases.Price)
        {
            RateInput.Check(faults, $"{at}.rates", Rates ?? [], Basis == RateBases.Weight, currency);
        }
    }

    public StoredZone ToStored(ShippingMethodId method, int position)
    {
        var table = Basis is RateBases.Weight or RateBases.Price ? Rates ?? [] : [];
        return new()
        {
            Id = Id<StoredZone>.New(), MethodId = method, Position = position, Name = Name!.Trim(), Basis = Basis!,
            Places = Places is null
                ? null
                : [.. Places.Select(text => Place.Parse(text, out _)!.ToString()).Distinct(StringComparer.Ordinal)],
            BasePriceMinor = Basis is RateBases.Flat or RateBases.Formula ? BasePrice!.Value.Minor : 0,
            PerKgMinor = Basis == RateBases.Formula ? PerKg!.Value.Minor : 0,
            RateBounds = [.. table.Select(rate => rate!.Bound)], RatePricesMinor = [.. table.Select(rate => rate!.Price!.Value.Minor)],
            FreeOverMinor = FreeOver?.Minor, NeverFree = NeverFree ?? false, MinDays = EstimatedDays?.Min, MaxDays = EstimatedDays?.Max,
        };
    }

    /// <summary>An amount in the currency of the method, which the request itself does not know.</summary>
    public static void CheckAmount(Faults faults, string field, Money? amount, Currency currency, bool required)
    {
        faults.Unless(amount is not null || !required, field, "is required");
        faults.OptionalAmount(field, amount);
        faults.Unless(amount is null || amount.Value.Currency == currency, field, $"must be in {currency}");
    }

    private void CheckPlaces(Faults faults, string field)
    {
        faults.Unless(Places is null or { Count: <= MaxPlaces }, field, $"can be at most {MaxPlaces}");
        for (var i = 0; i < Math.Min(Places?.Count ?? 0, MaxPlaces); i++)
        {
            if (Place.Parse(Places![i], out var fault) is null)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]"), fault!);
            }
        }
    }
}

/// <summary>A step of a table: up to so many grams, or up to so much worth of goods. Neither, at the end: whatever is more.</summary>
internal sealed record RateInput(long? MaxGrams, Money? MaxGoods, Money? Price)
{
    public const long MostGrams = 100_000_000;

    public long Bound => MaxGrams ?? MaxGoods?.Minor ?? RateTable.NoBound;

    public static void Check(Faults faults, string field, IReadOnlyList<RateInput?> rates, bool byWeight, Currency currency)
    {
        faults.Unless(rates.Count <= ZoneInput.MaxRates, field, $"can be at most {ZoneInput.MaxRates}");
        var before = -1L;
        for (var i = 0; i < Math.Min(rates.Count, ZoneInput.MaxRates); i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]");
            var bound = byWeight ? $"{at}.maxGrams" : $"{at}.maxGoods";
            faults.Unless(rates[i] is not null, at, "is required");
            if (rates[i] is { } rate)
            {
                ZoneInput.CheckAmount(faults, $"{at}.price", rate.Price, currency, required: true);
                ZoneInput.CheckAmount(faults, $"{at}.maxGoods", rate.MaxGoods, currency, required: false);
                faults.Unless(byWeight ? rate.MaxGoods is null : rate.MaxGrams is null, at, "has a bound of the other kind");
                faults.Unless(rate.MaxGrams is null or (>= 0 and <= MostGrams), bound, $"must be between 0 and {MostGrams}");
                faults.Unless(rate.Bound > before, bound, "must be more than the one before");
                before = rate.Bound;
            }
        }
    }
}

/// <summary>A zone as the API shows it.</summary>
internal sealed record ZoneView(
    string Name, IReadOnlyList<string>? Places, string Basis, Money? BasePrice, Money? PerKg, IReadOnlyList<RateView> Rates,
    Money? FreeOver, bool NeverFree, EstimatedDays? EstimatedDays)
{
    public static ZoneView Of(StoredZone zone, Currency currency) => new(
        zone.Name, zone.Places, zone.Basis,
        zone.Basis is RateBases.Flat or RateBases.Formula ? new Money(zone.BasePriceMinor, currency) : null,
        zone.Basis == RateBases.Formula ? new Money(zone.PerKgMinor, currency) : null,
        [.. zone.RateBounds.Zip(zone.RatePricesMinor, (bound, price) => RateView.Of(zone.Basis, bound, new(price, currency)))],
        zone.FreeOverMinor is { } free ? new Money(free, currency) : null, zone.NeverFree,
        zone is { MinDays: { } min, MaxDays: { } max } ? new(min, max) : null);
}

/// <summary>A step of a table.</summary>
internal sealed record RateView(long? MaxGrams, Money? MaxGoods, Money Price)
{
    public static RateView Of(string basis, long bound, Money price) => new(
        basis == RateBases.Weight && bound != RateTable.NoBound ? bound : null,
        basis == RateBases.Price && bound != RateTable.NoBound ? price with { Minor = bound } : null, price);
}
