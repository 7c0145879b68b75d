using Tradepost.Contracts;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Taxes;
using Tradepost.Pricing.Taxes.Presets;
using Tradepost.Pricing.TaxRates;
using static Tradepost.UnitTests.Pricing.Baskets;

namespace Tradepost.UnitTests.Pricing.Taxes;

public sealed class PresetPlanTests
{
    private static readonly PresetChoice AsItIs = new(null, null, Replace: false);
    private static readonly TaxPreset Vat = TaxPreset.Find("eu-vat")!;

    [Fact]
    public void Every_rate_of_every_table_is_one_staff_could_have_entered()
    {
        foreach (var preset in TaxPreset.All)
        {
            foreach (var step in PresetPlan.Of([], preset, AsItIs).Steps)
            {
                var faults = new Tradepost.Platform.Http.Faults();
                step.Rate.Check(faults);
                Assert.Null(faults.Refusal());
                Assert.Equal("created", step.Change);
            }
        }
    }

    [Fact]
    public void Taking_a_table_over_twice_changes_nothing_the_second_time()
    {
        foreach (var preset in TaxPreset.All)
        {
            var taken = PresetPlan.Of([], preset, AsItIs).Steps.Select(Made).ToList();
            var again = PresetPlan.Of(taken, preset, AsItIs with { Replace = true });
            Assert.Equal(preset.Rates.Count, again.Count("unchanged"));
            Assert.Equal(preset.Rates.Count, again.Steps.Count);
        }
    }

    [Fact]
    public void A_rate_that_moved_is_updated_and_staff_keep_what_they_decided_about_shipping()
    {
        var old = Tax("VAT", "DK", null, 22m);
        var step = Assert.Single(PresetPlan.Of([old], Vat, AsItIs with { Countries = ["DK"] }).Steps);
        Assert.Equal(("updated", "25", false), (step.Change, step.Rate.Percent, step.Rate.AppliesToShipping));
        step = Assert.Single(PresetPlan.Of([old], Vat, new(true, ["DK"], false)).Steps);
        Assert.True(step.Rate.AppliesToShipping);
    }

    [Fact]
    public void Only_when_asked_to_it_ends_taxes_the_table_does_not_have()
    {
        var own = Tax("Moms", "DK", null, 25m);
        var choice = AsItIs with { Countries = ["DK"] };
        Assert.Equal(["created"], PresetPlan.Of([own], Vat, choice).Steps.Select(step => step.Change));
        var replacing = PresetPlan.Of([own], Vat, choice with { Replace = true });
        Assert.Equal(["created", "removed"], replacing.Steps.Select(step => step.Change));
        Assert.Same(own, replacing.Steps[1].Before);
    }

    [Theory]
    [InlineData("ES", "28001", "standard", "21")]
    [InlineData("ES", "35001", "standard", "")]
    [InlineData("ES", "38001", "reduced", "")]
    [InlineData("DE", "78266", "standard", "")]
    [InlineData("DE", "78267", "reduced", "7")]
    [InlineData("AT", "6691", "standard", "19")]
    [InlineData("AT", "6992", "standard", "19")]
    [InlineData("AT", "1010", "standard", "20")]
    [InlineData("PT", "9500-321", "standard", "16")]
    [InlineData("PT", "9000-001", "standard", "22")]
    [InlineData("PT", "1100-048", "standard", "23")]
    [InlineData("IT", "23041", "standard", "")]
    [InlineData("FR", "97400", "standard", "")]
    [InlineData("FR", "98000", "standard", "20")] // Monaco belongs to the French VAT area
    [InlineData("FR", "75001", "super-reduced", "2.1")]
    [InlineData("GR", "630 86", "standard", "")]
    [InlineData("DK", "1050", "reduced", "25")] // no reduced rate: taxed as standard
    public void The_VAT_of_the_European_Union_is_due_where_it_is(string country, string code, string taxClass, string percent)
    {
        var rates = PresetPlan.Of([], Vat, AsItIs).Steps.Select(Made).ToArray();
        var due = Tables(rates).TaxesAt(new Destination(country, null, code, null)).On(taxClass);
        Assert.Equal(percent, string.Join("+", due.Select(rate => Tradepost.Pricing.Percents.Text(rate.Percent))));
    }

    [Fact]
    public void Patterns_of_the_tables_are_written_as_they_are_stored() => Assert.All(
        TaxPreset.All.SelectMany(preset => preset.Rates).SelectMany(rate => (rate.PostalCodes ?? []).Concat(rate.ExceptPostalCodes ?? [])),
        pattern => Assert.Equal(pattern, PostalPatterns.Read(pattern)));

    private static TaxRate Made(PresetPlan.Step step)
    {
        var rate = Tax("", "", null, 0m);
        step.Rate.WriteTo(rate);
        return rate;
    }
}
