using FsCheck;
using FsCheck.Fluent;
using Tradepost.Contracts;
using Tradepost.Pricing.Taxes;

namespace Tradepost.UnitTests.Pricing.Taxes;

public sealed class PostalPatternTests
{
    [Theory]
    [InlineData("94105", "94105")]
    [InlineData(" 902* ", "902*")]
    [InlineData("sw1a 1aa", "SW1A1AA")]
    [InlineData("10000 - 10999", "10000-10999")]
    [InlineData("00501-00544", "00501-00544")]
    [InlineData("9500-123", "9500123")] // Portuguese: unequal ends are one code
    [InlineData("00-9*", "009*")] // Polish
    public void A_pattern_is_stored_without_what_does_not_matter(string written, string stored) =>
        Assert.Equal(stored, PostalPatterns.Read(written));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("9*2")]
    [InlineData("902**")]
    [InlineData("10999-10000")]
    [InlineData("902*-903*")]
    [InlineData("94105;94106")]
    [InlineData("12345678901")]
    [InlineData("ÄÖÜ")]
    public void What_is_no_pattern_is_refused(string? written) => Assert.Null(PostalPatterns.Read(written));

    [Theory]
    [InlineData("94105", "94105", true)]
    [InlineData("94105", "94106", false)]
    [InlineData("902*", "90210", true)]
    [InlineData("902*", "902", true)]
    [InlineData("902*", "90310", false)]
    [InlineData("00501-00544", "00501", true)]
    [InlineData("00501-00544", "00544", true)]
    [InlineData("00501-00544", "00545", false)]
    [InlineData("00501-00544", "501", false)] // a lost leading zero is another code
    [InlineData("501-544", "00501", false)]
    [InlineData("1000-1999", "10000", false)] // other length
    [InlineData("SW1A1AA", "sw1a 1aa", true)]
    [InlineData("SW1*", "SW1A 1AA", true)]
    [InlineData("9500123", "9500-123", true)]
    public void A_pattern_holds_the_codes_it_says(string pattern, string code, bool holds) =>
        Assert.Equal(holds, PostalPatterns.Hold([PostalPatterns.Read(pattern)!], PostalPatterns.CodeOf(new("PT", null, code, null))));

    [Fact]
    public void Of_a_ZIP_plus_four_the_five_digits_count_and_of_an_unknown_code_nothing()
    {
        Assert.Equal("94105", PostalPatterns.CodeOf(new("US", "CA", "94105-1234", null)));
        Assert.False(PostalPatterns.Hold(["9*"], PostalPatterns.CodeOf(new("US", "CA", null, null))));
        Assert.False(PostalPatterns.Hold(["9*"], PostalPatterns.CodeOf(new("US", "CA", " ", null))));
    }

    [Fact]
    public void Stored_patterns_are_in_order_and_each_once()
    {
        Assert.Equal(["10*", "20*"], PostalPatterns.Stored(["20*", " 10*", "2 0*"])!);
        Assert.Null(PostalPatterns.Stored([]));
    }

    [Fact]
    public void A_range_holds_just_the_numbers_between_its_ends_of_its_own_length() => Prop.ForAll(
        (from low in Gen.Choose(0, 99_999)
         from high in Gen.Choose(low, 99_999)
         from code in Gen.OneOf(Gen.Choose(0, 99_999), Gen.Elements(low, high))
         select (low, high, code)).ToArbitrary(),
        some =>
        {
            var pattern = PostalPatterns.Read($"{some.low:D5}-{some.high:D5}")!;
            return PostalPatterns.Hold([pattern], $"{some.code:D5}") == (some.low <= some.code && some.code <= some.high)
                && !PostalPatterns.Hold([pattern], $"{some.code:D6}");
        }).QuickCheckThrowOnFailure();
}
