using Tradepost.Platform.Types;
using Tradepost.Pricing.TaxRates;

namespace Tradepost.Pricing.Engine;

/// <summary>
/// One taxed amount: a line, or the shipping. <paramref name="Amount"/> is before the discount, as priced. net + tax = gross in every row,
/// and what the rows hold is never rounded again.
/// </summary>
internal sealed record Row(Money Amount, Money Discount, IReadOnlyList<RowTax> Taxes, Money Net, Money Tax, Money Gross)
{
    public static Row Of(Money amount, Money discount, IReadOnlyList<TaxRate> rates, Terms terms)
    {
        var due = amount - discount;
        var taxes = terms.PricesIncludeTax ? Contained(due, rates, terms.Rounding) : Added(due, rates, terms.Rounding);
        var tax = taxes.Aggregate(Money.Zero(due.Currency), (sum, part) => sum + part.Amount);
        var net = terms.PricesIncludeTax ? due - tax : due;
        return new(amount, discount, taxes, net, tax, net + tax);
    }

    // Each rate applies to the net and is rounded for itself.
    private static List<RowTax> Added(Money net, IReadOnlyList<TaxRate> rates, Rounding rounding) =>
        [.. rates.Select(rate => new RowTax(rate, net.Percent(rate.Percent, rounding)))];

    // Taken out of the gross: rate / (100 + all rates). Rounding up several parts of a tiny gross must not take out more than there is.
    private static List<RowTax> Contained(Money gross, IReadOnlyList<TaxRate> rates, Rounding rounding)
    {
        const int Scale = 10_000; // percentages have four decimals
        var whole = (100 * Scale) + rates.Sum(rate => (long)(rate.Percent * Scale));
        var left = gross.Minor;
        var taxes = new List<RowTax>(rates.Count);
        foreach (var rate in rates)
        {
            var part = Math.Min(left, rounding.Divide(gross.Minor * (Int128)(rate.Percent * Scale), whole));
            taxes.Add(new(rate, gross with { Minor = part }));
            left -= part;
        }

        return taxes;
    }
}

/// <summary>What one tax takes of a row.</summary>
internal sealed record RowTax(TaxRate Rate, Money Amount);
