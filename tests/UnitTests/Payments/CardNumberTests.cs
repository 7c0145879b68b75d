using FsCheck;
using FsCheck.Fluent;
using Tradepost.Payments.Paying;

namespace Tradepost.UnitTests.Payments;

/// <summary>What looks like a card.</summary>
public sealed class CardNumberTests
{
    [Theory]
    [InlineData("4242424242424242", "4242424242424242")]
    [InlineData("4242 4242 4242 4242", "4242424242424242")]
    [InlineData("4000-0000-0000-0002", "4000000000000002")]
    [InlineData("378282246310005", "378282246310005")]
    public void Digits_are_read_through_blanks_and_dashes(string typed, string digits) => Assert.Equal(digits, CardNumber.Digits(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4242424242424241")]
    [InlineData("42424242424242424242")]
    [InlineData("42424242424")]
    [InlineData("4242x4242424242424")]
    [InlineData("٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢")]
    public void Anything_else_is_no_card(string? typed) => Assert.Null(CardNumber.Digits(typed));

    [Fact]
    public void A_wrong_digit_is_always_noticed()
    {
        var slips = from place in Gen.Choose(0, 15) from shift in Gen.Choose(1, 9) select (place, shift);
        Prop.ForAll(slips.ToArbitrary(), slip =>
        {
            var digits = "4000000000003220".ToCharArray();
            digits[slip.place] = (char)('0' + ((digits[slip.place] - '0' + slip.shift) % 10));
            return CardNumber.Digits(new string(digits)) is null;
        }).Check(Config.QuickThrowOnFailure);
    }
}
