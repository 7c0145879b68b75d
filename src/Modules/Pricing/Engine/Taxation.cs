using System.Numerics;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Engine;

/// <summary>What is taxed: an amount less its discount, and the rates due on it.</summary>
/// <param name="Amount">Before the discount.</param>
/// <param name="Discount">At most the amount.</param>
/// <param name="Units">How many the amount is of, 1 or more.</param>
/// <param name="Rates">All that are due.</param>
internal readonly record struct Taxable(Money Amount, Money Discount, int Units, IReadOnlyList<Rate> Rates);

/// <summary>
/// Taxes amounts. Each rate applies to the net and is rounded for itself; contained taxes are taken out of the gross by
/// rate / (100 + all rates). At the level of the total, a rate is rounded once over everything and handed out by largest remainder.
/// </summary>
internal static class Taxation
{
    // A percentage is a whole number of these parts: ten decimals.
    private const long Scale = 10_000_000_000;

    public static Row[] Tax(IReadOnlyList<Taxable> some, PricingRequest request)
    {
        var taxes = some.Select(row => new long[row.Rates.Count]).ToArray();
        if (request.Level == RoundingLevel.Total)
        {
            TaxTogether(some, taxes, request);
        }
        else
        {
            for (var i = 0; i < some.Count; i++)
            {
                TaxAlone(some[i], taxes[i], request);
            }
        }

        return [.. some.Select((row, i) => Row(row, taxes[i], request.PricesIncludeTax))];
    }

    private static Row Row(Taxable some, long[] taxes, bool contained)
    {
        var due = some.Amount - some.Discount;
        var parts = new RowTax[taxes.Length];
        var tax = Money.Zero(due.Currency);
        for (var i = 0; i < taxes.Length; i++)
        {
            parts[i] = new(some.Rates[i], due with { Minor = taxes[i] });
            tax += parts[i].Amount;
        }

        return contained
            ? new(some.Amount, some.Discount, parts, due - tax, tax, due)
            : new(some.Amount, some.Discount, parts, due, tax, due + tax);
    }

    private static void TaxAlone(Taxable some, long[] taxes, PricingRequest request)
    {
        var due = (some.Amount - some.Discount).Minor;
        var whole = Whole(some.Rates, request.PricesIncludeTax);
        if (request.Level == RoundingLevel.Line)
        {
            Add(due, 1);
            return;
        }

        var (price, dearer) = Math.DivRem(due, some.Units);
        Add(price + 1, dearer);
        Add(price, some.Units - dearer);

        // Rounding up several parts of a tiny gross must not take out more than there is.
        void Add(long amount, long times)
        {
            var left = request.PricesIncludeTax ? amount : long.MaxValue;
            for (var i = 0; i < taxes.Length && times > 0; i++)
            {
                var part = Math.Min(left, request.Rounding.Divide(amount * Parts(some.Rates[i]), whole));
                taxes[i] = checked(taxes[i] + (part * times));
                left -= part;
            }
        }
    }

    private static void TaxTogether(IReadOnlyList<Taxable> some, long[][] taxes, PricingRequest request)
    {
        var shares = new Dictionary<Rate, List<Share>>();
        for (var row = 0; row < some.Count; row++)
        {
            var due = (some[row].Amount - some[row].Discount).Minor;
            var whole = Whole(some[row].Rates, request.PricesIncludeTax);
            for (var i = 0; i < some[row].Rates.Count; i++)
            {
                var rate = some[row].Rates[i];
                var (floor, rest) = Int128.DivRem(due * Parts(rate), whole);
                taxes[row][i] = (long)floor;
                (shares.TryGetValue(rate, out var list) ? list : shares[rate] = []).Add(new(row, i, rest, whole));
            }
        }

        foreach (var list in shares.Values)
        {
            HandOut(list, some, taxes, request);
        }
    }

    private static void HandOut(List<Share> shares, IReadOnlyList<Taxable> some, long[][] taxes, PricingRequest request)
    {
        var floors = shares.Sum(share => taxes[share.Row][share.Tax]);
        var missing = RoundedRest(shares, floors, request.Rounding);
        foreach (var share in shares.Order())
        {
            var room = !request.PricesIncludeTax || taxes[share.Row].Sum() < (some[share.Row].Amount - some[share.Row].Discount).Minor;
            if (missing > 0 && room)
            {
                taxes[share.Row][share.Tax]++;
                missing--;
            }
        }
    }

    // The fractions have few different denominators, so their exact sum is a small fraction of big numbers.
    private static long RoundedRest(List<Share> shares, long floors, Rounding rounding)
    {
        var (numerator, denominator) = (BigInteger.Zero, BigInteger.One);
        foreach (var group in shares.GroupBy(share => share.Whole))
        {
            var rests = group.Aggregate(BigInteger.Zero, (sum, share) => sum + share.Rest);
            (numerator, denominator) = ((numerator * group.Key) + (rests * denominator), denominator * group.Key);
        }

        var whole = BigInteger.DivRem(numerator, denominator, out var rest);
        var half = (rest * 2).CompareTo(denominator);
        var up = half > 0 || (half == 0 && (rounding == Rounding.HalfUp || !(whole + floors).IsEven));
        return (long)whole + (up ? 1 : 0);
    }

    private static Int128 Parts(Rate rate) => (Int128)(rate.Percent * Scale);

    private static Int128 Whole(IReadOnlyList<Rate> rates, bool contained)
    {
        Int128 whole = (Int128)100 * Scale;
        for (var i = 0; contained && i < rates.Count; i++)
        {
            whole += Parts(rates[i]);
        }

        return whole;
    }

    // The fraction of a minor unit that a row's tax is short of: Rest / Whole. The largest come first, then the earlier rows.
    private readonly record struct Share(int Row, int Tax, Int128 Rest, Int128 Whole) : IComparable<Share>
    {
        public int CompareTo(Share other)
        {
            var larger = (other.Rest * Whole).CompareTo(Rest * other.Whole);
            return larger != 0 ? larger : Row.CompareTo(other.Row);
        }
    }
}
