using Tradepost.Contracts.Orders;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;
using Tradepost.Pricing.Quotes;

namespace Tradepost.Pricing.Simulation;

/// <summary>Prices orders of the past anew, one at a time, and adds up what comes out.</summary>
internal sealed class Simulator(Func<IOrders> orders)
{
    private const int MostOrders = 50_000;
    private const int MostSamples = 20;

    public async Task<SimulationReport> Run(
        Change change, DateTimeOffset from, DateTimeOffset until, Currency currency, CancellationToken cancel)
    {
        var (before, after) = (Tally.Of(currency), Tally.Of(currency));
        var samples = new PriorityQueue<SimulationReport.Sample, long>();
        var (looked, touched, mismatches, skipped, truncated) = (0, 0, 0, 0, false);
        await foreach (var order in orders().PricedBetween(from, until, cancel))
        {
            if (order.Totals.Total.Currency != currency)
            {
                skipped++;
                continue;
            }

            if (looked == MostOrders)
            {
                truncated = true;
                break;
            }

            looked++;
            var past = Evidence.Request(order.Evidence);
            var (was, would) = (PricingEngine.Price(past), PricingEngine.Price(change.On(past)));
            mismatches += was.Totals.Gross == order.Totals.Total && was.Totals.Tax == order.Totals.Tax ? 0 : 1;
            (before, after) = (before.And(past, was), after.And(past, would));
            if (was.Totals != would.Totals)
            {
                touched++;
                Keep(samples, new(order.Id, order.Number, order.PlacedAt, was.Totals.Gross, would.Totals.Gross));
            }
        }

        var worst = samples.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element).ToList();
        return new(from, until, looked, touched, skipped, mismatches, truncated, before, after, worst);
    }

    // The largest differences: the smallest of them makes room.
    private static void Keep(PriorityQueue<SimulationReport.Sample, long> samples, SimulationReport.Sample sample)
    {
        samples.Enqueue(sample, Math.Abs((sample.Before - sample.After).Minor));
        if (samples.Count > MostSamples)
        {
            samples.Dequeue();
        }
    }
}
