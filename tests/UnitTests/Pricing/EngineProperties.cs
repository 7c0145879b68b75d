using FsCheck;
using FsCheck.Fluent;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;
using Tradepost.Pricing.Promotions.Benefits;

namespace Tradepost.UnitTests.Pricing;

/// <summary>What holds of every price, whatever is bought and whatever applies.</summary>
public sealed class EngineProperties
{
    private static void ForAll(Func<PricingRequest, PricingResult, bool> holds) => Prop.ForAll(
        Requests.ByChance().ToArbitrary(), request => holds(request, PricingEngine.Price(request)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static IEnumerable<Row> Rows(PricingResult result) => [.. result.Lines, result.Shipping, .. result.Fees];

    private static long Sum(IEnumerable<Money> amounts) => amounts.Sum(amount => amount.Minor);

    [Fact]
    public void Net_and_tax_make_the_gross_of_every_row_and_of_the_total() => ForAll((_, result) =>
        Rows(result).All(row => row.Net + row.Tax == row.Gross) && result.Totals.Net + result.Totals.Tax == result.Totals.Gross);

    [Fact]
    public void Rows_add_up_to_the_totals() => ForAll((_, result) =>
        Sum(Rows(result).Select(row => row.Net)) == result.Totals.Net.Minor
        && Sum(Rows(result).Select(row => row.Tax)) == result.Totals.Tax.Minor
        && Sum(Rows(result).Select(row => row.Gross)) == result.Totals.Gross.Minor
        && Sum(Rows(result).Select(row => row.Discount)) == result.Totals.Discount.Minor
        && Sum(result.Lines.Select(row => row.Amount)) == result.Totals.Subtotal.Minor
        && Sum(result.Fees.Select(row => row.Amount)) == result.Totals.Fees.Minor
        && Sum(result.Taxes.Select(tax => tax.Amount)) == result.Totals.Tax.Minor
        && Rows(result).All(row => Sum(row.Taxes.Select(tax => tax.Amount)) == row.Tax.Minor));

    [Fact]
    public void The_total_is_goods_less_discounts_plus_charges_plus_tax_that_is_not_contained() => ForAll((request, result) =>
    {
        var sums = result.Totals;
        var due = sums.Subtotal - sums.Discount + sums.Shipping + sums.Fees;
        return sums.Gross == (request.PricesIncludeTax ? due : due + sums.Tax);
    });

    [Fact]
    public void Shares_of_discounts_add_up_exactly() => ForAll((_, result) =>
        Sum(result.Applied.Select(some => some.Amount)) == result.Totals.Discount.Minor
        && result.Trace.Where(step => step.Step == "discount").GroupBy(step => step.LineId ?? "")
            .All(group => -Sum(group.Select(step => step.Amount))
                == (group.Key.Length == 0 ? result.Shipping : result.Lines[int.Parse(group.Key, null)]).Discount.Minor));

    [Fact]
    public void Nothing_is_negative_and_no_discount_is_more_than_there_is() => ForAll((_, result) =>
        Rows(result).All(row => !row.Net.IsNegative && !row.Tax.IsNegative && !row.Discount.IsNegative && row.Discount <= row.Amount)
        && result.Applied.All(some => !some.Amount.IsNegative));

    [Fact]
    public void The_trace_adds_up_to_the_total_again() => ForAll((_, result) =>
        Sum(result.Trace.Where(step => step.Step != TraceStep.IncludedTax).Select(step => step.Amount)) == result.Totals.Gross.Minor);

    [Fact]
    public void Every_promotion_and_code_is_accounted_for_once() => ForAll((request, result) =>
        result.Applied.Select(some => some.Name).Concat(result.Rejected.Select(some => some.Name)).Where(name => name.StartsWith('P'))
            .Order(StringComparer.Ordinal).SequenceEqual(request.Promotions.Select(rule => rule.Name).Order(StringComparer.Ordinal)));

    [Fact]
    public void No_promotion_makes_anything_dearer_and_no_candidate_is_cheaper() => ForAll((request, result) =>
    {
        PricingRequest With(IEnumerable<Tradepost.Pricing.Promotions.PromotionRule> rules) => request with { Promotions = [.. rules] };
        var without = PricingEngine.Price(With([])).Totals.Gross;
        var together = PricingEngine.Price(With(request.Promotions.Where(rule => rule.Combinable))).Totals.Gross;
        var alone = request.Promotions.Where(rule => !rule.Combinable).Select(rule => PricingEngine.Price(With([rule])).Totals.Gross);
        var least = alone.Append(together).Min();

        // A discount may round tax up by a cent a row and rate; the cheapest candidate is then still the cheapest.
        return result.Totals.Gross == least && result.Totals.Gross.Minor <= without.Minor + Slack(request);
    });

    [Fact]
    public void The_order_of_lines_does_not_matter_to_what_promotions_take_off() => ForAll((request, result) =>
    {
        if (request.Promotions.Any(rule => rule.Benefit is QuantityGroup) || request.Promotions.Count > 1)
        {
            return true; // groups pool units in line order; after a first promotion odd cents may lie elsewhere
        }

        var turned = PricingEngine.Price(request with { Lines = [.. request.Lines.Reverse()] }).Totals;
        return turned.Subtotal == result.Totals.Subtotal && turned.Discount == result.Totals.Discount
            && Math.Abs(turned.Gross.Minor - result.Totals.Gross.Minor) <= Slack(request);
    });

    [Fact]
    public void Without_promotions_the_order_of_lines_does_not_matter_at_all() => ForAll((request, _) =>
    {
        var plain = request with { Promotions = [] };
        return PricingEngine.Price(plain).Totals == PricingEngine.Price(plain with { Lines = [.. plain.Lines.Reverse()] }).Totals;
    });

    [Fact]
    public void At_the_level_of_the_total_each_tax_is_within_half_a_unit_of_the_exact_one() => ForAll((request, _) =>
    {
        var result = PricingEngine.Price(request with { Level = RoundingLevel.Total, PricesIncludeTax = false, Promotions = [] });
        return result.Taxes.All(tax => Math.Abs(tax.Amount.Minor - Exact(request, result, tax)) <= 0.5m);
    });

    [Fact]
    public void The_same_request_has_the_same_price() => ForAll((request, result) =>
        PricingEngine.Price(request).Totals == result.Totals && PricingEngine.Price(request).Trace.SequenceEqual(result.Trace));

    private static decimal Exact(PricingRequest request, PricingResult result, TaxAmount tax)
    {
        IEnumerable<IReadOnlyList<Rate>> rates =
            [.. request.Lines.Select(line => line.TaxRates), request.Shipping?.TaxRates ?? [], .. request.Fees.Select(fee => fee.TaxRates)];
        return Rows(result).Zip(rates).Sum(row => row.Second
            .Where(rate => rate.Name == tax.Name && Tradepost.Pricing.Percents.Text(rate.Percent) == tax.Percent)
            .Sum(rate => row.First.Net.Minor * rate.Percent / 100));
    }

    private static int Slack(PricingRequest request) => request.PricesIncludeTax
        ? 0
        : request.Lines.Sum(line => line.TaxRates.Count * (request.Level == RoundingLevel.Unit ? line.Quantity : 1))
            + request.Fees.Sum(fee => fee.TaxRates.Count) + (request.Shipping?.TaxRates.Count ?? 0);
}
