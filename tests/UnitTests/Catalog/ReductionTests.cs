using FsCheck.Fluent;
using FsCheck;
using Tradepost.Catalog.PriceTimes;

namespace Tradepost.UnitTests.Catalog;

/// <summary>The lowest price a reduction must be measured against.</summary>
public sealed class ReductionTests
{
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private static PricePoint Day(double day, long? price, long? compareAt = null) => new(Start.AddDays(day), price, compareAt);

    private static long? Lowest(params PricePoint[] history) =>
        Reduction.Since(history) is { } since ? Reduction.LowestBefore(history, since) : null;

    [Fact]
    public void A_price_raised_shortly_before_it_is_cut_is_measured_against_what_it_was() =>
        Assert.Equal(10_000, Lowest(Day(0, 10_000), Day(80, 13_000), Day(90, 9_000, 13_000)));

    [Fact]
    public void A_raise_longer_ago_than_thirty_days_counts_no_more() =>
        Assert.Equal(13_000, Lowest(Day(0, 10_000), Day(50, 13_000), Day(90, 9_000, 13_000)));

    [Fact]
    public void The_price_in_force_when_the_thirty_days_begin_counts_and_one_that_ended_then_does_not()
    {
        Assert.Equal(10_000, Lowest(Day(0, 10_000), Day(60.001, 13_000), Day(90, 9_000, 13_000)));
        Assert.Equal(13_000, Lowest(Day(0, 10_000), Day(60, 13_000), Day(90, 9_000, 13_000)));
    }

    [Fact]
    public void Cuts_in_a_row_are_measured_against_the_time_before_the_first()
    {
        PricePoint[] history = [Day(0, 10_000), Day(90, 9_000, 10_000), Day(95, 8_000, 10_000), Day(140, 7_000, 10_000)];
        Assert.Equal(Start.AddDays(90), Reduction.Since(history));
        Assert.Equal(10_000, Lowest(history));
    }

    [Fact]
    public void A_rise_that_is_still_shown_as_reduced_begins_a_new_reduction()
    {
        PricePoint[] history = [Day(0, 10_000), Day(90, 8_000, 10_000), Day(95, 9_000, 10_000)];
        Assert.Equal(Start.AddDays(95), Reduction.Since(history));
        Assert.Equal(8_000, Lowest(history));
    }

    [Fact]
    public void A_reduction_that_ended_and_began_again_is_a_new_one() =>
        Assert.Equal(8_000, Lowest(Day(0, 10_000), Day(60, 8_000, 10_000), Day(70, 10_000), Day(90, 8_500, 10_000)));

    [Fact]
    public void What_is_younger_than_thirty_days_is_measured_against_all_its_time() =>
        Assert.Equal(11_000, Lowest(Day(0, 12_000), Day(3, 11_000), Day(5, 9_000, 12_000)));

    [Fact]
    public void What_was_reduced_from_its_first_day_has_nothing_to_be_measured_against() => Assert.Null(Lowest(Day(0, 9_000, 12_000)));

    [Fact]
    public void A_price_that_was_never_lower_shows_that_the_reduction_is_none() =>
        Assert.Equal(9_000, Lowest(Day(0, 9_000), Day(40, 9_000, 12_000)));

    [Fact]
    public void A_time_without_a_price_counts_for_nothing() =>
        Assert.Equal(12_000, Lowest(Day(0, 5_000), Day(10, null), Day(60, 12_000), Day(70, 9_000, 12_000)));

    [Fact]
    public void A_price_replaced_in_the_instant_it_was_set_was_never_in_force() =>
        Assert.Equal(12_000, Lowest(Day(0, 12_000), Day(50, 1), Day(50, 12_000), Day(60, 9_000, 12_000)));

    [Fact]
    public void What_is_not_shown_as_reduced_has_no_reduction()
    {
        Assert.Null(Reduction.Since([]));
        Assert.Null(Reduction.Since([Day(0, 10_000), Day(10, 8_000)]));
        Assert.Null(Reduction.Since([Day(0, 10_000), Day(10, 8_000, 10_000), Day(20, 10_000, 10_000)]));
    }

    [Fact]
    public void The_answer_is_a_price_that_was_in_force_in_those_days_and_none_was_lower() =>
        Prop.ForAll(Histories().ToArbitrary(), history =>
        {
            if (Reduction.Since(history) is not { } since)
            {
                return !history[^1].Reduced;
            }

            // Asked minute by minute, naively.
            var seen = new List<long>();
            for (var at = since - Reduction.Window; at < since; at += TimeSpan.FromHours(12))
            {
                if (history.LastOrDefault(point => point.From <= at)?.Minor is { } price)
                {
                    seen.Add(price);
                }
            }

            return Reduction.LowestBefore(history, since) == (seen.Count == 0 ? null : seen.Min());
        }).QuickCheckThrowOnFailure();

    // Changes at whole half days, so that looking every half day sees each of them.
    private static Gen<PricePoint[]> Histories() =>
        from gaps in Gen.ArrayOf(Gen.Choose(1, 60), 12)
        from prices in Gen.ArrayOf(Gen.Choose(1, 9), 12)
        from compare in Gen.ArrayOf(Gen.Choose(0, 12), 12)
        from count in Gen.Choose(1, 12)
        let days = gaps.Take(count).Aggregate(new List<int> { 0 }, (sum, gap) => [.. sum, sum[^1] + gap])
        select Enumerable.Range(0, count)
            .Select(i => new PricePoint(Start.AddHours(12 * days[i]), prices[i], compare[i] == 0 ? null : compare[i])).ToArray();
}
