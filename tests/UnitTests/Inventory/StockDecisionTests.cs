using FsCheck;
using FsCheck.Fluent;
using Tradepost.Inventory;
using Tradepost.Inventory.Levels;
using Tradepost.Platform.Http;

namespace Tradepost.UnitTests.Inventory;

public sealed class StockDecisionTests
{
    private static AdjustStock.Stored Level(int onHand, int reserved) => new(LocationId.New(), onHand, reserved);

    private static string? Code(AdjustStock.Stored level, int? delta, int? set) =>
        AdjustStock.Decide(level, delta, set).Refusal?.Error.Code;

    [Fact]
    public void A_difference_is_the_movement_and_a_count_becomes_one()
    {
        Assert.Equal(-3, AdjustStock.Decide(Level(10, 2), -3, null).Value);
        Assert.Equal(-8, AdjustStock.Decide(Level(10, 2), null, 2).Value);
        Assert.Equal(0, AdjustStock.Decide(Level(10, 2), null, 10).Value);
    }

    [Fact]
    public void Less_than_nothing_and_less_than_is_promised_are_refused()
    {
        Assert.Equal("inventory.negative", Code(Level(10, 0), -11, null));
        Assert.Equal("inventory.below_reserved", Code(Level(10, 4), -7, null));
        Assert.Equal("inventory.below_reserved", Code(Level(10, 4), null, 3));
        Assert.Equal("inventory.too_many", Code(Level(99_999_999, 0), 2, null));
    }

    [Fact]
    public void An_adjustment_that_is_allowed_leaves_a_level_the_database_accepts() =>
        Prop.ForAll(Whole(0, 1000), Whole(0, 1000), Whole(-2000, 2000), (onHand, reserved, delta) =>
        {
            var level = Level(Math.Max(onHand, reserved), Math.Min(onHand, reserved));
            var outcome = AdjustStock.Decide(level, delta, null);
            var right = level.OnHand + delta >= level.Reserved;
            return outcome.Succeeded == right && (!right || outcome.Value == delta);
        }).Check(FsCheck.Config.QuickThrowOnFailure);

    [Theory]
    [InlineData(1, null, "counted", "")]
    [InlineData(null, 0, "counted", "")]
    [InlineData(null, null, "counted", "delta")]
    [InlineData(1, 1, "counted", "delta")]
    [InlineData(0, null, "counted", "delta")]
    [InlineData(null, -1, "counted", "set")]
    [InlineData(2_000_000, null, "counted", "delta")]
    [InlineData(1, null, " ", "reason")]
    public void A_request_gives_a_difference_or_a_count_and_its_reason(int? delta, int? set, string reason, string faulty)
    {
        var faults = new Faults();
        new AdjustStock.Request(VariantId.New(), null, delta, set, reason).Check(faults);
        Assert.Equal(faulty, string.Join(",", faults.Refusal()?.Fields.Keys ?? []));
    }

    [Theory]
    [InlineData(5, 0, false)]
    [InlineData(0, 5, true)]
    [InlineData(5, 1, null)]
    [InlineData(0, 0, null)]
    public void Listings_are_told_when_stock_begins_or_ends_and_not_otherwise(int before, int after, bool? told)
    {
        var change = new StockChange(VariantId.New(), ProductId.New(), before, after);
        var crossings = StockChange.Crossings([change]);
        Assert.Equal(told, crossings.TryGetValue(change.Id, out var inStock) ? inStock : null);
    }

    private static Arbitrary<int> Whole(int least, int most) => Gen.Choose(least, most).ToArbitrary();
}
