using Tradepost.Contracts;

namespace Tradepost.UnitTests.Contracts;

/// <summary>Addresses as the recipient's post wants them.</summary>
public sealed class AddressFormatsTests
{
    [Theory]
    [InlineData("US", "Portland", "OR", "97201", "PORTLAND, OR 97201|UNITED STATES")]
    [InlineData("DE", "Düsseldorf", null, "40212", "40212 Düsseldorf|GERMANY")]
    [InlineData("GB", "London", null, "SW1A 1AA", "LONDON|SW1A 1AA|UNITED KINGDOM")]
    [InlineData("BR", "São Paulo", "SP", "01310-100", "São Paulo-SP|01310-100|BRAZIL")]
    [InlineData("NZ", "Wellington", null, "6011", "Wellington 6011|NEW ZEALAND")]
    [InlineData("IT", "Roma", "RM", "00184", "00184 Roma RM|ITALY")]
    [InlineData("US", "Portland", null, "97201", "PORTLAND 97201|UNITED STATES")]
    [InlineData("AE", "Dubai", null, null, "Dubai|UNITED ARAB EMIRATES")]
    public void Town_code_and_country_stand_where_the_country_puts_them(
        string country, string city, string? state, string? code, string lines) => Assert.Equal(
        ["Ada Moore", "1 Main Street", .. lines.Split('|')],
        AddressFormats.Lines(new("Ada Moore", "1 Main Street", city, country, State: state, PostalCode: code)));

    [Fact]
    public void Company_and_second_line_come_before_the_town() => Assert.Equal(
        ["Ada", "Engines Ltd", "1 Main Street", "Floor 2", "75001 PARIS", "FRANCE"],
        AddressFormats.Lines(new(
            "Ada", "1 Main Street", "Paris", "FR", Company: "Engines Ltd", Line2: "Floor 2", PostalCode: "75001")));
}
