using FsCheck;
using FsCheck.Fluent;
using Tradepost.Catalog.Products;

namespace Tradepost.UnitTests.Catalog;

public sealed class GtinTests
{
    [Theory]
    [InlineData("0882780756328")]
    [InlineData("96385074")]
    [InlineData("036000291452")]
    [InlineData("10614141000415")]
    public void A_right_number_is_taken(string gtin) => Assert.True(Gtin.IsValid(gtin));

    [Theory]
    [InlineData("0882780756329")]
    [InlineData("82780756328")]
    [InlineData("")]
    [InlineData("0000000000000")]
    [InlineData("08827807563２8")]
    [InlineData("0882780 56328")]
    public void Anything_else_is_not(string gtin) => Assert.False(Gtin.IsValid(gtin));

    [Fact]
    public void The_first_right_one_of_many_is_used()
    {
        Assert.Equal("96385074", Gtin.First(["82780756328", "96385074", "036000291452"]));
        Assert.Null(Gtin.First(["1", "x"]));
    }

    [Fact]
    public void One_wrong_digit_is_always_noticed() => Prop.ForAll(
        Gen.Choose(0, 12).ToArbitrary(),
        Gen.Choose(1, 9).ToArbitrary(),
        (place, shift) =>
        {
            var digits = "0882780756328".ToCharArray();
            digits[place] = (char)('0' + ((digits[place] - '0' + shift) % 10));
            return !Gtin.IsValid(new string(digits));
        }).QuickCheckThrowOnFailure();
}
