using Tradepost.Catalog.CurrencyPrices;
using Tradepost.Catalog.PricePage;
using Tradepost.Catalog.PricePlans;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Catalog;

/// <summary>What a product's page says of prices, and what a plan may say.</summary>
public sealed class PricePageTests
{
    private static readonly VariantId Some = VariantId.New();

    private static Money Usd(long minor) => new(minor, Currency.Usd);

    private static Money Eur(long minor) => new(minor, Currency.Of("EUR"));

    private static SpecialOffer Offer(int from, long price) => new(Some, from, Usd(price), false);

    [Fact]
    public void Only_steps_that_are_cheaper_than_the_one_before_are_shown()
    {
        var steps = PriceStep.Of([Offer(10, 800), Offer(5, 900), Offer(20, 850), Offer(2, 1000), Offer(5, 950)], Usd(1000));
        Assert.Equal([(5, 900L), (10, 800L)], steps.Select(step => (step.MinQuantity, step.Price.Minor)));
    }

    private static ProductPage Page(params ProductVariant[] variants) => new(
        ProductId.New(), null, "thing", "Thing", null, null, null, [], [], Usd(1000), null, "available", 5, [], variants, [], [], null, 0,
        [], default, default);

    private static ProductVariant Variant(VariantId id, int available) =>
        new(id, "SKU", null, new Dictionary<string, string>(), Usd(1000), Usd(1200), available, null, null, null);

    [Fact]
    public void In_another_currency_only_variants_with_a_price_in_it_are_there()
    {
        var (a, b) = (VariantId.New(), VariantId.New());
        var page = PagesInCurrency.In(
            Page(Variant(a, 3), Variant(b, 2)), new Dictionary<VariantId, PagesInCurrency.Fixed> { [b] = new(Eur(900), null) });
        Assert.Equal(b, Assert.Single(page.Variants).Id);
        Assert.Equal((Eur(900), (Money?)null, 2, "available"), (page.Price, page.CompareAtPrice, page.Available, page.Status));
    }

    [Fact]
    public void A_product_without_a_price_in_the_currency_keeps_its_own_and_can_not_be_bought()
    {
        var page = PagesInCurrency.In(Page(Variant(Some, 3)), new Dictionary<VariantId, PagesInCurrency.Fixed>());
        Assert.Equal((Usd(1000), 0, "outOfStock"), (page.Price, page.Available, page.Status));
        Assert.Equal(0, Assert.Single(page.Variants).Available);
    }

    [Fact]
    public void A_variant_knows_its_price_in_the_currencies_it_is_sold_in()
    {
        var info = new VariantInfo(Some, ProductId.New(), "s", "S", "N", new Dictionary<string, string>(), null, Usd(1000), null, null,
            null,
            null, [], true) { OtherPrices = [Eur(900)] };
        Assert.Equal((Usd(1000), Eur(900), (Money?)null),
            (info.PriceIn(Currency.Usd)!.Value, info.PriceIn(Currency.Of("EUR"))!.Value, info.PriceIn(Currency.Of("JPY"))));
    }

    private static string[] Faulty(PricePlanInput input)
    {
        var faults = new Faults();
        input.Check(faults);
        return [.. faults.Refusal()?.Fields.Keys ?? []];
    }

    private static readonly PricePlanInput Sound = new(null, [Some], null, Usd(500), null, null, null, null);

    [Fact]
    public void A_plan_names_what_it_is_for_and_either_a_price_or_a_percentage()
    {
        Assert.Empty(Faulty(Sound));
        Assert.Empty(Faulty(Sound with { Price = null, PercentOff = "12.5" }));
        Assert.Equal(["variantIds"], Faulty(Sound with { VariantIds = null }));
        Assert.Equal(["price"], Faulty(Sound with { PercentOff = "10" }));
        Assert.Equal(["price"], Faulty(Sound with { Price = null }));
        Assert.Equal(["percentOff"], Faulty(Sound with { Price = null, PercentOff = "0" }));
        Assert.Equal(["percentOff"], Faulty(Sound with { Price = null, PercentOff = "101" }));
        Assert.Equal(["endsAt"], Faulty(Sound with { StartsAt = DateTimeOffset.UnixEpoch, EndsAt = DateTimeOffset.UnixEpoch }));
    }

    [Theory]
    [InlineData(9990, "15", 8491)] // 15 % of 99.90 are 14.985, rounded to 14.99
    [InlineData(9990, "100", 0)]
    [InlineData(1, "50", 0)]
    public void Percent_off_rounds_what_is_taken_off(long price, string percent, long expected) => Assert.Equal(
        Usd(expected), (Sound with { Price = null, PercentOff = percent }).PriceOf(Usd(price), Rounding.HalfUp));
}
