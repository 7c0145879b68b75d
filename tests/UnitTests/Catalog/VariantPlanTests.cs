using FsCheck;
using FsCheck.Fluent;
using Tradepost.Catalog.Editing;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Catalog;

public sealed class VariantPlanTests
{
    private static readonly Money Price = new(1000, Currency.Usd);
    private static readonly ProductOption Colour = new("Colour", ["Black", "Sage"]);
    private static readonly ProductOption Size = new("Size", ["S", "M", "L"]);

    private static (VariantPlan Plan, IReadOnlyList<string> Faulty) Of(CreateProduct.Request input)
    {
        var faults = new Faults();
        var plan = VariantPlan.Of(input, Price, faults);
        return (plan, [.. faults.Refusal()?.Fields.Keys ?? []]);
    }

    private static VariantInput Variant(Money? price, params (string Name, string Value)[] options) =>
        new(null, null, null, options.ToDictionary(option => option.Name, option => option.Value), price, null, null, null, null);

    [Fact]
    public void Without_options_there_is_one_variant()
    {
        var (plan, _) = Of(new() { Sku = " A-1 ", Stock = 4, Price = new(500, Currency.Usd) });
        var only = Assert.Single(plan.Variants);
        Assert.Equal(("A-1", 4, 500L, 0), (only.Sku, only.Stock, only.Price.Minor, only.Options.Count));
    }

    [Fact]
    public void Options_alone_make_every_combination_once()
    {
        var (plan, faulty) = Of(new() { Options = [Colour, Size], Sku = "T", Stock = 2 });
        Assert.Empty(faulty);
        Assert.Equal(6, plan.Variants.Count);
        Assert.Equal(6, plan.Variants.Select(variant => string.Join('/', variant.Options.Values)).Distinct().Count());
        Assert.Equal(("T-1", "Black", "S"), (plan.Variants[0].Sku, plan.Variants[0].Options["Colour"], plan.Variants[0].Options["Size"]));
        Assert.All(plan.Variants, variant => Assert.Equal(2, variant.Stock));
    }

    [Fact]
    public void A_choice_is_kept_in_the_order_of_the_options()
    {
        var (plan, faulty) = Of(new() { Price = Price, Options = [Colour, Size],
            Variants = [Variant(null, ("Size", "M"), ("Colour", "Sage"))] });
        Assert.Empty(faulty);
        Assert.Equal(["Colour", "Size"], plan.Variants[0].Options.Keys);
    }

    [Fact]
    public void Options_nobody_declared_are_those_of_the_variants()
    {
        var (plan, faulty) = Of(new() { Price = Price, Variants = [Variant(null, ("Size", "M")), Variant(null, ("Size", "L"))] });
        Assert.Empty(faulty);
        Assert.Equal(["M", "L"], Assert.Single(plan.Options).Values);
    }

    [Theory]
    [InlineData("Material", "Wool")]
    [InlineData("Size", "XXL")]
    public void A_choice_nobody_offers_is_faulty(string option, string value) =>
        Assert.Contains("variants[0].options", Of(new() { Price = Price, Options = [Size], Variants = [Variant(null, (option, value))] })
            .Faulty);

    [Fact]
    public void Two_variants_never_share_a_choice() => Assert.Equal(
        ["variants[1].options"],
        Of(new() { Price = Price, Options = [Size], Variants = [Variant(null, ("Size", "S")), Variant(null, ("Size", "S"))] }).Faulty);

    [Fact]
    public void A_variant_needs_a_price_of_its_own_or_of_its_product() =>
        Assert.Equal(["variants[1].price"], Of(new() { Variants = [Variant(Price, ("Size", "S")), Variant(null, ("Size", "M"))] }).Faulty);

    [Fact]
    public void However_many_values_each_combination_is_there_once() => Prop.ForAll(
        Gen.Choose(1, 4).ToArbitrary(),
        Gen.Choose(1, 4).ToArbitrary(),
        (colours, sizes) =>
        {
            ProductOption Option(string name, int count) => new(name, [.. Enumerable.Range(0, count).Select(n => $"{name} {n}")]);
            var plan = Of(new() { Options = [Option("C", colours), Option("S", sizes)] }).Plan;
            return plan.Variants.Count == colours * sizes
                && plan.Variants.Select(variant => (variant.Options["C"], variant.Options["S"])).Distinct().Count() == colours * sizes;
        }).QuickCheckThrowOnFailure();
}
