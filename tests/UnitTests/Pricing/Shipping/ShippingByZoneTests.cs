using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Pricing;
using Tradepost.Pricing.Engine;
using Tradepost.Pricing.ShippingMethods.Zones;
using static Tradepost.UnitTests.Pricing.Shipping.Zones;

namespace Tradepost.UnitTests.Pricing.Shipping;

/// <summary>What methods with zones, weights and limits ask, and why they refuse.</summary>
public sealed class ShippingByZoneTests
{
    private static readonly (long, long)[] Steps = [(500, 400), (1000, 700), (5000, 1500)];

    [Fact]
    public void Each_basis_prices_in_its_own_way()
    {
        Assert.Equal(500, Offer(Method("m", Stored("z", RateBases.Flat, 500, "US")), Baskets.California, Piece(3000))!.Price.Minor);
        var formula = Stored("z", RateBases.Formula, 500, "US") with { PerKgMinor = 250 };
        Assert.Equal(500 + 750, Offer(Method("m", formula), Baskets.California, Piece(3000))!.Price.Minor);
        Assert.Equal(1500, Offer(Method("m", Table("z", RateBases.Weight, Steps, "US")), Baskets.California, Piece(1001))!.Price.Minor);
        var byGoods = Table("z", RateBases.Price, [(2000, 900), (RateTable.NoBound, 300)], "US");
        Assert.Equal(900, Offer(Method("m", byGoods), Baskets.California, Piece(1, quantity: 2))!.Price.Minor);
        Assert.Equal(300, Offer(Method("m", byGoods), Baskets.California, Piece(1, quantity: 3))!.Price.Minor);
    }

    [Fact]
    public void The_weight_of_all_units_is_what_counts() =>
        Assert.Equal(700, Offer(
            Method("m", Table("z", RateBases.Weight, Steps, "US")), Baskets.California, Piece(200, quantity: 3), Piece(400))!.Price.Minor);

    [Fact]
    public void A_zone_may_have_its_own_days_and_its_own_threshold_or_none()
    {
        var near = Stored("near", places: ["US-CA"]) with { FreeOverMinor = 5000 };
        var far = Stored("far", places: ["US-AK"]) with { NeverFree = true, MinDays = 7, MaxDays = 12 };
        var method = Method("m", near, far, Stored("rest", places: ["US"]));
        BasketLine[] lines = [Piece(1, price: 6000)];
        Assert.Equal((0, new EstimatedDays(1, 3)), Asked(Baskets.California, lines));
        Assert.Equal((500, new EstimatedDays(7, 12)), Asked(Zip("99501", "AK"), Piece(1, price: 90_000)));
        Assert.Equal((500, new EstimatedDays(1, 3)), Asked(Zip("10001", "NY"), lines));
        Assert.Equal((0, new EstimatedDays(1, 3)), Asked(Zip("10001", "NY"), Piece(1, price: 10_000))); // the method's own threshold

        (long, EstimatedDays) Asked(Tradepost.Contracts.Destination to, params BasketLine[] what) =>
            Offer(method, to, what) is { } option ? (option.Price.Minor, option.EstimatedDays) : default;
    }

    [Theory]
    [InlineData(null, 400)]
    [InlineData(5000, 700)] // 300 × 200 × 50 mm = 3,000 cm³ = 0.6 kg at 5,000
    [InlineData(6000, 400)] // 0.5 kg
    public void The_larger_of_actual_and_volumetric_weight_is_paid_for(int? divisor, long price)
    {
        var method = Method("m", Table("z", RateBases.Weight, Steps, "US"));
        method.VolumetricDivisor = divisor;
        Assert.Equal(price, Offer(method, Baskets.California, Piece(450, new DimensionsMm(300, 200, 50)))!.Price.Minor);
    }

