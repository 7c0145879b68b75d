using FsCheck;
using FsCheck.Fluent;
using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;
using Tradepost.Pricing.ShippingMethods;
using Tradepost.Pricing.TaxRates;

namespace Tradepost.UnitTests.Pricing;

/// <summary>Baskets, taxes and shipping methods for tests: by hand, and by chance.</summary>
internal static class Baskets
{
    public static readonly Destination California = new("US", "CA", "94105", "San Francisco");
    public static readonly Destination Germany = new("DE", null, "10115", "Berlin");
    public static readonly Terms Plain = new(Rounding.HalfUp, PricesIncludeTax: false);
    public static readonly Terms TaxIncluded = new(Rounding.HalfUp, PricesIncludeTax: true);

    public static TaxRate Tax(string name, string country, string? state, decimal percent, bool onShipping = false) => new()
    {
        Id = Id<TaxRate>.New(), Name = name, Country = country, State = state, Percent = percent, AppliesToShipping = onShipping,
        CreatedAt = default, UpdatedAt = default,
    };

    public static ShippingMethod Method(
        string code, long basePrice, long perKg = 0, long? freeOver = null, string[]? countries = null, bool active = true,
        string currency = "USD") => new()
    {
        Id = ShippingMethodId.New(), Code = code, Name = code, BasePriceMinor = basePrice, PerKgMinor = perKg, FreeOverMinor = freeOver,
        Currency = Currency.Of(currency), MinDays = 1, MaxDays = 3, Countries = countries, Active = active, CreatedAt = default,
        UpdatedAt = default,
    };

    public static BasketLine Line(string key, long price, int quantity, int? grams = null, string currency = "USD") =>
        new(key, $"Thing {key}", new Money(price, Currency.Of(currency)), quantity, grams);

    public static Basket Basket(Destination? to, ShippingMethod? by, params BasketLine[] lines) => new(Currency.Usd, lines, to, by?.Id);

    public static PriceTables Tables(TaxRate[] taxes, params ShippingMethod[] methods) => new(taxes, methods);

    /// <summary>Everything a price can depend on, by chance, in a currency with no, two or three decimals.</summary>
    public static Gen<Scenario> ByChance() =>
        from currency in Gen.Elements("USD", "JPY", "KWD")
        from count in Gen.Choose(0, 8)
        from prices in Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, 10_000_000)), count)
        from quantities in Gen.ArrayOf(Gen.Frequency((5, Gen.Choose(1, 5)), (1, Gen.Choose(1, 999))), count)
        from weights in Gen.ArrayOf(Gen.Choose(-1, 50_000), count)
        from percents in Gen.Choose(0, 3)
            .SelectMany(rates => Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 1_000_000), Gen.Elements(200_000, 82_500, 72_500)), rates))
        from onShipping in Gen.Elements(true, false)
        from place in Gen.Elements(California, Germany, null)
        from basePrice in Gen.Choose(0, 5000)
        from perKg in Gen.Choose(0, 900)
        from freeOver in Gen.Elements<int?>(null, 0, 7500, 1_000_000)
        from chosen in Gen.Elements(true, false)
        from terms in Gen.Elements(
            Plain, TaxIncluded, Plain with { Rounding = Rounding.HalfEven }, TaxIncluded with { Rounding = Rounding.HalfEven })
        let method = Method("some", basePrice, perKg, freeOver, currency: currency)
        let lines = Enumerable.Range(0, count)
            .Select(i => Line($"{i}", prices[i], quantities[i], weights[i] < 0 ? null : weights[i], currency)).ToArray()
        let taxes = percents.Select((percent, i) => Tax($"Tax {i}", "US", i % 2 == 0 ? null : "CA", percent / 10_000m, onShipping))
            .ToArray()
        select new Scenario(
            new Basket(Currency.Of(currency), lines, place, chosen ? method.Id : null), new PriceTables(taxes, [method]), terms, taxes);
}

internal sealed record Scenario(Basket Basket, PriceTables Tables, Terms Terms, TaxRate[] Taxes)
{
    public Quote Quote() => PriceBasket.Price(Basket, Tables, Terms).Value;

    public override string ToString() =>
        string.Join(", ", Basket.Lines.Select(line => $"{line.Quantity} × {line.UnitPrice} ({line.WeightGrams} g)"))
        + $"; to {Basket.Destination?.Country}; {string.Join(" + ", Taxes.Select(tax => tax.Percent))} %; {Terms}";
}
