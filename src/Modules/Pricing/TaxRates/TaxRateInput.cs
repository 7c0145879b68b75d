using System.Text.Json.Serialization;
using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Taxes;
using Tradepost.Pricing.Taxes.Classes;

namespace Tradepost.Pricing.TaxRates;

/// <summary>A tax rate as staff send it, whole.</summary>
internal sealed record TaxRateInput(string? Name, string? Country, string? State, string? Percent, bool? AppliesToShipping) : IChecked
{
    /// <summary>The code of a class, or * for every class. Left out: the standard one.</summary>
    public string? TaxClass { get; init; }

    /// <summary>Where in the country or state: codes, beginnings (902*) and ranges (10000-10999). Left out: everywhere.</summary>
    public IReadOnlyList<string>? PostalCodes { get; init; }

    /// <summary>Where not, in the same way.</summary>
    public IReadOnlyList<string>? ExceptPostalCodes { get; init; }

    /// <summary>The class as it is stored; null is every class.</summary>
    [JsonIgnore]
    public string? ClassCode => TaxClass == Taxes.Classes.TaxClass.Every ? null : TaxClass ?? TaxClasses.Standard;

    public void Check(Faults faults)
    {
        faults.Text("name", Name, 100);
        faults.Text("percent", Percent, 10);
        var readable = Percent is null || Parse(Percent) is not null;
        faults.Unless(readable, "percent", "must be a number from 0 to 100 with at most four decimals, as a text");
        faults.Required("appliesToShipping", AppliesToShipping);
        new DestinationInput(Country, State, null, null).Check(faults);
        faults.Unless(ClassCode is null || Taxes.Classes.TaxClass.IsCode(ClassCode), "taxClass", "is not the code of a tax class, nor *");
        PostalPatterns.Check(faults, "postalCodes", PostalCodes);
        PostalPatterns.Check(faults, "exceptPostalCodes", ExceptPostalCodes);
    }

    public void WriteTo(TaxRate rate)
    {
        var place = new DestinationInput(Country, State, null, null).ToDestination();
        (rate.Name, rate.Country, rate.State) = (Name!.Trim(), place.Country, place.State);
        (rate.Percent, rate.AppliesToShipping) = (Parse(Percent!)!.Value, AppliesToShipping!.Value);
        rate.TaxClass = ClassCode;
        (rate.PostalCodes, rate.ExceptPostalCodes) = (PostalPatterns.Stored(PostalCodes), PostalPatterns.Stored(ExceptPostalCodes));
    }

    public static decimal? Parse(string text) => Percents.Parse(text, decimals: 4);
}

/// <summary>A tax rate as the API shows it.</summary>
internal sealed record TaxRateView(
    Id<TaxRate> Id, string Name, string Country, string? State, string Percent, bool AppliesToShipping, string TaxClass,
    IReadOnlyList<string>? PostalCodes, IReadOnlyList<string>? ExceptPostalCodes, [property: JsonIgnore] int Version)
{
    public static TaxRateView Of(TaxRate rate) => new(
        rate.Id, rate.Name, rate.Country, rate.State, Percents.Text(rate.Percent), rate.AppliesToShipping,
        rate.TaxClass ?? Taxes.Classes.TaxClass.Every, rate.PostalCodes, rate.ExceptPostalCodes, rate.Version);
}
