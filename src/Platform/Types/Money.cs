using System.Globalization;
using System.Text.Json.Serialization;

namespace Tradepost.Platform.Types;

/// <summary>An amount of money: whole minor units of one currency. Sums are checked, currencies never mix.</summary>
/// <param name="Minor">Minor units: cents of a dollar, whole yen, fils of a Kuwaiti dinar.</param>
/// <param name="Currency">ISO 4217.</param>
public readonly record struct Money([property: JsonRequired] long Minor, [property: JsonRequired] Currency Currency) : IComparable<Money>
{
    /// <summary>Nothing, in this currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>True when the amount is nothing.</summary>
    [JsonIgnore]
    public bool IsZero => Minor == 0;

    /// <summary>True when the amount is below nothing.</summary>
    [JsonIgnore]
    public bool IsNegative => Minor < 0;

    /// <summary>The sum of two amounts in one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public static Money operator +(Money a, Money b) => new(checked(a.Minor + b.In(a.Currency)), a.Currency);

    /// <summary>The difference of two amounts in one currency.</summary>
    public static Money operator -(Money a, Money b) => new(checked(a.Minor - b.In(a.Currency)), a.Currency);

    /// <summary>The amount taken a whole number of times.</summary>
    public static Money operator *(Money a, int times) => new(checked(a.Minor * times), a.Currency);

    /// <summary>The amount with its sign turned.</summary>
    public static Money operator -(Money a) => new(checked(-a.Minor), a.Currency);

    /// <summary>Whether the first is less than the second.</summary>
    public static bool operator <(Money a, Money b) => a.CompareTo(b) < 0;

    /// <summary>Whether the first is more than the second.</summary>
    public static bool operator >(Money a, Money b) => a.CompareTo(b) > 0;

    /// <summary>Whether the first is at most the second.</summary>
    public static bool operator <=(Money a, Money b) => a.CompareTo(b) <= 0;

    /// <summary>Whether the first is at least the second.</summary>
    public static bool operator >=(Money a, Money b) => a.CompareTo(b) >= 0;

    /// <summary>A percentage of the amount, rounded as told.</summary>
    public Money Percent(decimal percent, Rounding mode) => new(mode.Percent(Minor, percent), Currency);

    /// <summary>Parts in proportion to the weights that add up to the whole, by largest remainder; equal remainders: the earlier part
    /// first.</summary>
    /// <param name="weights">One weight a part, none negative. All zero: everything goes to the first part.</param>
    public IReadOnlyList<Money> Allocate(IReadOnlyList<long> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfZero(weights.Count);
        Int128 total = 0;
        foreach (var weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight);
            total += weight;
        }

        return total == 0 ? AllToFirst(weights.Count) : ByLargestRemainder(weights, total);
    }

    /// <summary>
    /// The part of the amount that falls to some of its units. Parts of units that follow one another add up to the part of them all,
    /// exactly, however they are cut; the last takes what is left.
    /// </summary>
    /// <param name="from">Units that were counted before.</param>
    /// <param name="to">Units counted with this part, at least <paramref name="from"/>.</param>
    /// <param name="of">Units the whole amount is of.</param>
    public Money Part(int from, int to, int of)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        ArgumentOutOfRangeException.ThrowIfLessThan(of, to);
        ArgumentOutOfRangeException.ThrowIfLessThan(of, 1);
        return this with { Minor = (long)(((Int128)Minor * to / of) - ((Int128)Minor * from / of)) };
    }

    /// <inheritdoc/>
    public int CompareTo(Money other) => Minor.CompareTo(other.In(Currency));

    /// <summary>For logs and messages: "19.99 USD". Screens format for themselves.</summary>
    public override string ToString()
    {
        var scale = Currency.Scale;
        var digits = Int128.Abs(Minor).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var sign = Minor < 0 ? "-" : "";
        var point = scale == 0 ? "" : ".";
        return $"{sign}{digits[..^scale]}{point}{digits[^scale..]} {Currency}";
    }

    private long In(Currency currency) =>
        Currency == currency ? Minor : throw new InvalidOperationException($"{Currency} was mixed with {currency}.");

    private Money[] AllToFirst(int count)
    {
        var parts = new Money[count];
        Array.Fill(parts, Zero(Currency));
        parts[0] = this;
        return parts;
    }

    private Money[] ByLargestRemainder(IReadOnlyList<long> weights, Int128 total)
    {
        var size = Int128.Abs(Minor);
        var sign = Minor < 0 ? -1 : 1;
        var shares = new long[weights.Count];
        var remainders = new Int128[weights.Count];
        var left = (long)size;
        for (var i = 0; i < weights.Count; i++)
        {
            (var share, remainders[i]) = Int128.DivRem(size * weights[i], total);
            shares[i] = (long)share;
            left -= shares[i];
        }

        var order = Enumerable.Range(0, weights.Count).OrderByDescending(i => remainders[i]).ThenBy(i => i);
        foreach (var i in order.Take((int)left))
        {
            shares[i]++;
        }

        var currency = Currency;
        return Array.ConvertAll(shares, share => new Money(share * sign, currency));
    }
}
