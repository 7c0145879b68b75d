using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.ShippingMethods;

/// <summary>A shipping method as staff send it, whole.</summary>
internal sealed partial record ShippingMethodInput(
    string? Code, string? Name, Money? BasePrice, Money? PerKg, Money? FreeOver, EstimatedDaysInput? EstimatedDays,
    IReadOnlyList<string?>? Countries, bool? Active)
    : IChecked
{
    public const int MaxDays = 365;
    private const int MaxGrams = 100_000_000;
    private const int MaxMm = 1_000_000;

    /// <summary>Cubic centimetres that count as a kilogram; null: only the scales count.</summary>
    public int? VolumetricDivisor { get; init; }

    /// <summary>Null: any weight.</summary>
    public long? MaxWeightGrams { get; init; }

    /// <summary>Longest side of any piece; null: any.</summary>
    public int? MaxSideMm { get; init; }

    /// <summary>Length and girth of any piece; null: any.</summary>
    public int? MaxGirthMm { get; init; }

    /// <summary>The stock location it is sent from; null: it does not matter.</summary>
    public LocationId? OriginLocationId { get; init; }

    public void Check(Faults faults)
    {
        faults.Text("code", Code, 40);
        faults.Unless(Code is null || CodePattern().IsMatch(Code.Trim()), "code", "must be small letters, digits and hyphens");
        faults.Text("name", Name, 100);
        faults.Amount("basePrice", BasePrice);
        faults.OptionalAmount("perKg", PerKg);
        faults.OptionalAmount("freeOver", FreeOver);
        faults.Required("estimatedDays", EstimatedDays);
        EstimatedDays?.Check(faults, "estimatedDays");
        CheckLimits(faults);
        var some = Countries is null or { Count: > 0 and <= 250 };
        faults.Unless(some, "countries", "must be a list of country codes, or null for all countries");
        var known = Countries is null || Countries.All(code => code is not null && Contracts.Countries.IsKnown(code));
        faults.Unless(known, "countries", "holds something that is not a country code");
    }

    /// <summary>Amounts must be in the currency of the shop, which the request itself does not know.</summary>
    public void CheckCurrency(Faults faults, Currency currency)
    {
        foreach (var (field, amount) in new[] { ("basePrice", BasePrice), ("perKg", PerKg), ("freeOver", FreeOver) })
        {
            faults.Unless(amount is null || amount.Value.Currency == currency, field, $"must be in {currency}");
        }
    }

    public void WriteTo(ShippingMethod method)
    {
        (method.Code, method.Name) = (Code!.Trim(), Name!.Trim());
        (method.BasePriceMinor, method.Currency) = (BasePrice!.Value.Minor, BasePrice.Value.Currency);
        (method.PerKgMinor, method.FreeOverMinor) = (PerKg?.Minor ?? 0, FreeOver?.Minor);
        (method.MinDays, method.MaxDays) = (EstimatedDays!.Min!.Value, EstimatedDays.Max!.Value);
        method.Countries = Countries is null
            ? null
            : [.. Countries.Select(code => code!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        method.Active = Active ?? true;
        (method.VolumetricDivisor, method.MaxWeightGrams) = (VolumetricDivisor, MaxWeightGrams);
        (method.MaxSideMm, method.MaxGirthMm, method.OriginLocationId) = (MaxSideMm, MaxGirthMm, OriginLocationId);
    }

    private void CheckLimits(Faults faults)
    {
        var limits = new (string Field, long? Value, long Max)[]
        {
            ("volumetricDivisor", VolumetricDivisor, MaxMm), ("maxWeightGrams", MaxWeightGrams, MaxGrams), ("maxSideMm", MaxSideMm, MaxMm),
            ("maxGirthMm", MaxGirthMm, MaxMm),
        };
        foreach (var (field, value, max) in limits.Where(limit => limit.Value is not null))
        {
            faults.Range(field, value, 1, max);
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CodePattern();
}

/// <summary>Working days as a client sends them.</summary>
internal sealed record EstimatedDaysInput(int? Min, int? Max)
{
    public void Check(Faults faults, string field)
    {
        faults.Range($"{field}.min", Min, 0, ShippingMethodInput.MaxDays);
        faults.Range($"{field}.max", Max, 0, ShippingMethodInput.MaxDays);
        faults.Unless(faults.Has($"{field}.min") || Min <= Max, $"{field}.max", "must not be less than min");
    }
}

/// <summary>A shipping method as the API shows it.</summary>
internal sealed record ShippingMethodView(
    ShippingMethodId Id, string Code, string Name, Money BasePrice, Money PerKg, Money? FreeOver, EstimatedDays EstimatedDays,
    IReadOnlyList<string>? Countries, bool Active, [property: JsonIgnore] int Version)
{
    public int? VolumetricDivisor { get; init; }

    public long? MaxWeightGrams { get; init; }

    public int? MaxSideMm { get; init; }

    public int? MaxGirthMm { get; init; }

    public LocationId? OriginLocationId { get; init; }

    /// <summary>Zones with prices of their own; 0: the method's price holds everywhere it goes.</summary>
    public int ZoneCount { get; init; }

    public static ShippingMethodView Of(ShippingMethod method, int zones) => new(
        method.Id, method.Code, method.Name, new(method.BasePriceMinor, method.Currency), new(method.PerKgMinor, method.Currency),
        method.FreeOverMinor is { } free ? new Money(free, method.Currency) : null,
        new(method.MinDays, method.MaxDays), method.Countries, method.Active,
        method.Version)
    {
        VolumetricDivisor = method.VolumetricDivisor, MaxWeightGrams = method.MaxWeightGrams, MaxSideMm = method.MaxSideMm,
        MaxGirthMm = method.MaxGirthMm, OriginLocationId = method.OriginLocationId, ZoneCount = zones,
    };
}
