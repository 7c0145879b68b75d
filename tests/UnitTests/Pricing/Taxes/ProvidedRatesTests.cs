using Tradepost.Contracts.Pricing;
using Tradepost.Pricing.Taxes.Providers;

namespace Tradepost.UnitTests.Pricing.Taxes;

public sealed class ProvidedRatesTests
{
    private static readonly string[] Asked = ["standard", "books"];
    private static readonly ProvidedTaxRate Sound = new("standard", "State", 6.25m, true);

    private static string? Fault(params ProvidedTaxRate[] rates) => ProvidedRates.Fault(rates, Asked);

    [Fact]
    public void Rates_from_0_to_100_of_classes_that_were_asked_for_are_sound_and_so_is_no_tax_at_all()
    {
        Assert.Null(Fault());
        Assert.Null(Fault(Sound, Sound with { TaxClass = "books", Percent = 0m }, Sound with { Percent = 100m }));
        Assert.Equal(6.25m, ProvidedRates.Due([Sound]).On("books").Single().Percent);
    }

    [Fact]
    public void One_nonsensical_rate_spoils_the_answer()
    {
        Assert.NotNull(Fault(Sound, Sound with { Percent = -0.01m }));
        Assert.NotNull(Fault(Sound, Sound with { Percent = 100.01m }));
        Assert.NotNull(Fault(Sound, Sound with { Percent = 0.00000000001m })); // finer than prices can tell
        Assert.NotNull(Fault(Sound, Sound with { TaxClass = "toys" }));
        Assert.NotNull(Fault(Sound, Sound with { Name = " " }));
        Assert.NotNull(Fault(Sound, Sound with { Name = new string('x', 101) }));
        Assert.NotNull(Fault(Sound, null!));
        Assert.NotNull(Fault([.. Enumerable.Repeat(Sound, 101)]));
        Assert.NotNull(ProvidedRates.Fault(null, Asked));
    }
}
