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
    private const int MaxDays = 365;

    public void Check(Faults faults)
    {
        faults.Text("code", Code, 40);
        faults.Unless(Code is null || CodePattern().IsMatch(Code.Trim()), "code", "must be small letters, digits and hyphens");
        faults.Text("name", Name, 100);
        faults.Amount("basePrice", BasePrice);
        faults.OptionalAmount("perKg", PerKg);
        faults.OptionalAmount("freeOver", FreeOver);
        faults.Required("estimatedDays", EstimatedDays);
        CheckDays(faults);
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
    }

    private void CheckDays(Faults faults)
    {
        if (EstimatedDays is { } days)
        {
            faults.Range("estimatedDays.min", days.Min, 0, MaxDays);
            faults.Range("estimatedDays.max", days.Max, 0, MaxDays);
            faults.Unless(faults.Has("estimatedDays.min") || days.Min <= days.Max, "estimatedDays.max", "must not be less than min");
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CodePattern();
}

/// <summary>Working days as a client sends them.</summary>
internal sealed record EstimatedDaysInput(int? Min, int? Max);

/// <summary>A shipping method as the API shows it.</summary>
internal sealed record ShippingMethodView(
    ShippingMethodId Id, string Code, string Name, Money BasePrice, Money PerKg, Money? FreeOver, EstimatedDays EstimatedDays,
    IReadOnlyList<string>? Countries, bool Active, [property: JsonIgnore] int Version)
{
    public static ShippingMethodView Of(ShippingMethod method) => new(
        method.Id, method.Code, method.Name, new(method.BasePriceMinor, method.Currency), new(method.PerKgMinor, method.Currency),
        method.FreeOverMinor is { } free ? new Money(free, method.Currency) : null,
        new(method.MinDays, method.MaxDays), method.Countries, method.Active,
        method.Version);
}