    [Fact]
    public void A_begun_gram_of_volume_counts_and_unknown_sizes_count_as_nothing()
    {
        Assert.Equal(601, Parcel.Of([Piece(0, new(300, 200, 50)), Piece(0, new(1, 1, 1)), Piece(0)]).ChargeableGrams(5000));
        Assert.Equal(7, Parcel.Of([Baskets.Line("a", 1, 7) with { WeightGrams = 1 }]).ChargeableGrams(5000));
        Assert.Equal(long.MaxValue, Parcel.Of([Piece(0, new(int.MaxValue, int.MaxValue, int.MaxValue), 999)]).ChargeableGrams(1));
    }

    [Fact]
    public void Sides_and_girth_are_those_of_the_largest_piece_and_weight_is_that_of_all()
    {
        var parcel = Parcel.Of([Piece(100, new(200, 900, 100), 3), Piece(50, new(10, 20, 30))]);
        Assert.Equal((350L, 900, 900L + (2 * 300)), (parcel.Grams, parcel.LongestSideMm, parcel.GirthMm));
    }

    [Theory]
    [InlineData(31_500, 1000, null)]
    [InlineData(31_501, 1000, ShippingProblemReasons.TooHeavy)]
    [InlineData(1, 1201, ShippingProblemReasons.TooLarge)]
    [InlineData(1, 1190, ShippingProblemReasons.TooLarge)] // 1190 + 2 × 1000 = 3190 mm of girth
    public void Over_a_limit_the_method_does_not_serve(int grams, int side, string? reason)
    {
        var method = Method("m", Stored("z", places: null));
        (method.MaxWeightGrams, method.MaxSideMm, method.MaxGirthMm) = (31_500, 1200, 3000);
        var piece = Piece(grams, new(side, 500, 500));
        Assert.Equal(reason, Problem(Baskets.California, piece, method)?.Reason);
        Assert.Equal(reason is null, Offer(method, Baskets.California, piece) is not null);
    }

    [Fact]
    public void A_table_that_ends_says_the_basket_is_too_heavy_and_how_much_may_go()
    {
        var problem = Problem(Baskets.California, Piece(8250), Method("m", Table("z", RateBases.Weight, Steps, "US")));
        Assert.Equal(ShippingProblemReasons.TooHeavy, problem!.Reason);
        Assert.Contains("8.25 kg", problem.Message, StringComparison.Ordinal);
        Assert.Contains("5 kg", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("parts", problem.Message, StringComparison.Ordinal); // one piece can't be parted
        var two = Problem(Baskets.California, Piece(4000, quantity: 2), Method("m", Table("z", RateBases.Weight, Steps, "US")));
        Assert.Contains("Order it in parts.", two!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_goes_the_place_is_named_and_a_missing_postal_code_is_asked_for()
    {
        var method = Method("m", Stored("z", places: ["US:902*"]));
        var elsewhere = Problem(Baskets.Germany, Piece(1), method);
        Assert.Equal(ShippingProblemReasons.NotServed, elsewhere!.Reason);
        Assert.Contains("10115, Germany", elsewhere.Message, StringComparison.Ordinal);
        var unknown = Problem(new("US", "CA", null, null), Piece(1), method);
        Assert.Equal(ShippingProblemReasons.NotServed, unknown!.Reason);
        Assert.Contains("postal code", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shop_without_methods_in_its_currency_says_so_and_one_that_serves_has_no_problem()
    {
        var off = Method("off");
        off.Active = false;
        Assert.Equal(ShippingProblemReasons.NoMethod, Problem(Baskets.California, Piece(1), off)!.Reason);
        Assert.Null(Problem(Baskets.California, Piece(1), off, Method("on")));
        Assert.Null(Tradepost.Pricing.Engine.Shipping.Problem(Baskets.Basket(null, null, Piece(1)), Baskets.Tables([]), Plain));
        Assert.Null(Tradepost.Pricing.Engine.Shipping.Problem(Baskets.Basket(Baskets.California, null), Baskets.Tables([]), Plain));
    }
}
