using FsCheck;
using FsCheck.Fluent;
using Tradepost.Shipping.Parcels;

namespace Tradepost.UnitTests.Shipping;

/// <summary>Numbers of parcels.</summary>
public sealed class TrackingNumberTests
{
    // UPU S10's own example: RR 473124829 has check digit 9 over serial 47312482.
    [Fact]
    public void The_check_digit_is_the_one_of_S10() => Assert.Equal("TP473124829", TrackingNumber.Of(47312482));

    [Fact]
    public void Every_number_given_is_valid() =>
        Prop.ForAll(Serials(), serial => TrackingNumber.IsValid(TrackingNumber.Of(serial))).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void A_wrong_digit_is_noticed_but_where_the_standard_itself_is_blind()
    {
        var slips = from serial in Gen.Choose(0, 99_999_999)
                    from place in Gen.Choose(0, 7)
                    from shift in Gen.Choose(1, 9)
                    select (serial, place, shift);
        Prop.ForAll(slips.ToArbitrary(), slip =>
        {
            var right = TrackingNumber.Of(slip.serial);
            var wrong = right.ToCharArray();
            wrong[2 + slip.place] = (char)('0' + ((wrong[2 + slip.place] - '0' + slip.shift) % 10));

            // S10 gives remainder 0 the digit 5, which remainder 6 has as well.
            return !TrackingNumber.IsValid(new string(wrong)) || right[^1] == '5';
        }).Check(Config.QuickThrowOnFailure);
    }

    [Theory]
    [InlineData("")]
    [InlineData("TP47312482")]
    [InlineData("TP4731248290")]
    [InlineData("XX473124829")]
    [InlineData("TP47312482x")]
    [InlineData("tp473124829")]
    public void Other_texts_are_not(string number) => Assert.False(TrackingNumber.IsValid(number));

    private static Arbitrary<int> Serials() => Gen.Choose(0, 99_999_999).ToArbitrary();
}
