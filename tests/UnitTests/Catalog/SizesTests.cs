using Tradepost.Catalog.Import;

namespace Tradepost.UnitTests.Catalog;

public sealed class SizesTests
{
    [Theory]
    [InlineData("450", null, 450)]
    [InlineData(null, "449.2", 450)]
    [InlineData("0.45", null, null)]
    [InlineData("0.45", "450", 450)]
    [InlineData("1000000", "500", 500)]
    [InlineData("100", "900", 900)]
    [InlineData("1200", "900", 1200)]
    [InlineData("1", null, 1)]
    [InlineData("100000", null, 100000)]
    [InlineData("-5", null, null)]
    [InlineData(null, null, null)]
    public void A_weight_that_can_not_be_is_unknown(string? package, string? content, int? grams) =>
        Assert.Equal(grams, Sizes.Weight(Number(package), Number(content)));

    [Fact]
    public void A_size_needs_all_three_sides()
    {
        Assert.Equal((10, 20, 31), Sides(10, 20, 30.1m));
        Assert.Null(Sides(10, 20, null));
        Assert.Null(Sides(10, 20, 3001));
        Assert.Null(Sides(0, 20, 30));
    }

    private static (int, int, int)? Sides(decimal? width, decimal? height, decimal? depth) =>
        Sizes.Dimensions(width, height, depth) is { } size ? (size.Width, size.Height, size.Depth) : null;

    private static decimal? Number(string? text) => text is null ? null
        : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
