using FsCheck;
using FsCheck.Fluent;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;
using Tradepost.Pricing.Promotions;
using Tradepost.Pricing.Promotions.Benefits;

namespace Tradepost.UnitTests.Pricing;

/// <summary>Pricing requests by chance: everything the engine knows, in currencies of every scale.</summary>
internal static class Requests
{
    private static readonly string[] Tags = ["sale", "new", "heavy"];
    private static readonly Currency[] Currencies = [.. new[] { "USD", "JPY", "KWD", "CLF" }.Select(Currency.Of)];

    public static Gen<PricingRequest> ByChance() =>
        from currency in Gen.Elements(Currencies)
        from lines in Line(currency).ListOf(7)
        from extra in Gen.Choose(0, 7)
        from shipping in Charge(currency)
        from ships in Gen.Elements(true, true, false)
        from fees in Charge(currency).ListOf(2)
        from count in Gen.Choose(0, 6)
        from promotions in Promotion(currency).ListOf(count)
        from contained in Gen.Elements(true, false)
        from rounding in Gen.Elements(Rounding.HalfUp, Rounding.HalfEven)
        from level in Gen.Elements(RoundingLevel.Line, RoundingLevel.Unit, RoundingLevel.Total)
        let some = lines.Take(Math.Max(1, extra)).Select((line, i) => line with { Key = $"{i}", Label = $"L{i}" })
        select new PricingRequest(currency, [.. some])
        {
            Shipping = ships ? shipping : null, Fees = fees, PricesIncludeTax = contained, Rounding = rounding, Level = level,
            Promotions = [.. promotions.Select((rule, i) => rule with { Name = $"P{i}" })], Codes = ["code"],
            CustomerGroups = ["member"], Country = "US", FirstOrder = true,
        };

    private static Gen<Rate[]> Rates() =>
        from count in Gen.Frequency((3, Gen.Constant(1)), (2, Gen.Choose(0, 3)))
        from rates in Gen.ArrayOf(Rate(), count)
        select rates;

    private static Gen<Rate> Rate() =>
        from name in Gen.Elements("VAT", "State", "City")
        from percent in Gen.OneOf(
            Gen.Elements(20m, 19m, 7.25m, 9.975m, 0m, 100m), Gen.Choose(0, 1_000_000).Select(parts => parts / 10_000m))
        select new Rate(name, percent);

    private static Gen<PricedLine> Line(Currency currency) =>
        from price in Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, 20_000), Gen.Choose(0, 100_000_000))
        from quantity in Gen.Frequency((5, Gen.Choose(1, 5)), (1, Gen.Choose(1, 999)))
        from rates in Rates()
        from tag in Gen.Elements(Tags)
        from brand in Gen.Elements("Acme", "Bolt", null)
        select new PricedLine("", "", new(price, currency), quantity, rates) { Tags = [tag], Brand = brand };

    private static Gen<Charge> Charge(Currency currency) =>
        from price in Gen.Choose(0, 5000)
        from rates in Rates()
        select new Charge("Charge", new(price, currency), rates);

    private static Gen<PromotionRule> Promotion(Currency currency) =>
        from benefit in Benefit(currency)
        from conditions in Condition(currency).ListOf(2)
        from conditioned in Gen.Choose(0, 2)
        from priority in Gen.Choose(-2, 2)
        from combinable in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        from code in Gen.Elements(null, null, "CODE", "other")
        select new PromotionRule("", benefit)
        {
            Conditions = [.. conditions.Take(conditioned)], Priority = priority, Combinable = combinable, Code = code,
        };

    private static Gen<Condition> Condition(Currency currency) => Gen.OneOf(
        Gen.Choose(0, 50_000).Select(minor => (Condition)new MinSubtotal(new(minor, currency))),
        Gen.Choose(1, 6).Select(quantity => (Condition)new MinQuantity(quantity)),
        Gen.Choose(1, 6).Select(quantity => (Condition)new MinLineQuantity(quantity)),
        Gen.SubListOf(Tags).Where(some => some.Count > 0).Select(some => (Condition)new Among(LineTrait.Tags, Set([.. some]))),
        Gen.Elements("Acme", "acme", "Zeta").Select(brand => (Condition)new Among(LineTrait.Brands, Set(brand))),
        Gen.Elements<Condition>(
            new FirstOrderOnly(), new InCustomerGroup(Set("MEMBER")), new InCountry(Set("DE")), new PaidBy(Set("card"))));

    private static Gen<Benefit> Benefit(Currency currency) => Gen.OneOf(
        from percent in Gen.Choose(0, 1_000_000)
        from target in Gen.Elements(Enum.GetValues<PercentTarget>())
        from cap in Gen.Elements<int?>(null, null, 500)
        select (Benefit)new PercentOff(percent / 10_000m, target, cap is { } most ? new Money(most, currency) : null),
        from amount in Gen.OneOf(Gen.Choose(0, 20), Gen.Choose(0, 5000))
        from target in Gen.Elements(Enum.GetValues<AmountTarget>())
        select (Benefit)new AmountOff(new(amount, currency), target),
        from buy in Gen.Choose(1, 3)
        from get in Gen.Choose(1, 2)
        from percent in Gen.Elements(100m, 50m, 33.3m)
        select (Benefit)new BuyXGetY(buy, get, percent),
        from size in Gen.Choose(1, 4)
        from amount in Gen.Choose(0, 300)
        select (Benefit)new QuantityGroup(size, new(amount, currency)),
        from percent in Gen.Choose(0, 100)
        from price in Gen.Choose(0, 3000)
        select (Benefit)new Tiers([new(2, percent, null), new(5, null, new Money(price, currency))]),
        Gen.Constant((Benefit)new FreeShipping()));

    private static HashSet<string> Set(params string[] some) => some.ToHashSet(StringComparer.OrdinalIgnoreCase);
}
