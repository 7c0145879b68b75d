using Tradepost.Contracts;
using Tradepost.Platform.Http;

namespace Tradepost.UnitTests.Contracts;

public sealed class DestinationTests
{
    [Theory]
    [InlineData("US", "CA", "94105", true)]
    [InlineData("us", "ca", "94105-1234", true)]
    [InlineData("US", null, "94105", false)]
    [InlineData("US", "XX", "94105", false)]
    [InlineData("US", "CA", "9410", false)]
    [InlineData("DE", null, "10115", true)]
    [InlineData("DE", null, null, false)]
    [InlineData("GB", null, "SW1A 1AA", true)]
    [InlineData("IE", null, null, true)]
    [InlineData("ZZ", null, null, false)]
    [InlineData(null, null, null, false)]
    public void A_complete_destination_has_what_mail_there_needs(string? country, string? state, string? postalCode, bool right) =>
        Assert.Equal(right, Faults(new DestinationInput(country, state, postalCode, "Town"), complete: true) == 0);

    [Theory]
    [InlineData("US", null, null, true)]
    [InlineData("US", null, "nonsense", false)]
    [InlineData("US", "XX", null, false)]
    public void An_estimate_needs_only_the_country_but_what_is_there_must_be_right(
        string country, string? state, string? postalCode, bool right) =>
        Assert.Equal(right, Faults(new DestinationInput(country, state, postalCode, null), complete: false) == 0);

    [Fact]
    public void Every_pattern_of_the_table_is_a_regular_expression() =>
        Assert.All(Countries.All, country => country.MatchesPostalCode("12345"));

    private static int Faults(DestinationInput destination, bool complete)
    {
        var faults = new Faults();
        destination.Check(faults, "", complete);
        return faults.Any ? 1 : 0;
    }
}
