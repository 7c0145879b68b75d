using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Host.Serving;

/// <summary>All of the shop's settings as staff write them. The shop's own currency need not stand among the currencies.</summary>
internal sealed record SettingsInput(
    string? ShopName, Currency? Currency, IReadOnlyList<Currency>? Currencies, bool? PricesIncludeTax, Rounding? Rounding,
    RoundingLevel? RoundingLevel, string? TimeZone) : IChecked
{
    private const int MostCurrencies = 30;

    /// <summary>How it sends things; as before when left out.</summary>
    public ShippingInput? Shipping { get; init; }

    public void Check(Faults faults)
    {
        faults.Text("shopName", ShopName, 60);
        faults.Required("currency", Currency);
        faults.Required("currencies", Currencies);
        faults.Unless(Currencies is null || Currencies.Count <= MostCurrencies, "currencies", $"must be at most {MostCurrencies}");
        faults.Unless(Currencies is null || Currencies.Distinct().Count() == Currencies.Count, "currencies", "must differ");
        faults.Required("pricesIncludeTax", PricesIncludeTax);
        faults.Required("rounding", Rounding);
        faults.Required("roundingLevel", RoundingLevel);
        Shipping?.Check(faults);
        faults.Text("timeZone", TimeZone, 60);
        faults.Unless(TimeZone is null || IsZone(TimeZone), "timeZone", "is not an IANA time zone, like Europe/Berlin");
    }

    private static bool IsZone(string name) =>
        name == "UTC" || (name.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _));
}
