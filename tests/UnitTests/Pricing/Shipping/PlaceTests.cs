using Tradepost.Pricing.ShippingMethods.Zones;

namespace Tradepost.UnitTests.Pricing.Shipping;

public sealed class PlaceTests
{
    [Theory]
    [InlineData("us", "US")]
    [InlineData(" US-ca ", "US-CA")]
    [InlineData("US:902*", "US:902*")]
    [InlineData("US:10000-10999", "US:10000-10999")]
    [InlineData("US: 10000 - 10999", "US:10000-10999")]
    [InlineData("US:902-905", "US:902-905")]
    [InlineData("US:02134", "US:02134")]
    [InlineData("US:02134-1234", "US:02134")]
    [InlineData("US:902-902", "US:902*")]
    [InlineData("US:02134-02134", "US:02134")]
    [InlineData("PL:00-001", "PL:00-001")]
    [InlineData("PL:00-001..00-999", "PL:00001-00999")]
    [InlineData("JP:100-0001", "JP:1000001")]
    [InlineData("CA:k1a 0b1", "CA:K1A0B1")]
    [InlineData("GB:SW1A*", "GB:SW1A*")]
    public void A_place_is_a_short_text_and_comes_back_as_one(string sent, string shown)
    {
        var place = Place.Parse(sent, out var fault);
        Assert.Equal((shown, null), (place?.ToString(), fault));
        Assert.Equal(place, Place.Parse(shown, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("XX")]
    [InlineData("US-ZZ")]
    [InlineData("US:*")]
    [InlineData("US:")]
    [InlineData("US:10999-10000")]
    [InlineData("US:100-10999")]
    [InlineData("US:9021")]
    [InlineData("US 90210")]
    [InlineData("DE:1234567890123*")]
    [InlineData(null)]
    public void What_is_no_place_is_refused_with_a_reason(string? sent)
    {
        Assert.Null(Place.Parse(sent, out var fault));
        Assert.NotNull(fault);
    }
}
