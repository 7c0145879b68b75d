using FsCheck;
using FsCheck.Fluent;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Platform;

public sealed class MoneyTests
{
    private static readonly Currency Jpy = Currency.Of("JPY");

    [Fact]
    public void Parts_add_up_to_the_whole_and_each_is_within_a_unit_of_its_share() =>
        Prop.ForAll(Gen.Choose(-100_000_000, 100_000_000).ToArbitrary(), Weights().ToArbitrary(), (minor, weights) =>
        {
            var parts = new Money(minor, Currency.Usd).Allocate(weights);
            var total = weights.Sum();
            var near = total == 0 || parts.Select((part, i) => Math.Abs(part.Minor - ((decimal)minor * weights[i] / total)))
                .All(off => off < 1);
            return parts.Sum(part => part.Minor) == minor && near;
        }).Check(FsCheck.Config.QuickThrowOnFailure);

    [Fact]
    public void Equal_remainders_go_to_the_earlier_part() =>
        Assert.Equal([4, 3, 3], Usd(10).Allocate([1, 1, 1]).Select(part => part.Minor));

    [Fact]
    public void A_part_without_weight_gets_nothing_while_another_has_some() =>
        Assert.Equal([0, 7], Usd(7).Allocate([0, 5]).Select(part => part.Minor));

    [Fact]
    public void Without_any_weight_the_first_part_takes_all() =>
        Assert.Equal([7, 0], Usd(7).Allocate([0, 0]).Select(part => part.Minor));

    [Fact]
    public void What_was_paid_for_some_units_comes_back_exactly_in_whatever_parts() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), Gen.Choose(1, 9).NonEmptyListOf().ToArbitrary(), (minor, cuts) =>
        {
            var (paid, of, taken, back) = (Usd(minor), cuts.Sum(), 0, Usd(0));
            foreach (var cut in cuts)
            {
                back += paid.Part(taken, taken + cut, of);
                taken += cut;
            }

            return back == paid;
        }).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_unit_is_worth_its_part_within_a_cent() =>
        Assert.Equal([33, 33, 34], Enumerable.Range(0, 3).Select(unit => Usd(100).Part(unit, unit + 1, 3).Minor));

    [Theory]
    [InlineData(9990, "15", 1499)]
    [InlineData(8333, "50", 4167)]
    [InlineData(-8333, "50", -4167)]
    [InlineData(1, "50", 1)]
    [InlineData(100, "8.875", 9)]
    public void A_percentage_rounds_halves_away_from_zero(long minor, string percent, long expected) =>
        Assert.Equal(expected, Usd(minor).Percent(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture),
            Rounding.HalfUp).Minor);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 2)]
    [InlineData(5, 2)]
    [InlineData(-3, -2)]
    public void Half_even_goes_to_the_even_neighbour(long minor, long expected) =>
        Assert.Equal(expected, Usd(minor).Percent(50, Rounding.HalfEven).Minor);

    [Fact]
    public void Both_modes_are_within_half_a_unit_and_agree_but_on_halves() =>
        Prop.ForAll(Gen.Choose(-1_000_000, 1_000_000).ToArbitrary(), Gen.Choose(1, 10_000).ToArbitrary(), (numerator, denominator) =>
        {
            var up = Rounding.HalfUp.Divide(numerator, denominator);
            var even = Rounding.HalfEven.Divide(numerator, denominator);
            var half = Math.Abs(numerator % denominator) * 2 == denominator;
            return Math.Abs((up * (long)denominator) - numerator) * 2 <= denominator && (up == even || half) && (!half || even % 2 == 0);
        }).Check(FsCheck.Config.QuickThrowOnFailure);

    [Fact]
    public void Currencies_never_mix() =>
        Assert.Throws<InvalidOperationException>(() => Usd(1) + new Money(1, Jpy));

    [Fact]
    public void A_sum_that_does_not_fit_is_no_sum() =>
        Assert.Throws<OverflowException>(() => Usd(long.MaxValue) + Usd(1));

    [Theory]
    [InlineData(1999, "USD", "19.99 USD")]
    [InlineData(-5, "USD", "-0.05 USD")]
    [InlineData(1999, "JPY", "1999 JPY")]
    [InlineData(1999, "KWD", "1.999 KWD")]
    [InlineData(12345, "CLF", "1.2345 CLF")]
    [InlineData(long.MinValue, "USD", "-92233720368547758.08 USD")]
    public void Amounts_are_written_with_the_digits_of_their_currency(long minor, string currency, string text) =>
        Assert.Equal(text, new Money(minor, Currency.Of(currency)).ToString());

    [Theory]
    [InlineData("usd")]
    [InlineData("XYZ")]
    [InlineData("")]
    public void What_is_not_in_the_list_is_no_currency(string code) => Assert.False(Currency.TryOf(code, out _));

    private static Money Usd(long minor) => new(minor, Currency.Usd);

    private static Gen<long[]> Weights() => Gen.Choose(0, 100_000).Select(weight => (long)weight).NonEmptyListOf()
        .Select(list => list.ToArray());
}
