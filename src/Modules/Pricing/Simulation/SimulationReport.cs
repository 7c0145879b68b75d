using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;

namespace Tradepost.Pricing.Simulation;

/// <summary>What a promotion would have done.</summary>
/// <param name="From">Orders from here on.</param>
/// <param name="To">Until just before.</param>
/// <param name="Orders">Looked at: not called off, with evidence, in the shop's currency.</param>
/// <param name="OrdersTouched">Would have come to something else.</param>
/// <param name="OrdersSkipped">In other currencies.</param>
/// <param name="Mismatches">Orders that unchanged did not come to what was charged. Always 0, or the sums of the shop are wrong.</param>
/// <param name="Truncated">There were more orders than one simulation looks at; the oldest were taken.</param>
/// <param name="Before">As it was.</param>
/// <param name="After">As it would have been.</param>
/// <param name="Samples">The largest differences.</param>
internal sealed record SimulationReport(
    DateTimeOffset From, DateTimeOffset To, int Orders, int OrdersTouched, int OrdersSkipped, int Mismatches, bool Truncated,
    Tally Before, Tally After, IReadOnlyList<SimulationReport.Sample> Samples)
{
    /// <summary>An order that would have come to something else.</summary>
    internal sealed record Sample(OrderId OrderId, string Number, DateTimeOffset PlacedAt, Money Before, Money After)
    {
        /// <summary>What the customer would have saved; negative: paid more.</summary>
        public Money Difference => Before - After;
    }
}

/// <summary>Sums over many orders.</summary>
/// <param name="Discount">Given.</param>
/// <param name="Revenue">Net of tax: goods, shipping and fees.</param>
/// <param name="Tax">Charged.</param>
/// <param name="Total">Charged in all.</param>
/// <param name="Cost">Of the goods whose cost is known.</param>
/// <param name="Margin">Net of the goods whose cost is known, less that cost.</param>
/// <param name="LinesOfUnknownCost">Lines the margin says nothing about.</param>
internal sealed record Tally(Money Discount, Money Revenue, Money Tax, Money Total, Money Cost, Money Margin, int LinesOfUnknownCost)
{
    public static Tally Of(Currency currency)
    {
        var none = Money.Zero(currency);
        return new(none, none, none, none, none, none, 0);
    }

    /// <summary>With one order more.</summary>
    public Tally And(PricingRequest request, PricingResult result)
    {
        var (cost, net, unknown) = (Cost, Margin + Cost, LinesOfUnknownCost);
        foreach (var (line, row) in request.Lines.Zip(result.Lines))
        {
            if (line.UnitCost is { } unit)
            {
                (cost, net) = (cost + (unit * line.Quantity), net + row.Net);
            }
            else
            {
                unknown++;
            }
        }

        var sums = result.Totals;
        return new(Discount + sums.Discount, Revenue + sums.Net, Tax + sums.Tax, Total + sums.Gross, cost, net - cost, unknown);
    }
}
