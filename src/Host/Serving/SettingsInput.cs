using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Host.Serving;

/// <summary>All of the shop's settings as staff write them. The shop's own currency need not stand among the currencies.</summary>
internal sealed record SettingsInput(
    string? ShopName, Currency? Currency, IReadOnlyList<Currency>? Currencies, bool? PricesIncludeTax, Rounding? Rounding,
    RoundingLevel? RoundingLevel, string? TimeZone) : IChecked
{
    /// <summary>How letters look; as before when left out.</summary>
    public NoticesInput? Notices { get; init; }

    private const int MostCurrencies = 30;

    /// <summary>How money is taken; left out: as it is.</summary>
    public PaymentFacts? Payments { get; init; }
    /// <summary>How things are taken back; left as it is when it is not sent.</summary>
    public ReturnsInput? Returns { get; init; }
    /// <summary>Who sells; left as it is when it is not sent.</summary>
    public LegalInput? Legal { get; init; }

    /// <summary>How orders are taken; left as it is when it is not sent.</summary>
    public OrdersInput? Orders { get; init; }

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
        Notices?.Check(faults);
        faults.Text("timeZone", TimeZone, 60);
        faults.Unless(TimeZone is null || IsZone(TimeZone), "timeZone", "is not an IANA time zone, like Europe/Berlin");
        Returns?.Check(faults);
        Legal?.Check(faults);
        Orders?.Check(faults);
    }

    private static bool IsZone(string name) =>
        name == "UTC" || (name.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _));
}
