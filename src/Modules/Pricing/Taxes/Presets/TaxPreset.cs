using System.Text.Json;
using System.Text.Json.Serialization;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Http;
using Tradepost.Pricing.Migrations;

namespace Tradepost.Pricing.Taxes.Presets;

/// <summary>A table of taxes the shop knows by itself: facts of one day, and where they are from. Staff take it over, or parts.</summary>
/// <param name="Id">In the address.</param>
/// <param name="Name">For staff.</param>
/// <param name="AsOf">The day (or month) the facts are of.</param>
/// <param name="Source">Where they are from.</param>
/// <param name="AppliesToShipping">Whether delivery is usually taxed there.</param>
/// <param name="Rates">The facts.</param>
internal sealed record TaxPreset(
    string Id, string Name, string AsOf, string Source, bool AppliesToShipping, IReadOnlyList<PresetRate> Rates)
{
    private static readonly Lazy<IReadOnlyList<TaxPreset>> Loaded =
        new(() => [Read("eu-vat"), Read("uk-vat"), Read("europe-vat"), UnitedStates()]);

    private static readonly Dictionary<string, string> ClassNames = new(StringComparer.Ordinal)
    {
        [TaxClasses.Standard] = "Standard",
        ["reduced"] = "Reduced",
        ["reduced-2"] = "Reduced, second rate",
        ["super-reduced"] = "Super-reduced",
        ["parking"] = "Parking rate",
    };

    public static IReadOnlyList<TaxPreset> All => Loaded.Value;

    /// <summary>Rates the source has and the table has not, and why.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    [JsonIgnore]
    public IReadOnlyList<string> Countries { get; } = [.. Rates.Select(rate => rate.Country).Distinct().Order(StringComparer.Ordinal)];

    [JsonIgnore]
    public IReadOnlyList<string> Classes { get; } = [.. Rates.Select(rate => rate.TaxClass).Distinct()];

    public static TaxPreset? Find(string id) => All.FirstOrDefault(preset => preset.Id == id);

    /// <summary>What a class the table brings along is called.</summary>
    public static string NameOf(string taxClass) => ClassNames.GetValueOrDefault(taxClass, taxClass);

    private static TaxPreset Read(string id)
    {
        using var stream = typeof(TaxPreset).Assembly.GetManifestResourceStream($"Tradepost.Pricing.TaxPresets.{id}.json")!;
        return JsonSerializer.Deserialize<TaxPreset>(stream, ApiJson.Options)!;
    }

    private static TaxPreset UnitedStates() => new(
        "us-states", "United States, state sales tax without local ones", "2024-07", "State rates in force in the middle of 2024", false,
        [.. Seeds.UnitedStates.Select(row => new PresetRate("US", row.Percent) { State = row.State, Name = $"{row.Name} sales tax" })]);
}

/// <summary>One tax of a table.</summary>
internal sealed record PresetRate(string Country, string Percent)
{
    public string? State { get; init; }

    public string Name { get; init; } = "VAT";

    public string TaxClass { get; init; } = TaxClasses.Standard;

    public IReadOnlyList<string>? PostalCodes { get; init; }

    public IReadOnlyList<string>? ExceptPostalCodes { get; init; }

    /// <summary>What the postal codes are.</summary>
    public string? Note { get; init; }
}

/// <summary>A fact the table does not carry.</summary>
internal sealed record LeftOut(string Country, string Percent, string Why);
