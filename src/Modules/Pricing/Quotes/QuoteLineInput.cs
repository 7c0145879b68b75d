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
    /// <summary>More names the line's category is known by, and those above it.</summary>
    public IReadOnlyList<string?>? Categories { get; init; }

    /// <summary>What one unit cost the shop: changes no price, tells the margin.</summary>
    public Money? UnitCost { get; init; }

    private const int LargestQuantity = 1_000_000;
    private const int MostTags = 1000;

    public static QuoteLineInput Of(PricedLine line) => new(
        line.Key, line.Label, line.UnitPrice, line.Quantity, RateInput.Of(line.TaxRates), line.ProductId,
        line.Tags.Count == 0 ? null : line.Tags, null, line.Brand, line.Vendor)
    {
        Categories = line.Categories.Count == 0 ? null : line.Categories,
        UnitCost = line.UnitCost,
    };

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
        faults.OptionalAmount(at + "unitCost", UnitCost);
        faults.Unless(UnitCost is null || currency is null || UnitCost.Value.Currency == currency, at + "unitCost",
            $"must be in {currency}");
        Texts("tags", Tags);
        Texts("categories", Categories);

        void Texts(string field, IReadOnlyList<string?>? some) => faults.Unless(
            some is null || (some.Count <= MostTags && some.All(one => one is { Length: <= 200 })), at + field,
            $"must hold at most {MostTags} texts of at most 200 characters");
    }

    /// <summary>The line, after <see cref="Check"/> found nothing.</summary>
    public PricedLine ToLine(int place) =>
        new(KeyOr(place), Name?.Trim() ?? KeyOr(place), UnitPrice!.Value, Quantity ?? 1, RateInput.ToRates(TaxRates))
        {
            ProductId = ProductId?.Trim(),
            Categories = [.. new[] { Category }.Concat(Categories ?? []).OfType<string>().Select(name => name.Trim())],
            Brand = Brand?.Trim(),
            Vendor = Vendor?.Trim(),
            Tags = [.. (Tags ?? []).Select(tag => tag!.Trim())],
            UnitCost = UnitCost,
        };
}

/// <summary>Shipping or a fee, as the API writes it.</summary>
internal sealed record ChargeInput(string? Name, Money? Price, IReadOnlyList<RateInput?>? TaxRates)
{
    public static ChargeInput Of(Charge charge) => new(charge.Label, charge.Price, RateInput.Of(charge.TaxRates));

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

    public static IReadOnlyList<RateInput> Of(IReadOnlyList<Rate> rates) =>
        [.. rates.Select(rate => new RateInput(rate.Name, Percents.Text(rate.Percent)))];

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
