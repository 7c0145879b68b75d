using System.Globalization;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;

namespace Tradepost.Pricing.Quotes;

/// <summary>A line to be priced, as the API writes it. Without a key it is known by its place, from 1.</summary>
internal sealed record QuoteLineInput(
    string? Key, string? Name, Money? UnitPrice, int? Quantity, IReadOnlyList<RateInput?>? TaxRates, string? ProductId,
    IReadOnlyList<string?>? Tags, string? Category, string? Brand, string? Vendor)
{
    private const int LargestQuantity = 1_000_000;
    private const int MostTags = 1000;

    public string KeyOr(int place) => Key?.Trim() ?? (place + 1).ToString(CultureInfo.InvariantCulture);

    public void Check(Faults faults, string at, Currency? currency)
    {
        faults.OptionalText(at + "key", Key, 200);
        faults.OptionalText(at + "name", Name, 500);
        faults.Amount(at + "unitPrice", UnitPrice);
        faults.Unless(UnitPrice is null || currency is null || UnitPrice.Value.Currency == currency, at + "unitPrice",
            $"must be in {currency}");
        faults.Range(at + "quantity", Quantity ?? 1, 1, LargestQuantity);
        RateInput.Check(faults, at, TaxRates);
        faults.OptionalText(at + "productId", ProductId, 200);
        faults.OptionalText(at + "category", Category, 200);
        faults.OptionalText(at + "brand", Brand, 200);
        faults.OptionalText(at + "vendor", Vendor, 200);
        var tagged = Tags is null || (Tags.Count <= MostTags && Tags.All(tag => tag is { Length: <= 200 }));
        faults.Unless(tagged, at + "tags", $"must hold at most {MostTags} texts of at most 200 characters");
    }

    /// <summary>The line, after <see cref="Check"/> found nothing.</summary>
    public PricedLine ToLine(int place) =>
        new(KeyOr(place), Name?.Trim() ?? KeyOr(place), UnitPrice!.Value, Quantity ?? 1, RateInput.ToRates(TaxRates))
        {
            ProductId = ProductId?.Trim(),
            Categories = Category is null ? [] : [Category.Trim()],
            Brand = Brand?.Trim(),
            Vendor = Vendor?.Trim(),
            Tags = [.. (Tags ?? []).Select(tag => tag!.Trim())],
        };
}

/// <summary>Shipping or a fee, as the API writes it.</summary>
internal sealed record ChargeInput(string? Name, Money? Price, IReadOnlyList<RateInput?>? TaxRates)
{
    public void Check(Faults faults, string at, Currency? currency)
    {
        faults.OptionalText(at + "name", Name, 200);
        faults.Amount(at + "price", Price);
        faults.Unless(Price is null || currency is null || Price.Value.Currency == currency, at + "price", $"must be in {currency}");
        RateInput.Check(faults, at, TaxRates);
    }

    public Charge ToCharge(string fallback) => new(Name?.Trim() ?? fallback, Price!.Value, RateInput.ToRates(TaxRates));
}

/// <summary>A tax rate, as the API writes it.</summary>
internal sealed record RateInput(string? Name, string? Percent)
{
    private const int Most = 20;

    public static void Check(Faults faults, string at, IReadOnlyList<RateInput?>? rates)
    {
        faults.Unless(rates is null or { Count: <= Most }, at + "taxRates", $"must hold at most {Most}");
        for (var i = 0; rates is not null && i < Math.Min(rates.Count, Most); i++)
        {
            var field = $"{at}taxRates[{i}]";
            faults.Required(field, rates[i]);
            faults.OptionalText(field + ".name", rates[i]?.Name, 200);
            faults.Required(field + ".percent", rates[i]?.Percent);
            faults.Unless(Percents.Parse(rates[i]?.Percent) is not null, field + ".percent", Percents.Rule);
        }
    }

    public static Rate[] ToRates(IReadOnlyList<RateInput?>? rates) =>
        [.. (rates ?? []).Select(rate => new Rate(rate!.Name?.Trim() ?? "Tax", Percents.Parse(rate.Percent)!.Value))];
}
