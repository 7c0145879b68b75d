using System.Text.Json.Serialization;
using Tradepost.Contracts;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.TaxRates;

/// <summary>A tax rate as staff send it, whole.</summary>
internal sealed record TaxRateInput(string? Name, string? Country, string? State, string? Percent, bool? AppliesToShipping) : IChecked
{
    public void Check(Faults faults)
    {
        faults.Text("name", Name, 100);
        faults.Text("percent", Percent, 10);
        var readable = Percent is null || Parse(Percent) is not null;
        faults.Unless(readable, "percent", "must be a number from 0 to 100 with at most four decimals, as a text");
        faults.Required("appliesToShipping", AppliesToShipping);
        new DestinationInput(Country, State, null, null).Check(faults);
    }

    public void WriteTo(TaxRate rate)
    {
        var place = new DestinationInput(Country, State, null, null).ToDestination();
        (rate.Name, rate.Country, rate.State) = (Name!.Trim(), place.Country, place.State);
        (rate.Percent, rate.AppliesToShipping) = (Parse(Percent!)!.Value, AppliesToShipping!.Value);
    }

    public static decimal? Parse(string text) => Percents.Parse(text, decimals: 4);
}

/// <summary>A tax rate as the API shows it.</summary>
internal sealed record TaxRateView(
    Id<TaxRate> Id, string Name, string Country, string? State, string Percent, bool AppliesToShipping, [property: JsonIgnore] int Version)
{
    public static TaxRateView Of(TaxRate rate) =>
        new(rate.Id, rate.Name, rate.Country, rate.State, Percents.Text(rate.Percent), rate.AppliesToShipping, rate.Version);
}
